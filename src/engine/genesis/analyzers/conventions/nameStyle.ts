import { atLeast, exact, rounded } from '../architecture/map/wording';

/** How the words of a name are joined. A name of one word fits several styles and says nothing; `mixed` follows none. */
export type NameStyle = 'kebab-case' | 'snake_case' | 'camelCase' | 'PascalCase' | 'UPPER_CASE' | 'mixed';

const styles: readonly (readonly [NameStyle, RegExp])[] = [
  ['kebab-case', /^[a-z0-9]+(?:-[a-z0-9]+)+$/],
  ['snake_case', /^[a-z0-9]+(?:_[a-z0-9]+)+$/],
  ['UPPER_CASE', /^[A-Z0-9]+(?:_[A-Z0-9]+)+$/],
  ['camelCase', /^[a-z][a-z0-9]*[A-Z][A-Za-z0-9]*$/],
  ['PascalCase', /^[A-Z][A-Za-z0-9]*$/],
];

/** A hyphen or an underscore between words, a capital within a name, or one that follows an abbreviation. */
const wordBreak = /[A-Za-z0-9][-_]{1,2}[A-Za-z0-9]|[a-z0-9][A-Z]|[A-Z]{2}[a-z]{2}/;

/** The style of a name, or `undefined` where nothing in it parts words. */
export function nameStyle(name: string): NameStyle | undefined {
  if (!wordBreak.test(name)) return undefined;
  return styles.find(([, pattern]) => pattern.test(name))?.[0] ?? 'mixed';
}

export interface Share<T> {
  readonly value: string;
  readonly matching: readonly T[];
  readonly others: readonly T[];
  /** matching / (matching + others), 0 to 1. */
  readonly share: number;
}

/** The most frequent value among items, and who does not have it; `undefined` for an item that says nothing. */
export function dominant<T>(items: readonly T[], pick: (item: T) => string | undefined): Share<T> | undefined {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const value = pick(item);
    if (value === undefined) continue;
    const group = groups.get(value);
    if (group) group.push(item);
    else groups.set(value, [item]);
  }
  const [first, ...rest] = [...groups].sort((a, b) => b[1].length - a[1].length);
  if (!first) return undefined;
  const others = rest.flatMap(([, group]) => group);
  return { value: first[0], matching: first[1], others, share: first[1].length / (first[1].length + others.length) };
}

/** `97 %`, but never `100 %` while there is an exception. */
export function percent(share: number): string {
  const rounded = share < 1 ? Math.min(99, Math.round(share * 100)) : 100;
  return `${rounded} %`;
}

/** With more exceptions than are listed the share says more than their number. */
const mostExceptions = 8;

/** `At least 40 files that declare tests are named *.test.ts, one exception found`: round numbers, for roles may be mistaken. */
export function shareOf({ matching, others, share }: Share<unknown>, subject: string, predicate: string): string {
  const total = matching.length + others.length;
  if (others.length > mostExceptions)
    return `About ${percent(share)} of ${total < exact ? '' : 'about '}${rounded(total)} ${subject} ${predicate}`;
  const exceptions =
    others.length === 0
      ? 'no exception found'
      : others.length === 1
        ? 'one exception found'
        : `${others.length} exceptions found`;
  return `At least ${atLeast(matching.length)} ${subject} ${predicate}, ${exceptions}`;
}
