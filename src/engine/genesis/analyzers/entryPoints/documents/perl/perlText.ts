const pieces = /"(?:[^"\\]|\\[\s\S]){0,4000}"|'(?:[^'\\]|\\[\s\S]){0,4000}'|(?<=^|[\s;{}])#[^\n]*/gm;

/** The text without comments, documentation and data behind its end, at the same places. */
export function perlCode(text: string): string {
  const end = /^__(?:END|DATA)__\s{0,4}$/m.exec(text);
  return (end === null ? text : text.slice(0, end.index))
    .replace(/^=[a-z]\w{0,20}\b[\s\S]*?(?:^=cut\b|(?![\s\S]))/gm, blank)
    .replace(pieces, (part) => (part.startsWith('#') ? blank(part) : part));
}

const blank = (part: string): string => part.replace(/[^\n]/g, ' ');

const closing: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };

/** Index of the bracket that closes the one at `at`, quoted texts left aside; the end where none does. */
export function perlClosing(text: string, at: number): number {
  const open = text[at] ?? '';
  const close = closing[open] ?? '';
  let depth = 0;
  for (let index = at; index < text.length; index++) {
    const char = text[index];
    // `$'` and `s'…'` are seldom; a quote behind a word is an apostrophe of a text that is not read.
    if ((char === '"' || char === "'") && !/[\w$\\]/.test(text[index - 1] ?? '')) index = endOfQuoted(text, index);
    else if (char === open) depth += 1;
    else if (char === close) {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return text.length;
}

function endOfQuoted(text: string, at: number): number {
  const quote = text[at];
  for (let index = at + 1; index < Math.min(text.length, at + 4000); index++) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === quote) return index;
  }
  return at;
}

/** `'/users'` and `"/users"`: the text of a value, where nothing is put into it. */
export function perlString(written: string): string | undefined {
  const found =
    /^\s{0,40}(?:'([^'\n]{0,300})'|"([^"\n$@]{0,300})"|q\(([^()\n]{0,300})\)|q\{([^{}\n]{0,300})\})\s{0,20}$/.exec(
      written,
    );
  return found === null ? undefined : (found[1] ?? found[2] ?? found[3] ?? found[4]);
}

/** `['GET', 'POST']`, `[qw(GET POST)]`: the words of a list. */
export function perlWords(written: string): string[] {
  const inside = /\[([^\][]{0,200})\]/.exec(written)?.[1] ?? '';
  return inside.match(/\b(?!qw\b)[A-Za-z]{3,10}\b/g) ?? [];
}
