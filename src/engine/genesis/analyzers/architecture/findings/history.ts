import { folderOf } from '../../../facts/paths';
import { markdownCode } from '../../../markdownText';
import type { FileRecord, FindingDraft, GitCommitFacts } from '../../../scanModel';
import type { CodeMap } from '../map/codeMap';
import { counted, fitting, percent } from '../map/wording';

const minCommits = 40;
/** A commit that touches more files moves or formats; it does not tell what belongs together. */
const maxFiles = 30;
const minTogether = 8;
const minTogetherShare = 0.6;

const bot = /\[bot\]|\bbot$|^(?:dependabot|renovate|github-actions|weblate|crowdin)\b/i;

interface Change {
  readonly file: FileRecord;
  readonly commits: readonly number[];
}

/**
 * Where the work of the last commits went, and which files of different folders change together without knowing each
 * other. Neighbours in a folder are expected to.
 */
export function historyFindings(map: CodeMap): FindingDraft[] {
  const commits = (map.model.git?.commits ?? []).filter(
    (commit) => commit.files.length > 0 && !bot.test(commit.author),
  );
  if (commits.length < minCommits) return [];
  const changes = changesOf(map, commits);
  return [...hotSpots(changes, commits), ...coChanges(map, changes, commits)];
}

/** Indexes of the commits that changed each source file, without those that change everything. */
function changesOf(map: CodeMap, commits: readonly GitCommitFacts[]): Change[] {
  const files = new Map(map.files.map((file) => [file.path, file]));
  const found = new Map<string, number[]>();
  commits.forEach((commit, index) => {
    if (commit.files.length > maxFiles) return;
    for (const path of commit.files) {
      if (!files.has(path) || /version/i.test(path.slice(path.lastIndexOf('/') + 1))) continue;
      const known = found.get(path);
      if (known === undefined) found.set(path, [index]);
      else known.push(index);
    }
  });
  return [...found].flatMap(([path, indexes]) => {
    const file = files.get(path);
    return file === undefined ? [] : [{ file, commits: indexes }];
  });
}

function hotSpots(changes: readonly Change[], commits: readonly GitCommitFacts[]): FindingDraft[] {
  const hot = [...changes]
    .sort((a, b) => b.commits.length - a.commits.length || (a.file.path < b.file.path ? -1 : 1))
    .filter(({ commits: touched }) => touched.length >= 8 && touched.length >= commits.length * 0.03)
    .slice(0, 6);
  const [top] = hot;
  if (top === undefined) return [];
  return [
    {
      layer: 'architecture',
      rule: 'architecture/hot-spot',
      key: 'hot-spots',
      title: fitting(
        `${top.file.path} changed in ${top.commits.length} of the last ${commits.length} commits, more than any other code`,
        `${top.file.path.slice(top.file.path.lastIndexOf('/') + 1)} changed in ${top.commits.length} of the last ${commits.length} commits, more than any other code`,
      ),
      content: `Source files by how often they changed (commits with more than ${maxFiles} files left out):\n\n${hot
        .map(
          ({ file, commits: touched }) =>
            `- ${markdownCode(file.path)}: ${counted(touched.length, 'commit')} (${percent(touched.length, commits.length)}), ${counted(file.lines, 'line')}`,
        )
        .join('\n')}`,
      importance: 3,
      confidence: 0.9,
      tags: ['hot-spot', 'history'],
      evidence: hot.map(({ file }) => ({ path: file.path, startLine: 1, endLine: Math.max(1, file.lines) })),
    },
  ];
}

/** File names, with as many folders as it takes to tell them apart. */
function shortNames(a: string, b: string): readonly [string, string] {
  const [partsOfA, partsOfB] = [a.split('/'), b.split('/')];
  for (let length = 1; length < Math.max(partsOfA.length, partsOfB.length); length++) {
    const names = [partsOfA.slice(-length).join('/'), partsOfB.slice(-length).join('/')] as const;
    if (names[0] !== names[1]) return names;
  }
  return [a, b];
}

interface Pair {
  readonly a: Change;
  readonly b: Change;
  readonly together: number;
}

function coChanges(map: CodeMap, changes: readonly Change[], commits: readonly GitCommitFacts[]): FindingDraft[] {
  const pairs = togetherPairs(changes)
    .filter(({ a, b }) => folderOf(a.file.path) !== folderOf(b.file.path) && !areLinked(map, a.file.path, b.file.path))
    .sort((x, y) => y.together - x.together || (x.a.file.path < y.a.file.path ? -1 : 1))
    .slice(0, 5);
  const [top] = pairs;
  if (top === undefined) return [];
  const rarer = (pair: Pair): number => Math.min(pair.a.commits.length, pair.b.commits.length);
  const [nameOfA, nameOfB] = shortNames(top.a.file.path, top.b.file.path);
  const full = `${top.a.file.path} and ${top.b.file.path}`;
  return [
    {
      layer: 'architecture',
      rule: 'architecture/co-change',
      key: 'co-change',
      title: fitting(
        `${full} change together, yet neither imports the other`,
        `${nameOfA} and ${nameOfB} change together, yet neither imports the other`,
      ),
      content: `In the last ${commits.length} commits:\n\n${pairs
        .map(
          (pair) =>
            `- ${markdownCode(pair.a.file.path)} and ${markdownCode(pair.b.file.path)}: together in ${pair.together} commits, ${percent(pair.together, rarer(pair))} of those of the one that changes less`,
        )
        .join('\n')}\n\nSomething ties them that the imports do not show.`,
      importance: 3,
      confidence: 0.8,
      tags: ['co-change', 'history', 'coupling'],
      evidence: pairs
        .flatMap(({ a, b }) => [a, b])
        .map(({ file }) => ({ path: file.path, startLine: 1, endLine: Math.max(1, file.lines) })),
    },
  ];
}

function togetherPairs(changes: readonly Change[]): Pair[] {
  const often = changes
    .filter((change) => change.commits.length >= minTogether)
    .sort((a, b) => b.commits.length - a.commits.length)
    .slice(0, 300);
  const sets = often.map((change) => new Set(change.commits));
  const pairs: Pair[] = [];
  often.forEach((a, i) => {
    for (let j = i + 1; j < often.length; j++) {
      const b = often[j];
      if (b === undefined) continue;
      const together = b.commits.filter((commit) => sets[i]?.has(commit)).length;
      if (together >= minTogether && together >= b.commits.length * minTogetherShare) pairs.push({ a, b, together });
    }
  });
  return pairs;
}

function areLinked(map: CodeMap, a: string, b: string): boolean {
  const importersOfA = map.importersOf(a);
  const importersOfB = map.importersOf(b);
  return importersOfA.includes(b) || importersOfB.includes(a);
}
