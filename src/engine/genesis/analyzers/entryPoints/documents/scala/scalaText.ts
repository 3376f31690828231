const strings = /"""[\s\S]*?(?:"""|$)|"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;

/** The text without comments, at the same places. */
export const withoutComments = (text: string): string =>
  text.replace(strings, (part) => (part.startsWith('"') ? part : part.replace(/[^\n]/g, ' ')));

const closing: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };

/** Index of the bracket that closes the one at `at`, texts left aside; the end where none does. */
export function closingAt(text: string, at: number): number {
  const open = text[at] ?? '';
  const close = closing[open] ?? '';
  let depth = 0;
  for (let index = at; index < text.length; index++) {
    const char = text[index];
    if (char === '"') index = endOfText(text, index) - 1;
    else if (char === open) depth += 1;
    else if (char === close) {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return text.length;
}

export function endOfText(text: string, at: number): number {
  if (text.startsWith('"""', at)) {
    const end = text.indexOf('"""', at + 3);
    return end === -1 ? text.length : end + 3;
  }
  for (let index = at + 1; index < text.length; index++) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === '"' || text[index] === '\n') return index + 1;
  }
  return text.length;
}

const part =
  /\s{0,40}(?:"([^"\n]{0,150})"(?:\.r)?|(?:\w{1,40}\.)?(IntNumber|LongNumber|DoubleNumber|HexIntNumber|JavaUUID|Segment|Segments|Remaining|RemainingPath|Neutral)\b|(\w{1,40})(?:\[[\w.[\] ]{1,60}\])?(?:\(\s{0,4}(?:"(\w{1,60})")?[^()"]{0,60}\))?|(\/))/y;

const parameters: ReadonlySet<string> = new Set([
  'path',
  'paths',
  'trailing',
  'int',
  'long',
  'string',
  'uuid',
  'boolean',
]);
const tails: ReadonlySet<string> = new Set(['Segments', 'Remaining', 'RemainingPath', 'trailing', 'paths']);

/**
 * Parts of a path that slashes put together: `"users" / LongNumber`, `"users" / path[Int]("id")`; names of parameters may
 * be given from outside. `undefined` where a part is not understood.
 */
export function partsOf(written: string, names: readonly string[] = []): string[] | undefined {
  const parts: string[] = [];
  let at = 0;
  let given = 0;
  while (at < written.length) {
    part.lastIndex = at;
    const found = part.exec(written);
    if (found === null) return written.slice(at).trim() === '' ? parts : undefined;
    at += found[0].length;
    const [whole, text, matcher, name, named, slash] = found;
    if (slash !== undefined) continue;
    // A value of the program may stand there, of which nothing is known.
    if (name !== undefined && !parameters.has(name) && !/[[(]/.test(whole)) return undefined;
    if (text !== undefined) parts.push(...text.split('/').filter((one) => one !== ''));
    else if (matcher === 'Neutral') continue;
    else {
      const word = names[given] ?? named ?? (matcher === undefined ? name : undefined) ?? `arg${given + 1}`;
      given += 1;
      parts.push(`{${word}${tails.has(matcher ?? name ?? '') ? '*' : ''}}`);
    }
  }
  return parts;
}
