import type { Node } from 'web-tree-sitter';
import type { SourceFile } from '../../../sourceFile';
import { linesAround } from './enclosing';

/** The code itself says that the value is none: in a remark beside it. */
const noSecret =
  /placeholder|\bnot (?:actually |really )?(?:a )?(?:real )?secret\b|\bdummy\b|\bfake\b|\bpublic (?:one|(?:api )?key)\b|\bdemo\b|\bsample\b|\bfor (?:testing|tests|development|demo|evaluation|trying)\b|only (?:in|for) (?:dev|test|demo)|\bexpired\b|\brevoked\b|seems to be constant|replace with your own|(?:create|generate|use) your own\b/i;

/** The last lines of a module of settings take what is set in another one, which every installation writes by itself. */
const takesLocal =
  /^[ \t]*(?:from\s+\.?[\w.]*(?:local_?settings|settings_?local|local|production|prod|custom\w*)\s+import\s+\*|exec\w*\(.{0,80}\bglobals\(\)|include\(\s*optional\()/m;

/** True where the values of a module of settings are those of developers, which an installation sets again. */
export const isSetByInstallation = (file: SourceFile): boolean =>
  file.language === 'python' && takesLocal.test(file.text);

/** True where a line, or one of the three before it, says that what stands there is no secret. */
export const isSaidToBeNone = (file: SourceFile, line: number): boolean => noSecret.test(linesAround(file, line, 3, 0));

/** In a comment, or in a text of many lines that explains or prints. Files of settings are read line by line. */
export function isExplanation(file: SourceFile, offset: number): boolean {
  if (file.language === 'other') return /^\s*(?:#|\/\/|;|--|\*|<!--)/.test(file.lineText(file.lineAt(offset)));
  for (
    let at = file.tree?.rootNode.descendantForIndex(offset) ?? null, depth = 0;
    at && depth < 4;
    at = at.parent, depth++
  ) {
    if (/comment/.test(at.type)) return true;
    if (/string|heredoc|template/.test(at.type) && at.text.includes('\n')) return true;
  }
  // A language without a grammar here: a text of many lines is open where its sign stands an odd number of times before.
  if (file.tree === undefined && (file.text.slice(0, offset).match(/"{3}/g)?.length ?? 0) % 2 === 1) return true;
  return /^\s*(?:#|\/\/|\*)/.test(file.lineText(file.lineAt(offset)));
}

/** True where a file of settings says at its top that it is for somebody's own machine. */
export const isSaidToBeLocal = (file: SourceFile): boolean =>
  /^\s*(?:#|;|\/\/)[^\n]*\b(?:local (?:instance|development|setup|environment|testing)|(?:for|in) (?:local|development|testing)\b)/im.test(
    file.text.slice(0, 400),
  );

/** Commented code is neither a flaw nor a defence; the tree knows what is a comment. */
export function isRemark(file: SourceFile, offset: number): boolean {
  if (file.language === 'other')
    return (
      /^\s*(?:#|\/\/)/.test(file.lineText(file.lineAt(offset))) ||
      isBetween(file.text, offset, '<!--', '-->') ||
      (template.test(file.path) && isBetween(file.text, offset, '{#', '#}'))
    );
  if (/\.exs?$/.test(file.path) && isInDocument(file.text, offset)) return true;
  if (page.test(file.path) && isBetween(file.text, offset, '<!--', '-->')) return true;
  // Kotlin, Scala and their like have no grammar here: a comment is told by how its line begins.
  if (file.tree === undefined && /^\s*(?:\/\/|\/\*|\*(?:\s|$))/.test(file.lineText(file.lineAt(offset)))) return true;
  const node = file.tree?.rootNode.descendantForIndex(offset);
  if (file.language === 'python' && isDocstring(node)) return true;
  // A heredoc is mostly a text for people or for another program.
  return /comment|heredoc/.test(node?.type ?? '');
}

const page = /\.(?:vue|svelte|astro|php|phtml|erb|cshtml|razor)$/;

/** What Twig, Jinja and their like leave out stands between these signs. */
const template = /\.(?:twig|html?|j2|jinja2?|njk)$/;

function isBetween(text: string, offset: number, opener: string, closer: string): boolean {
  const open = text.lastIndexOf(opener, offset);
  // `{{#if}}` opens a block of Handlebars.
  return open >= 0 && text[open - 1] !== '{' && offset - open < 2_000 && text.indexOf(closer, open) > offset;
}

/** `@doc """`: Elixir shows it as help, with samples of calls. */
function isInDocument(text: string, offset: number): boolean {
  const open = Math.max(...['doc """', 'doc ~S"""', 'doc ~s"""'].map((sign) => text.lastIndexOf(sign, offset)));
  const start = open < 0 ? -1 : text.indexOf('"""', open) + 3;
  return start > 0 && start <= offset && text.indexOf('"""', start) > offset;
}

/** A text that nobody takes: what Python shows as help. */
function isDocstring(node: Node | null | undefined): boolean {
  if (!node?.type.startsWith('string')) return false;
  const text = node.type === 'string' ? node : node.parent;
  return text?.parent?.type === 'expression_statement';
}
