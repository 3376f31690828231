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
  /\s{0,40}(?:"([^"\n]{0,150})"(?:\.r)?|(?:\w{1,40}\.)?(IntNumber|LongNumber|DoubleNumber|HexIntNumber|JavaUUID|Segment|Segments|Remaining|RemainingPath|Neutral)\b|((?:\w{1,40}\.){0,3}\w{1,40})(?:\[[\w.[\] ]{1,60}\])?(?:\(\s{0,4}(?:"(\w{1,60})")?[^()"]{0,60}\))?|([/~]))/y;

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

/** What slashes put together: texts, parameters, and values of which only the program knows what they are. */
interface PathPiece {
  readonly text?: string;
  readonly parameter?: string;
  readonly value?: string;
  readonly isTail?: boolean;
}

function piecesOf(written: string): PathPiece[] | undefined {
  const pieces: PathPiece[] = [];
  let at = 0;
  while (at < written.length) {
    part.lastIndex = at;
    const found = part.exec(written);
    if (found === null) return written.slice(at).trim() === '' ? pieces : undefined;
    at += found[0].length;
    const [whole, text, matcher, name, named, slash] = found;
    if (slash !== undefined || matcher === 'Neutral') continue;
    if (text !== undefined) pieces.push({ text });
    else if (name !== undefined && !parameters.has(name) && !/[[(]/.test(whole)) pieces.push({ value: name });
    else
      pieces.push({
        parameter: named ?? (matcher === undefined ? (name ?? '') : ''),
        isTail: tails.has(matcher ?? name ?? ''),
      });
  }
  return pieces;
}

/**
 * Parts of a path that slashes put together: `"users" / LongNumber`, `"users" / path[Int]("id")`; names of parameters may
 * be given from outside. A value is a template: a text that the program holds, or a parameter where there are names enough.
 * `undefined` where a part is not understood.
 */
export function templatesOf(written: string, names: readonly string[] = []): string[] | undefined {
  const pieces = piecesOf(written);
  if (pieces === undefined) return undefined;
  const areAllNamed = names.length >= pieces.filter(({ text }) => text === undefined).length;
  let given = 0;
  return pieces.flatMap(({ text, parameter, value, isTail }) => {
    if (text !== undefined) return text.split('/').filter((one) => one !== '');
    if (value !== undefined && !areAllNamed) return [`=\${${value}}`];
    const name = names[given++];
    if (value !== undefined) return [`=\${${value}${name === undefined ? '' : `:${name}`}}`];
    return [`{${name ?? (parameter || `arg${given}`)}${isTail === true ? '*' : ''}}`];
  });
}

/** The same where no value of the program stands in it. */
export function partsOf(written: string, names: readonly string[] = []): string[] | undefined {
  const parts = templatesOf(written, names);
  return parts?.some((one) => one.startsWith('=')) === true ? undefined : parts;
}
