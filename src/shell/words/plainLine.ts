/**
 * Text of a repository as one line of a label: no line breaks, no control characters, and none of the marks that turn the
 * direction of what follows, with which a file name could pose as another.
 */
export function plainLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being removed
  return text.replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
}
