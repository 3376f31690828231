import type { SourceFile } from '../../../sourceFile';

/** What stands between the marks of a literal, as the grammars call it. */
const content = /^(?:string_content|string_fragment|regex_pattern|heredoc_content|raw_string_literal_content)$/;
/** The literal with its marks: a match that begins behind the first one is inside. */
const literal =
  /^(?:(?:interpreted_|raw_|verbatim_)?string(?:_literal)?|template_string|encapsed_string|regex|regex_literal)$/;

/** What may stand before the first mark: `f"`, `r#"`, `$@"`. */
const mark = /^[\w@$#]{0,3}$/;

/** PHP writes pages as texts, and a page holds forms and scripts that a browser runs. */
const page = /<[a-z!/]/i;

/**
 * True where the whole match stands between the marks of one literal: the sample of a rule, a message, an expression that looks
 * for such code. Nothing there runs. What a literal evaluates is code, and so is a match that begins before the literal.
 */
export function isInText(file: SourceFile, offset: number, length: number): boolean {
  const node = file.tree?.rootNode.descendantForIndex(offset, offset + Math.max(1, length) - 1);
  if (node === undefined || node === null) return false;
  const isContent = content.test(node.type);
  if (!isContent && !(literal.test(node.type) && !mark.test(file.text.slice(node.startIndex, offset)))) return false;
  const whole = isContent ? (node.parent ?? node) : node;
  return file.language !== 'php' || !page.test(whole.text);
}
