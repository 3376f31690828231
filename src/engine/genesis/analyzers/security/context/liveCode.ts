/** The text without lines and blocks that are commented out; good enough to ask whether something is switched on. */
export function liveCode(text: string): string {
  return text.replace(/\/\*[\s\S]{0,5000}?\*\//g, '').replace(/^[ \t]*(?:\/\/|#)[^\n]*/gm, '');
}
