const parts =
  /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
const blank = (part: string): string => part.replace(/[^\n]/g, ' ');

/** The text without comments, at the same places. */
export const withoutComments = (text: string): string =>
  text.replace(parts, (part) => (part.startsWith('/') ? blank(part) : part));

/** The text without comments and without what stands in quotes, at the same places. */
export const withoutTexts = (text: string): string => text.replace(parts, blank);

const closing: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };

/** Index of the bracket that closes the one at `at` in a text without quotes; the end where none does. */
export function closingAt(bare: string, at: number): number {
  const open = bare[at] ?? '';
  const close = closing[open] ?? '';
  let depth = 0;
  for (let index = at; index < bare.length; index++) {
    if (bare[index] === open) depth += 1;
    else if (bare[index] === close && --depth === 0) return index;
  }
  return bare.length;
}
