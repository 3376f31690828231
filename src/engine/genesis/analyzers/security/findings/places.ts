import type { Evidence } from '../../../../../shared/genesis';
import { markdownCode } from '../../../markdownText';
import type { FileRecord } from '../../../scanModel';
import type { Severity } from '../weakness';

/** A place, and the file that it is in. */
export interface Placed<T> {
  readonly file: FileRecord;
  readonly place: T;
}

export const importanceOf: Readonly<Record<Severity, 2 | 3 | 4 | 5>> = { critical: 5, high: 4, medium: 3, low: 2 };

/** Each place can be ignored by itself, so a finding names them all up to this many. */
export const mostPlaces = 100;

export function placed<T>(entries: Iterable<readonly [FileRecord, readonly T[]]>): Placed<T>[] {
  return [...entries].flatMap(([file, places]) => places.map((place) => ({ file, place })));
}

export const toEvidence = ({ file, place }: Placed<{ line: number; endLine: number; mark?: string }>): Evidence => ({
  path: file.path,
  startLine: place.line,
  endLine: Math.max(place.line, place.endLine),
  ...(place.mark === undefined ? {} : { fingerprint: place.mark }),
});

/** Where they are; how many there are besides, which no rule sees, is not said. */
export function count(places: readonly Placed<unknown>[]): string {
  const files = new Set(places.map(({ file }) => file.path)).size;
  const first = places[0]?.file.path ?? '';
  if (places.length === 1) return `in ${first}`;
  return `at least ${places.length} times in ${files === 1 ? first : `${files} files`}`;
}

/** A place as a list shows it. */
interface Shown {
  readonly line: number;
  readonly sourceLine?: number;
  readonly sourcePath?: string;
  readonly what?: string;
}

function sourceOf({ sourceLine, sourcePath }: Shown): string {
  if (!sourceLine) return '';
  return sourcePath === undefined
    ? ` (value from line ${sourceLine})`
    : ` (value from ${markdownCode(`${sourcePath}:${sourceLine}`, 300)})`;
}

/** How many lines a list has, and how many places of its file one line names. */
const mostListed = 20;
const mostOfLine = 60;

/** Places of one file that nothing else is to be said of stand in one line: `a.ts:3`, 40, 71. */
export function listPlaces(places: readonly Placed<Shown>[]): string {
  const entries: { readonly first: string; readonly others: number[]; readonly rest: string }[] = [];
  const byFile = new Map<string, number[]>();
  let listed = 0;
  for (const { file, place } of places) {
    const rest = `${sourceOf(place)}${place.what ? ` ${markdownCode(place.what, 200)}` : ''}`;
    const known = rest === '' ? byFile.get(file.path) : undefined;
    if (known === undefined ? entries.length >= mostListed : known.length >= mostOfLine) continue;
    listed += 1;
    if (known === undefined) {
      const others: number[] = [];
      if (rest === '') byFile.set(file.path, others);
      entries.push({ first: markdownCode(`${file.path}:${place.line}`, 300), others, rest });
    } else known.push(place.line);
  }
  const list = entries.map(
    ({ first, others, rest }) => `- ${[first, ...others.toSorted((a, b) => a - b)].join(', ')}${rest}`,
  );
  return [...list, ...(places.length > listed ? [`- and ${places.length - listed} more`] : [])].join('\n');
}

export const cut = (title: string): string => (title.length > 120 ? `${title.slice(0, 119)}…` : title);
