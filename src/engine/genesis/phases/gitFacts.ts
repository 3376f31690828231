import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { locateAround } from '../../git/dir/locateRepository';
import { readHistory as readLog } from '../../git/readHistory';
import { readRemote } from '../../git/repository';
import { secretRedactor } from '../../redact/redactor';
import type { GitCommitFacts, GitFacts } from '../scanModel';
import { packJson, unpackJson } from '../scans/blobs';
import { redactJson } from '../work/redactJson';
import type { ScanTools } from './scanRequest';

/** Name of the history among what the cache keeps of earlier scans. */
export const historyName = 'git.history';

/** A longer one takes more room than git takes time. */
const mostKept = 2_000_000;

/** Since then files are told by the names that they have today. */
const currentForm = 3;

interface History {
  readonly form: typeof currentForm;
  /** A commit's history never changes, unless a shallow clone fetches more of it. */
  readonly commit: string;
  readonly commits: readonly GitCommitFacts[];
}

export interface GitPlace {
  readonly root: string;
  readonly branch: string | null;
  readonly commit: string | null;
}

type Tools = Pick<ScanTools, 'cache' | 'signal'>;

/** Without a commit there is no history; a history that can't be read is a pity and not the end of a scan. */
export async function readGitFacts({ root, branch, commit }: GitPlace, tools: Tools): Promise<GitFacts | undefined> {
  if (commit === null) return undefined;
  const git = { cwd: root, signal: tools.signal };
  try {
    const [remote, commits] = await Promise.all([readRemote(git), readCommits(root, commit, tools)]);
    return { branch, commit, remote, commits };
  } catch {
    return { branch, commit, remote: null, commits: [] };
  }
}

/** From the cache where it is that of the same commit. What is kept and what is answered is the same text, redacted. */
async function readCommits(root: string, commit: string, tools: Tools): Promise<readonly GitCommitFacts[]> {
  const known = isShallow(root) ? undefined : knownHistory(tools);
  if (known?.commit === commit && known.form === currentForm) return known.commits;
  const commits = await readLog(commit, { cwd: root, signal: tools.signal });
  const json = JSON.stringify({ form: currentForm, commit, commits } satisfies History);
  if (json.length > mostKept || isShallow(root)) return commits;
  const history = JSON.parse(redactJson(json, secretRedactor)) as History;
  await tools.cache.keepConclusions(new Map([[historyName, packJson(history)]]));
  return history.commits;
}

function isShallow(root: string): boolean {
  const place = locateAround(root);
  return place !== undefined && existsSync(join(place.commonDir, 'shallow'));
}

/** What can't be read is read from git anew. */
function knownHistory({ cache }: Tools): History | undefined {
  const packed = cache.readConclusion(historyName);
  try {
    return packed && unpackJson<History>(packed);
  } catch {
    return undefined;
  }
}
