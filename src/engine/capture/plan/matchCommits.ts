import type { CommitHeader } from '../../git/commits/parseCommits';
import { patchKey } from '../../git/commits/parsePatch';
import { readDiffs } from '../../git/commits/readDiffs';
import { authorKeyOf, messageKeyOf } from './ledger';
import type { PlanContext } from './planContext';

/** Diffs are looked at where nothing else tells commits apart, and of so many at most. */
const mostDiffs = 60;

/**
 * Which of the old commits each new one is another version of; each old one once. What stays when git makes a commit anew
 * are author and author's date, mostly the message, often the change. Both lists are in the order of the branch.
 */
export async function matchCommits(
  context: PlanContext,
  news: readonly CommitHeader[],
  olds: readonly CommitHeader[],
): Promise<Map<string, CommitHeader>> {
  const matches = new Map<string, CommitHeader>();
  const restOf = (): [CommitHeader[], CommitHeader[]] => {
    const used = new Set([...matches.values()].map(({ sha }) => sha));
    return [news.filter(({ sha }) => !matches.has(sha)), olds.filter(({ sha }) => !used.has(sha))];
  };
  const pair = (keyOf: (header: CommitHeader) => string | undefined, onlyUnique: boolean): void => {
    const [newRest, oldRest] = restOf();
    const byKey = groupBy(oldRest, keyOf);
    for (const [key, group] of groupBy(newRest, keyOf)) {
      const candidates = byKey.get(key) ?? [];
      if (onlyUnique && (candidates.length !== 1 || group.length !== 1)) continue;
      group.slice(0, candidates.length).forEach((header, index) => {
        const old = candidates[index];
        if (old !== undefined) matches.set(header.sha, old);
      });
    }
  };
  pair((header) => `${authorKeyOf(header)} ${messageKeyOf(header)}`, false);
  pair(authorKeyOf, true);
  const [newRest, oldRest] = restOf();
  if (newRest.length > 0 && oldRest.length > 0 && newRest.length + oldRest.length <= mostDiffs) {
    const keys = await patchKeys(context, [...newRest, ...oldRest]);
    pair((header) => keys.get(header.sha), false);
  }
  pair((header) => `${header.email.toLowerCase()} ${messageKeyOf(header)}`, false);
  pair(authorKeyOf, false);
  return matches;
}

async function patchKeys(context: PlanContext, headers: readonly CommitHeader[]): Promise<Map<string, string>> {
  const requests = headers.map(({ sha }) => ({ sha, files: 0, lines: 0, paths: [] }));
  const keys = new Map<string, string>();
  for (const [sha, diff] of await readDiffs(requests, context.git)) {
    const key = diff.whole ? patchKey(diff.patches) : undefined;
    if (key !== undefined) keys.set(sha, key);
  }
  return keys;
}

function groupBy(
  headers: readonly CommitHeader[],
  keyOf: (header: CommitHeader) => string | undefined,
): Map<string, CommitHeader[]> {
  const groups = new Map<string, CommitHeader[]>();
  for (const header of headers) {
    const key = keyOf(header);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), header]);
  }
  return groups;
}
