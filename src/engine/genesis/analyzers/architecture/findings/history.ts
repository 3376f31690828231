import { folderOf } from '../../../facts/paths';
import { markdownCode } from '../../../markdownText';
import type { FileRecord, FindingDraft, GitCommitFacts } from '../../../scanModel';
import { importFamily } from '../map/codeFiles';
import type { CodeMap } from '../map/codeMap';
import { counted, fitting, percent } from '../map/wording';

const minCommits = 40;
/** A commit that touches more files moves or formats; it does not tell what belongs together. */
const maxFiles = 30;
const minTogether = 8;
const minTogetherShare = 0.6;

/** Written by a tool after a change elsewhere, or for a release: that they change says nothing of themselves. */
const madeByTools =
  /version[^/]*$|\.(?:nix|podspec|gemspec|rockspec|cabal|nimble)$|\.d\.[cm]?ts$|(?:^|\/)(?:db\/(?:schema\.rb|structure\.sql)|Package\.swift|Podfile|Fastfile|conanfile\.py|meson\.build|__about__\.py|AssemblyInfo\.cs|noxfile\.py|setup\.py)$|\.(?:g|freezed|mapper|gr|config)\.dart$|\.(?:pb|gen|generated|designer)\.\w{1,6}$|_pb2?\.\w{1,6}$|ModelSnapshot\.cs$/i;

interface Change {
  readonly file: FileRecord;
  /** Indexes of all commits that touch it. */
  readonly commits: readonly number[];
  /** Those without the ones that touch so many files that they tell nothing. */
  readonly narrow: readonly number[];
}

/**
 * Where the work of the last commits went, and which files of different folders change together without knowing each
 * other. Neighbours in a folder are expected to.
 */
export function historyFindings(map: CodeMap): FindingDraft[] {
  const commits = map.model.git?.commits ?? [];
  if (commits.length < minCommits) return [];
  const changes = changesOf(map, commits);
  return [...hotSpots(changes, commits), ...coChanges(map, changes, commits)];
}

function changesOf(map: CodeMap, commits: readonly GitCommitFacts[]): Change[] {
  const files = new Map(map.files.map((file) => [file.path, file]));
  const found = new Map<string, { all: number[]; narrow: number[] }>();
  commits.forEach((commit, index) => {
    for (const path of commit.files) {
      if (!files.has(path) || madeByTools.test(path)) continue;
      let known = found.get(path);
      if (known === undefined) {
        known = { all: [], narrow: [] };
        found.set(path, known);
      }
      known.all.push(index);
      if (commit.files.length <= maxFiles) known.narrow.push(index);
    }
  });
  return [...found].flatMap(([path, { all, narrow }]) => {
    const file = files.get(path);
    return file === undefined ? [] : [{ file, commits: all, narrow }];
  });
}

/** Counted as `git log --no-merges` counts: every commit that touches the file, whoever made it. */
function hotSpots(changes: readonly Change[], commits: readonly GitCommitFacts[]): FindingDraft[] {
  const hot = changes
    .filter(({ narrow }) => narrow.length >= 8 && narrow.length >= commits.length * 0.03)
    .sort((a, b) => b.commits.length - a.commits.length || (a.file.path < b.file.path ? -1 : 1))
    .slice(0, 6);
  const [top] = hot;
  if (top === undefined) return [];
  const last = `the last ${counted(commits.length, 'commit')}, merges aside`;
  return [
    {
      layer: 'architecture',
      rule: 'architecture/hot-spot',
      key: 'hot-spots',
      title: fitting(
        `${top.file.path} changed in ${top.commits.length} of ${last}`,
        `${top.file.path.slice(top.file.path.lastIndexOf('/') + 1)} changed in ${top.commits.length} of ${last}`,
      ),
      content: `Where the work of ${last}, went most, source files only:\n\n${hot
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
    .filter(({ a, b }) => folderOf(a.file.path) !== folderOf(b.file.path) && areApart(map, a.file, b.file))
    .sort((x, y) => y.together - x.together || (x.a.file.path < y.a.file.path ? -1 : 1))
    .slice(0, 5);
  const [top] = pairs;
  if (top === undefined) return [];
  const rarer = (pair: Pair): number => Math.min(pair.a.narrow.length, pair.b.narrow.length);
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
      content: `In the last ${counted(commits.length, 'commit')}, without merges and commits of more than ${maxFiles} files:\n\n${pairs
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
    .filter((change) => change.narrow.length >= minTogether)
    .sort((a, b) => b.narrow.length - a.narrow.length)
    .slice(0, 300);
  const sets = often.map((change) => new Set(change.narrow));
  const pairs: Pair[] = [];
  often.forEach((a, i) => {
    for (let j = i + 1; j < often.length; j++) {
      const b = often[j];
      if (b === undefined) continue;
      const together = b.narrow.filter((commit) => sets[i]?.has(commit)).length;
      if (together >= minTogether && together >= b.narrow.length * minTogetherShare) pairs.push({ a, b, together });
    }
  });
  return pairs;
}

/**
 * True where the imports of both can be followed, and lead from neither to the other: not directly, not through one file
 * between them (a barrel), and not by both building on one file beside either (an interface and what implements it).
 */
function areApart(map: CodeMap, a: FileRecord, b: FileRecord): boolean {
  const family = importFamily(a);
  // In C a header and its source are one unit, and an include names only the header.
  if (family === undefined || family === 'c' || family !== importFamily(b)) return false;
  const [fromA, fromB] = [targetsOf(map, a.path), targetsOf(map, b.path)];
  if (fromA.has(b.path) || fromB.has(a.path)) return false;
  if ([...fromA].some((path) => targetsOf(map, path).has(b.path))) return false;
  if ([...fromB].some((path) => targetsOf(map, path).has(a.path))) return false;
  const homes = new Set([folderOf(a.path), folderOf(b.path)]);
  return ![...fromA].some((path) => fromB.has(path) && homes.has(folderOf(path)));
}

/** Every file that a file leads to, whether it uses it, lists it as a module or needs only its types. */
function targetsOf(map: CodeMap, path: string): ReadonlySet<string> {
  return new Set(map.model.imports.importsOf(path).flatMap((entry) => entry.files));
}
