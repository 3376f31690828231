import { markdownCode } from '../../../markdownText';
import type { FileRecord, FindingDraft, GitCommitFacts } from '../../../scanModel';
import type { CodeMap } from '../map/codeMap';
import { productCode } from '../map/productCode';
import { counted, fitting, percent } from '../map/wording';

const minCommits = 40;
/** One or two busy files among few that are counted as source say little of where the work goes. */
const minHot = 3;
/** Written by a tool after a change elsewhere, or for a release: that they change says nothing of themselves. */
const madeByTools =
  /\.(?:nix|sbt|podspec|gemspec|rockspec|cabal|nimble)$|(?:^|\/)(?:project\/\w{0,40}(?:Dependencies|Build|Versions|Settings)\.scala|buildSrc\/.*|db\/(?:schema\.rb|structure\.sql)|schema\.rs|Package\.swift|Podfile|Fastfile|conanfile\.py|meson\.build|__about__\.py|AssemblyInfo\.cs|noxfile\.py|setup\.py)$|\.(?:g|freezed|mapper|gr|config)\.dart$|\.(?:pb|gen|generated|designer)\.\w{1,6}$|_pb2?\.\w{1,6}$|ModelSnapshot\.cs$/i;

/** Of the templates of a chart for Helm only the helpers count as source, though the rest is what is worked on. */
const chartHelper = /(?:^|\/)templates\/(?:[^/]+\/){0,4}[^/]+\.tpl$/;

/** A package of Python that says little more than its version changes with every release. */
const holdsVersion = /(?:^|\/)__init__\.py$/;
const mostOfVersion = 6;
/** So does what is called after it, unless it works with versions. */
const calledVersion =
  /(?:^|[/._-])(?:VERSION|[Vv]ersions?(?:[._-]?(?:[Ii]nfo|[Cc]urrent|[Nn]umber|[Cc]onst(?:ants?)?))?)(?:\.[\w-]{1,12}){0,2}$|[a-z\d]Version(?:Info)?\.\w{1,10}$/;
const mostOfCalled = 100;
/** In so few lines stands a value that a script writes. */
const mostOfValue = 3;

interface Change {
  readonly file: FileRecord;
  /** How many commits touch it. */
  readonly count: number;
}

/** Where the work of the last commits went. */
export function historyFindings(map: CodeMap): FindingDraft[] {
  const commits = map.model.git?.commits ?? [];
  if (commits.length < minCommits) return [];
  const aside = changesOf(productCode(map.model).aside, commits).sort((a, b) => b.count - a.count)[0];
  return hotSpots(changesOf(map.files, commits), commits, aside);
}

function changesOf(listed: readonly FileRecord[], commits: readonly GitCommitFacts[]): Change[] {
  const files = new Map(listed.map((file) => [file.path, file]));
  const counts = new Map<string, number>();
  for (const { files: touched } of commits)
    for (const path of touched) if (files.has(path)) counts.set(path, (counts.get(path) ?? 0) + 1);
  return [...counts].flatMap(([path, count]) => {
    const file = files.get(path);
    return file === undefined ? [] : [{ file, count }];
  });
}

/**
 * Counted as `git log --no-merges` counts: every commit that touches the file, whoever made it. `aside` is what changed
 * most often of what lies beside the product.
 */
function hotSpots(changes: readonly Change[], commits: readonly GitCommitFacts[], aside?: Change): FindingDraft[] {
  const busy = changes
    .filter(({ count }) => count >= 8 && count >= commits.length * 0.03)
    .sort((a, b) => b.count - a.count || (a.file.path < b.file.path ? -1 : 1));
  const isLeftOut = ({ file: { path, lines, bytes } }: Change): boolean =>
    madeByTools.test(path) ||
    chartHelper.test(path) ||
    (lines <= mostOfVersion && holdsVersion.test(path)) ||
    (lines <= mostOfCalled && calledVersion.test(path)) ||
    (lines <= mostOfValue && bytes > 0);
  const hot = busy.filter((change) => !isLeftOut(change)).slice(0, 6);
  const [top] = hot;
  if (top === undefined || hot.length < minHot) return [];
  const [left] = busy.filter((change) => isLeftOut(change) && change.count >= (hot.at(-1)?.count ?? 0));
  const others =
    left === undefined ? '' : ` Left out is what tools and releases write, as ${markdownCode(left.file.path)}.`;
  const beside =
    aside === undefined || aside.count < (hot.at(-1)?.count ?? 0)
      ? ''
      : ` So is what lies beside the product, as ${markdownCode(aside.file.path)} (${counted(aside.count, 'commit')}).`;
  const last = `the last ${counted(commits.length, 'commit')}, merges aside`;
  return [
    {
      layer: 'architecture',
      rule: 'architecture/hot-spot',
      key: 'hot-spots',
      title: fitting(
        `${top.file.path} changed in ${top.count} of ${last}, renames followed`,
        `${top.file.path} changed in ${top.count} of ${last}`,
        `${top.file.path.slice(top.file.path.lastIndexOf('/') + 1)} changed in ${top.count} of ${last}`,
      ),
      content: `Source files that many of ${last}, touched; commits under the names that a file had before count, as git finds them.${others}${others === '' ? beside.replace('So is', 'Left out is') : beside}\n\n${hot
        .map(
          ({ file, count }) =>
            `- ${markdownCode(file.path)}: ${counted(count, 'commit')} (${percent(count, commits.length)}), ${counted(file.lines, 'line')}`,
        )
        .join('\n')}`,
      importance: 3,
      confidence: 0.9,
      tags: ['hot-spot', 'history'],
      evidence: hot.map(({ file }) => ({ path: file.path, startLine: 1, endLine: Math.max(1, file.lines) })),
    },
  ];
}
