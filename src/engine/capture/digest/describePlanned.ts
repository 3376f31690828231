import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { CapturePolicy } from '../../../shared/capture';
import type { DigestCommit } from '../../../shared/ingest';
import { parseGitAttributes } from '../../genesis/listing/gitAttributes';
import type { Commit } from '../../git/commits/parseCommits';
import { patchKey } from '../../git/commits/parsePatch';
import { readCommits } from '../../git/commits/readCommits';
import { type Diff, readDiffs } from '../../git/commits/readDiffs';
import { type GitOptions, runGit } from '../../git/runGit';
import type { PlanContext, Planned, PlannedCommit } from '../plan/planContext';
import { createPathPolicy } from '../policy/pathPolicy';
import { ChangeLinks } from './changeLinks';
import { type DescribePolicy, describeCommit, filesOf, readablePaths } from './describeCommit';

/** A planned commit with what it holds. */
export interface Told extends PlannedCommit {
  readonly digest: DigestCommit;
  readonly redactions: Readonly<Record<string, number>>;
}

/**
 * Reads what the planned commits change, drops those that do not touch the project's folder, and links those whose change
 * is that of another commit, which no reflog tells.
 */
export async function describePlanned(context: PlanContext, policy: DescribePolicy): Promise<(Told | Planned)[]> {
  const { git, ledger } = context;
  const wanted = context.planned.filter((one): one is PlannedCommit => one.type === 'commit');
  const commits = await readCommits(
    wanted.map(({ header }) => header.sha),
    git,
  );
  const diffs = await readAllDiffs(commits, policy, git);
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
  const told: (Told | Planned)[] = [];
  const links = new ChangeLinks(context);
  for (const one of context.planned) {
    if (one.type === 'setAside') {
      told.push(one);
      continue;
    }
    const { sha } = one.header;
    const commit = bySha.get(sha) ?? { ...one.header, files: [] };
    const diff = diffs.get(sha);
    const known = ledger.find(sha);
    const key = diff?.whole === true ? patchKey(diff.patches) : undefined;
    if (!(await touches(commit, diff, policy, git))) {
      context.pass('outside');
      if (known !== undefined) ledger.put({ ...known, taken: false, patchKey: key ?? null });
      continue;
    }
    const begun = firstTold(context, one);
    const linked = await links.link(begun, key);
    if (known !== undefined) ledger.put({ ...known, chainId: linked.chainId, patchKey: key ?? null });
    told.push(tell(context, linked, commit, { diff, key }, policy));
  }
  return told;
}

/** What a project may know of a repository: its own folder, if that is a part of it, and what the policy leaves. */
export function describePolicy(root: string, localPath: string | null, policy: CapturePolicy): DescribePolicy {
  const inside = localPath === null ? '' : relative(root, localPath).split(sep).join('/');
  // On Windows there is no way from one drive to another.
  const isPart = inside !== '' && !inside.startsWith('..') && !isAbsolute(inside);
  const projectFolder = isPart ? `${inside}/` : '';
  const attributes = join(root, '.gitattributes');
  return {
    paths: createPathPolicy(policy.exclude, projectFolder),
    attributes: parseGitAttributes(existsSync(attributes) ? readText(attributes) : ''),
    projectFolder,
    diffCharacters: policy.diffCharacters,
  };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').slice(0, 200_000);
  } catch {
    // A folder of that name, or a file that may not be read: then nothing is said.
    return '';
  }
}

function readAllDiffs(commits: readonly Commit[], policy: DescribePolicy, git: GitOptions): Promise<Map<string, Diff>> {
  const requests = commits.map((commit) => ({
    sha: commit.sha,
    files: commit.files.length,
    lines: commit.files.reduce((sum, { additions, deletions }) => sum + additions + deletions, 0),
    paths: readablePaths(commit, policy),
  }));
  return readDiffs(requests, git);
}

async function touches(
  commit: Commit,
  diff: Diff | undefined,
  { projectFolder }: DescribePolicy,
  git: GitOptions,
): Promise<boolean> {
  if (projectFolder === '') return true;
  if (
    filesOf(commit, diff).some(
      ({ path, oldPath }) => path.startsWith(projectFolder) || oldPath?.startsWith(projectFolder),
    )
  )
    return true;
  const [first, second] = commit.parents;
  if (first === undefined || second === undefined) return false;
  // A merge without conflicts changes nothing by itself; what it brings in may lie in the folder.
  const args = ['diff-tree', '-r', '--name-only', '-z', first, commit.sha, '--', projectFolder];
  return (await runGit(args, { ...git, maxBytes: 1_000 })).length > 0;
}

/** Where no version before was told of, because none touched the project's folder or git has lost it, this one begins the chain. */
function firstTold({ ledger }: PlanContext, one: PlannedCommit): PlannedCommit {
  if (one.kind !== 'amend' && one.kind !== 'rebase' && one.kind !== 'squash') return one;
  const untold = one.replaces.length > 0 && one.replaces.every((sha) => ledger.find(sha)?.taken === false);
  return untold ? { ...one, kind: one.header.parents.length > 1 ? 'merge' : 'commit' } : one;
}

/** A version that changes what the one before changed says nothing new by its diff. */
function tell(
  { ledger }: PlanContext,
  one: PlannedCommit,
  commit: Commit,
  { diff, key }: { readonly diff: Diff | undefined; readonly key: string | undefined },
  policy: DescribePolicy,
): Told {
  const [before, other] = one.replaces;
  const isVersion = one.kind !== 'commit' && one.kind !== 'merge' && one.kind !== 'revert';
  const same = before !== undefined && other === undefined && ledger.find(before)?.patchKey === key;
  const shown = isVersion && key !== undefined && same ? { ...policy, diffCharacters: 0 } : policy;
  const { commit: digest, redactions } = describeCommit(commit, diff, shown);
  const { diffTruncated: _unsaid, ...rest } = digest;
  return { ...one, digest: shown === policy ? digest : rest, redactions };
}
