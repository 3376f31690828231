import type { Node, QueryCapture } from 'web-tree-sitter';
import type { Extractor } from '../../extractor';
import type { CodeFacts, SymbolFact } from '../../facts/importGraph';
import type { SourceFile } from '../../sourceFile';
import type { CodeFactsDraft, CodeLanguage } from './codeLanguage';
import { codeLanguages, textLanguages } from './languages';
import { Scopes } from './scopes';
import { headOf } from './testHeads';

const byName = new Map(textLanguages.flatMap((entry) => entry.languageNames.map((name) => [name, entry] as const)));
const byLanguage = new Map(codeLanguages.flatMap((entry) => entry.languages.map((id) => [id, entry] as const)));

export const codeExtractor: Extractor<CodeFacts> = {
  id: 'code',
  version: 29,
  wants: (file) => byLanguage.has(file.language) || byName.has(file.languageName),
  extract(file) {
    const language = byLanguage.get(file.language);
    if (language === undefined) return byName.get(file.languageName)?.read(file);
    const head = headOf(file);
    const part = head === undefined ? file : file.withText(head);
    return part.tree === undefined ? undefined : readCode(part, language, file);
  },
};

/** Everything that has a place in the tree is read from `file`, which may be the head of `whole`. */
function readCode(file: SourceFile, language: CodeLanguage, whole: SourceFile): CodeFacts {
  const draft: CodeFactsDraft = { imports: [], exports: [], namespace: undefined };
  const symbols = readMatches(file, language, draft, file.matches(language.query, undefined, language.maxDepth));
  for (const more of language.further ?? [])
    if (more.when.test(file.text))
      symbols.push(...readMatches(file, language, draft, file.matches(more.query, undefined, more.maxDepth)));
  const exportedHere = new Set(draft.exports.map((entry) => entry.local));
  if (language.namesExports === true)
    for (const { name, exported, container } of symbols)
      if (exported && container === undefined && !exportedHere.has(name))
        draft.exports.push({ exported: name, local: name });
  // Of a type and a value of one name the file may give away one alone.
  const byKeyword = new Set(
    symbols.flatMap(({ name, exported, container }) => (exported && container === undefined ? [name] : [])),
  );
  const bodies = whole.text.length < leastCounted || language.namesExports !== true ? 0 : bodiesIn(whole.text);
  const references = language.references?.(whole.text, (offset) => whole.lineAt(offset));
  return {
    imports: draft.imports.sort((a, b) => a.line - b.line),
    symbols: symbols.map((symbol) =>
      symbol.container === undefined && exportedHere.has(symbol.name) && !byKeyword.has(symbol.name)
        ? { ...symbol, exported: true }
        : symbol,
    ),
    ...(draft.namespace === undefined ? {} : { namespace: draft.namespace }),
    ...(draft.exports.length === 0 ? {} : { exports: draft.exports }),
    ...(references === undefined || references.length === 0 ? {} : { references }),
    ...(bodies === 0 ? {} : { bodies }),
  };
}

/** Characters of a file that is long. */
const leastCounted = 30_000;

function bodiesIn(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/=> ?\{|\bfunction\b/g)) count++;
  return count;
}

interface Match {
  readonly kind: string;
  readonly node: Node;
  readonly captures: readonly QueryCapture[];
  readonly start: number;
}

const symbolKinds = new Set<string>([
  'class',
  'interface',
  'function',
  'method',
  'enum',
  'type',
  'constant',
  'module',
] satisfies SymbolFact['kind'][]);

function isSymbolKind(kind: string): kind is SymbolFact['kind'] {
  return symbolKinds.has(kind);
}

/** Longer than any import or list of exports that a person wrote. */
const maxPiece = 100_000;

/** Of white space that is longer it is too much. */
const longSpace = 40;

/** The readers' expressions go over white space more than once: there must not be much of it in one place. */
function squeezed(text: string): string {
  return text.length >= 200 && hasLongSpace(text) ? text.replace(/\s{40,}/g, ' ') : text;
}

/** Looks at one character of so many: none that is too long fits between two of them. */
function hasLongSpace(text: string): boolean {
  for (let at = longSpace - 1; at < text.length; at += longSpace) {
    if (!isSpace(text, at)) continue;
    let start = at;
    while (isSpace(text, start - 1)) start--;
    let end = at + 1;
    while (isSpace(text, end)) end++;
    if (end - start >= longSpace) return true;
  }
  return false;
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code >= 9 && code <= 13) || (code > 127 && /\s/.test(text[at] ?? ''));
}

/** Reads matches in the order of the text, so that what encloses is known when something enclosed is read. */
function readMatches(
  file: SourceFile,
  language: CodeLanguage,
  draft: CodeFactsDraft,
  found: readonly (readonly QueryCapture[])[],
): SymbolFact[] {
  const matches: Match[] = [];
  for (const captures of found) {
    const first = captures.find((capture) => capture.name !== 'exported');
    if (first !== undefined)
      matches.push({ kind: first.name, node: first.node, captures, start: first.node.startIndex });
  }
  matches.sort((a, b) => a.start - b.start);
  const scopes = new Scopes(language);
  const symbols: SymbolFact[] = [];
  for (const match of matches) {
    scopes.leaveBefore(match.start);
    if (match.kind === 'scope' || isSymbolKind(match.kind)) {
      const symbol = scopes.declare(file, match.kind, match.node, match.captures);
      if (symbol !== undefined) symbols.push(symbol);
    } else {
      const { node } = match;
      const text = squeezed(file.text.slice(match.start, Math.min(node.endIndex, match.start + maxPiece)));
      const line = node.startPosition.row + 1;
      language.pieces[match.kind]?.(
        { text, line, node, containers: scopes.names(), inFunction: scopes.inFunction(), file },
        draft,
      );
    }
  }
  return symbols;
}
