import type { DigestCommit } from '../../../../../shared/ingest';
import { roleOf } from '../../../../genesis/languages/roleOf';
import { type DiffHunk, readDiff } from '../../../enrich/parseDiff';
import { declaredName } from './declaredName';
import { isWhole } from './isWhole';

export interface SymbolChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Names that a commit's diff declares, changes inside of, or takes away. Names only: no text of the code. */
export function symbolChanges(commit: DigestCommit): SymbolChanges {
  const found = { added: new Set<string>(), changed: new Set<string>(), removed: new Set<string>() };
  const byPath = new Map<string, DiffHunk[]>();
  for (const hunk of readDiff(commit.diff ?? ''))
    if (roleOf(hunk.path) === 'source') byPath.set(hunk.path, [...(byPath.get(hunk.path) ?? []), hunk]);
  const moved = new Set<string>();
  for (const [path, hunks] of byPath) {
    const after = namesOf(hunks.flatMap((hunk) => hunk.added.map((one) => one.text)));
    const before = namesOf(hunks.flatMap((hunk) => hunk.removed));
    const whole = isWhole(commit, path, hunks);
    for (const name of after) (!whole || before.has(name) ? found.changed : found.added).add(name);
    if (whole) for (const name of before) if (!after.has(name)) found.removed.add(name);
    for (const name of hunks.flatMap((hunk) => nameAround(hunk) ?? [])) found.changed.add(name);
  }
  // What leaves one file and comes into another is neither new nor gone.
  for (const name of found.added) if (found.removed.has(name)) moved.add(name);
  const list = (names: ReadonlySet<string>): string[] => [...names].filter((name) => !moved.has(name));
  return {
    added: list(found.added),
    changed: [...found.changed, ...moved].filter((name) => moved.has(name) || !found.added.has(name)),
    removed: list(found.removed).filter((name) => !found.changed.has(name)),
  };
}

const namesOf = (lines: readonly string[]): Set<string> => new Set(lines.flatMap((line) => declaredName(line) ?? []));

/**
 * What the hunk's header says it is in. That is the last beginning above its first line: it is told only where no line
 * before the first change stands at the margin, for there it may have ended.
 */
function nameAround({ section, lead }: DiffHunk): string | undefined {
  const ended = lead.some((line) => /^\S/.test(line));
  return ended || section === '' ? undefined : declaredName(section);
}
