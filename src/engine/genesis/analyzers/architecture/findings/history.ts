import { markdownCode } from '../../../markdownText';
import type { FileRecord, FindingDraft, GitCommitFacts } from '../../../scanModel';
import type { CodeMap } from '../map/codeMap';
import { counted, fitting, percent } from '../map/wording';

const minCommits = 40;
/** One or two busy files among few that are counted as source say little of where the work goes. */
const minHot = 3;
/** A commit that touches more files moves or formats; it does not tell where somebody worked. */
const maxFiles = 30;

/** Written by a tool after a change elsewhere, or for a release: that they change says nothing of themselves. */
const madeByTools =
  /version[^/]*$|\.(?:nix|sbt|podspec|gemspec|rockspec|cabal|nimble)$|\.d\.[cm]?ts$|(?:^|\/)(?:project\/\w{0,40}(?:Dependencies|Build|Versions|Settings)\.scala|buildSrc\/.*|db\/(?:schema\.rb|structure\.sql)|schema\.rs|Package\.swift|Podfile|Fastfile|conanfile\.py|meson\.build|__about__\.py|AssemblyInfo\.cs|noxfile\.py|setup\.py)$|\.(?:g|freezed|mapper|gr|config)\.dart$|\.(?:pb|gen|generated|designer)\.\w{1,6}$|_pb2?\.\w{1,6}$|ModelSnapshot\.cs$/i;

/** Of the templates of a chart for Helm only the helpers count as source, though the rest is what is worked on. */
const chartHelper = /(?:^|\/)templates\/(?:[^/]+\/){0,4}[^/]+\.tpl$/;

interface Change {
  readonly file: FileRecord;
  /** Indexes of all commits that touch it. */
  readonly commits: readonly number[];
  /** Those without the ones that touch so many files that they tell nothing. */
  readonly narrow: readonly number[];
}

/** Where the work of the last commits went. */
export function historyFindings(map: CodeMap): FindingDraft[] {
  const commits = map.model.git?.commits ?? [];
  if (commits.length < minCommits) return [];
  const changes = changesOf(map, commits);
  return hotSpots(changes, commits);
}

function changesOf(map: CodeMap, commits: readonly GitCommitFacts[]): Change[] {
  const files = new Map(map.files.map((file) => [file.path, file]));
  const found = new Map<string, { all: number[]; narrow: number[] }>();
  commits.forEach((commit, index) => {
    for (const path of commit.files) {
      if (!files.has(path) || madeByTools.test(path) || chartHelper.test(path)) continue;
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
  if (top === undefined || hot.length < minHot) return [];
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
      content: `Source files that many of ${last}, touched, under the names that they have today:\n\n${hot
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
