import type { Changes } from '../../../shared/scanDiff';

/** How the rows of one kind are told apart, and what about them is worth a word. */
export interface RowKind<T> {
  readonly key: (row: T) => string;
  /** By the word under which a difference is told; `''` for nothing. */
  readonly facts: (row: T) => Readonly<Record<string, string>>;
}

/** Compares two lists whatever their order. Rows of one key are paired in the order in which they come. */
export function compareLists<T>(before: readonly T[], after: readonly T[], kind: RowKind<T>): Changes<T> {
  const known = byKey(before, kind.key);
  const added: T[] = [];
  const changed: Changes<T>['changed'][number][] = [];
  for (const [key, row] of byKey(after, kind.key)) {
    const old = known.get(key);
    known.delete(key);
    if (old === undefined) added.push(row);
    else {
      const what = differences(kind.facts(old), kind.facts(row));
      if (what.length > 0) changed.push({ before: old, after: row, what });
    }
  }
  return { added, removed: [...known.values()], changed };
}

function byKey<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T> {
  const counts = new Map<string, number>();
  const result = new Map<string, T>();
  for (const row of rows) {
    const key = keyOf(row);
    const nth = counts.get(key) ?? 0;
    counts.set(key, nth + 1);
    result.set(`${key}\0${nth}`, row);
  }
  return result;
}

function differences(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string[] {
  const words = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...words].flatMap((word) => {
    const [old = '', now = ''] = [before[word], after[word]];
    if (old === now) return [];
    if (old === '') return [`${word} ${now} added`];
    if (now === '') return [`${word} ${old} removed`];
    return [`${word} ${old} → ${now}`];
  });
}
