import { blanked } from '../../../../languages/sourceText';
/** Longer files are tables or made by a machine. */
export const longestCode = 200_000;

/** The text with comments left blank, character by character as long as it was; what stands in texts stays. */
export function withoutComments(text: string): string {
  const comment =
    /"""[\s\S]{0,20000}?"""|"(?:[^"\\\n]|\\.){0,2000}"|'(?:[^'\\\n]|\\.){1,8}'|\/\/[^\n]*|\/\*[\s\S]{0,5000}?\*\//g;
  return text.replace(comment, (found) => (found.startsWith('//') || found.startsWith('/*') ? blanked(found) : found));
}

/** The same with what stands in texts left blank as well, so that its brackets close nothing. */
export function withoutTexts(code: string): string {
  return code.replace(/"""[\s\S]{0,20000}?"""|"(?:[^"\\\n]|\\.){0,2000}"/g, (found) => found.replace(/[^\n"]/g, ' '));
}

const closes: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };

/** Behind the bracket that closes the one at an offset; `undefined` where it is not closed within so many characters. */
export function endOfBracket(bare: string, at: number, most: number): number | undefined {
  const open = bare[at] ?? '';
  const close = closes[open];
  if (close === undefined) return undefined;
  let depth = 0;
  const end = Math.min(bare.length, at + most);
  for (let index = at; index < end; index++) {
    const sign = bare[index];
    if (sign === open) depth++;
    else if (sign === close && --depth === 0) return index + 1;
  }
  return undefined;
}

/** What is between the commas of a list, those inside of brackets aside; `bare` is the same text without texts. */
export function partsOf(text: string, bare: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index <= bare.length; index++) {
    const sign = bare[index];
    if (sign !== undefined && '([{'.includes(sign)) depth++;
    else if (sign !== undefined && ')]}'.includes(sign)) depth--;
    else if (index === bare.length || (sign === ',' && depth === 0)) {
      parts.push(text.slice(from, index));
      from = index + 1;
    }
  }
  return parts.filter((part) => part.trim() !== '');
}
