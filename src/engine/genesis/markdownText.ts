/**
 * Text of a repository made safe inside Markdown: one line, no control characters, nothing that Markdown or HTML would
 * read as markup. At most `max` characters (UTF-16 units), cut with an ellipsis.
 */
export function markdownText(text: string, max = 200): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being removed
  const line = text.replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
  const cut = line.length > max ? `${line.slice(0, max - 1)}…` : line;
  return cut.replace(/[\\`*_{}[\]<>#|~!&]/g, (mark) => `\\${mark}`);
}

/** The same as inline code: `` `text` ``, with a fence long enough for the backticks inside. */
export function markdownCode(text: string, max = 200): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being removed
  const line = text.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
  const cut = line.length > max ? `${line.slice(0, max - 1)}…` : line;
  const longest = Math.max(0, ...[...cut.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${cut}${pad}${fence}`;
}
