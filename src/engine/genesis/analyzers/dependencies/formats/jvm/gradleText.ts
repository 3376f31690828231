/** The text of a Gradle or Kotlin script with comments blanked out; line breaks and offsets stay. */
export function withoutComments(text: string): string {
  let out = '';
  let at = 0;
  while (at < text.length) {
    const mark = text[at] ?? '';
    if (mark === '"' || mark === "'") {
      const end = stringEnd(text, at, mark);
      out += text.slice(at, end);
      at = end;
    } else if (mark === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
      const end = commentEnd(text, at);
      out += text.slice(at, end).replaceAll(/[^\n]/g, ' ');
      at = end;
    } else {
      out += mark;
      at++;
    }
  }
  return out;
}

/** Strings end at their quote or, since a lone apostrophe is no string, with the line. */
function stringEnd(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at + 1;
    else if (text[at] === '\n') return at;
  }
  return text.length;
}

function commentEnd(text: string, start: number): number {
  const isLine = text[start + 1] === '/';
  const end = text.indexOf(isLine ? '\n' : '*/', start + 2);
  if (end === -1) return text.length;
  return isLine ? end : end + 2;
}
