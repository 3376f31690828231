import type { DigestCommit } from '../../../shared/ingest';
import type { Attributes } from '../../genesis/listing/gitAttributes';
import type { Commit, CommitFile } from '../../git/commits/parseCommits';
import type { FilePatch } from '../../git/commits/parsePatch';
import type { Diff } from '../../git/commits/readDiffs';
import type { PathPolicy } from '../policy/pathPolicy';
import { quietByName, quietByText } from '../policy/quietRules';
import { countLines, cutDiff } from './cutDiff';
import { redactHunks } from './redactHunks';

/** What of a commit may be told, and how much. */
export interface DescribePolicy {
  readonly paths: PathPolicy;
  readonly attributes: Attributes;
  /** Only what lies in it counts; `''`: everything. */
  readonly projectFolder: string;
  readonly diffCharacters: number;
}

export interface DescribedCommit {
  readonly commit: DigestCommit;
  /** Secrets that were replaced in the diff, by rule. */
  readonly redactions: Readonly<Record<string, number>>;
}

/** Names of more files tell nothing more, and a listing of all would be larger than many repositories. */
const mostFiles = 1_000;
const longestBody = 8_000;
const longestName = 4_096;
/** What comes before the first blank line of a message may be a whole text. */
const longestSubject = 1_000;

type DigestFile = DigestCommit['files'][number];

/** The commit as an event tells it: names and numbers of what may be known, and a part of its diff. */
export function describeCommit(commit: Commit, diff: Diff | undefined, policy: DescribePolicy): DescribedCommit {
  const all = filesOf(commit, diff).filter(({ path }) => path.startsWith(policy.projectFolder));
  const files = all.filter((file) => isOpen(file, policy.paths));
  const kept = files.slice(0, mostFiles).map((file) => toDigestFile(file, policy.attributes));
  const text = describeText(kept, diff, policy);
  const [subject, body] = splitMessage(commit.message);
  const differs = kept.length < all.length;
  return {
    redactions: text.redactions,
    commit: {
      sha: commit.sha,
      parents: commit.parents.slice(0, 100),
      author: commit.author,
      email: commit.email,
      authoredAt: new Date(commit.authoredAt).toISOString(),
      committedAt: new Date(commit.committedAt).toISOString(),
      subject,
      ...(body === '' ? {} : { body }),
      files: kept,
      ...(text.diff === '' ? {} : { diff: text.diff }),
      ...(text.truncated ? { diffTruncated: true } : {}),
      ...(commit.committerEmail === commit.email ? {} : { committer: commit.committer }),
      ...(differs ? { totals: totalsOf(all) } : {}),
      ...(files.length < all.length ? { filesExcluded: all.length - files.length } : {}),
    },
  };
}

/** Files of a merge are told by its diff against all parents. */
export function filesOf(commit: Commit, diff: Diff | undefined): readonly CommitFile[] {
  if (commit.parents.length < 2 || diff === undefined) return commit.files;
  return diff.patches
    .filter(({ path }) => path !== '')
    .map(({ path, hunks }) => {
      const counts = hunks.map(countLines);
      const additions = counts.reduce((sum, { added }) => sum + added, 0);
      const deletions = counts.reduce((sum, { removed }) => sum + removed, 0);
      return { path, status: 'modified', additions, deletions, binary: false };
    });
}

/** Files whose text is worth reading, and may be read. */
export function readablePaths(commit: Commit, policy: DescribePolicy): string[] {
  return commit.files
    .filter((file) => file.path.startsWith(policy.projectFolder) && isOpen(file, policy.paths))
    .filter((file) => file.additions + file.deletions > 0)
    .filter((file) => quietByName(file.path, file.binary, policy.attributes) === undefined)
    .flatMap(({ path, oldPath }) => (oldPath === undefined ? [path] : [path, oldPath]))
    .slice(0, 100);
}

const isOpen = ({ path, oldPath }: { path: string; oldPath?: string }, paths: PathPolicy): boolean =>
  path.length <= longestName && !paths.excludes(path) && (oldPath === undefined || !paths.excludes(oldPath));

function toDigestFile(file: CommitFile, attributes: Attributes): DigestFile {
  const { path, oldPath, status, additions, deletions, binary } = file;
  const note = quietByName(path, binary, attributes);
  return {
    path,
    status,
    additions,
    deletions,
    ...(oldPath === undefined ? {} : { oldPath }),
    ...(note === undefined ? {} : { text: note }),
  };
}

/** The diff of the files that have text. A file whose lines show that no person wrote them gets a note. */
function describeText(files: DigestFile[], diff: Diff | undefined, policy: DescribePolicy) {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const redactions: Record<string, number> = {};
  const shown: FilePatch[] = [];
  for (const patch of diff?.patches ?? []) {
    const file = byPath.get(patch.path);
    if (file === undefined || file.text !== undefined || patch.hunks.length === 0) continue;
    if (policy.paths.excludes(patch.oldPath)) continue;
    const note = quietByText(linesOf(patch), startsAtHead(patch));
    if (note !== undefined) {
      file.text = note;
      continue;
    }
    const { hunks, counts } = redactHunks(patch.hunks);
    for (const [rule, count] of Object.entries(counts)) redactions[rule] = (redactions[rule] ?? 0) + count;
    shown.push({ ...patch, hunks });
  }
  const cut = cutDiff(shown, policy.diffCharacters);
  const unread = diff !== undefined && !diff.whole;
  const unknown = diff === undefined && files.some((file) => file.text === undefined && file.additions > 0);
  return { diff: cut.diff, truncated: cut.truncated || unread || unknown, redactions };
}

const linesOf = ({ hunks }: FilePatch): string[] =>
  hunks.flatMap((hunk) => hunk.lines.map((line) => line.slice(hunk.markers)));

const startsAtHead = ({ hunks }: FilePatch): boolean =>
  /^@@ -\d{1,12}(?:,\d{1,12})? \+[01][, ]/.test(hunks[0]?.header ?? '');

function totalsOf(files: readonly CommitFile[]) {
  const sum = (of: 'additions' | 'deletions'): number => files.reduce((total, file) => total + file[of], 0);
  return { files: files.length, additions: sum('additions'), deletions: sum('deletions') };
}

/** As git has it: the subject is what comes before the first blank line, as one line. */
function splitMessage(message: string): [subject: string, body: string] {
  const end = /\n[ \t]{0,100}\r?\n/.exec(message);
  const subject = (end === null ? message : message.slice(0, end.index)).replace(/[ \t]*\r?\n[ \t]*/g, ' ').trim();
  const body = end === null ? '' : message.slice(end.index).trim();
  return [subject.slice(0, longestSubject), body.slice(0, longestBody)];
}
