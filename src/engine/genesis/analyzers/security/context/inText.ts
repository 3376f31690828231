import type { SourceFile } from '../../../sourceFile';

/** What stands between the marks of a literal, as the grammars call it. */
const content = /^(?:string_content|string_fragment|regex_pattern|heredoc_content|raw_string_literal_content)$/;
/** The literal with its marks: a match that begins behind the first one is inside. */
const literal =
  /^(?:(?:interpreted_|raw_|verbatim_)?string(?:_literal)?|template_string|encapsed_string|regex|regex_literal)$/;

/** What may stand before the first mark: `f"`, `r#"`, `$@"`. */
const mark = /^[\w@$#]{0,3}$/;

/** A call, or a function that is handed over. */
const call = /^\s{0,9}(?:[\w$.:]{1,80}\(|\w{1,40}\s{0,3}:\s{0,3}function\b)/;

/** PHP writes pages as texts, and a page holds forms and scripts that a browser runs. */
const page = /<[a-z!/]/i;

/**
 * True where the match stands between the marks of one literal, or begins with a call that is spoken of there: the sample of a
 * rule, a message, an expression that looks for such code. Nothing there runs. What a literal evaluates is code, and so is a match
 * that begins before the literal; a key in marks that code follows is none of these.
 */
export function isInText(file: SourceFile, offset: number, length: number): boolean {
  const whole = literalAt(file, offset, offset + Math.max(1, length) - 1) ?? calledIn(file, offset, length);
  return whole !== undefined && (file.language !== 'php' || !page.test(whole.text));
}

type Literal = NonNullable<ReturnType<NonNullable<SourceFile['tree']>['rootNode']['descendantForIndex']>>;

function literalAt(file: SourceFile, offset: number, end: number): Literal | undefined {
  const node = file.tree?.rootNode.descendantForIndex(offset, end);
  if (node === undefined || node === null) return undefined;
  const isContent = content.test(node.type);
  if (!isContent && !(literal.test(node.type) && !mark.test(file.text.slice(node.startIndex, offset))))
    return undefined;
  return isContent ? (node.parent ?? node) : node;
}

/** The literal in which a match begins with a call, though it ends behind it: `['jwt.sign(', …]`. */
function calledIn(file: SourceFile, offset: number, length: number): Literal | undefined {
  const around = literalAt(file, offset, offset);
  if (around === undefined) return undefined;
  return call.test(file.text.slice(offset, Math.min(offset + length, around.endIndex))) ? around : undefined;
}
