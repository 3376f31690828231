import { gitFailureReason } from './gitFailure';
import { type GitOptions, runGitText } from './runGit';

/** Where a folder stands in its repository. */
export interface RepositoryPlace {
  /** Absolute path of the work tree; for a bare repository that of the git directory. */
  readonly root: string;
  /** The folder inside the work tree, `''` for its root, else with a `/` at the end. */
  readonly prefix: string;
  readonly bare: boolean;
}

/** The repository that holds a folder; rejects with reason `no-repository` and the like. */
export async function findRepository(options: GitOptions): Promise<RepositoryPlace> {
  try {
    const [root = options.cwd, prefix = ''] = (
      await runGitText(['rev-parse', '--show-toplevel', '--show-prefix'], options)
    ).split('\n');
    return { root, prefix, bare: false };
  } catch (error) {
    if (gitFailureReason(error) !== 'no-work-tree' || !(await isBare(options))) throw error;
    return { root: options.cwd, prefix: '', bare: true };
  }
}

/** Whether the folder is a repository without checked-out files; rejects as `findRepository` does. */
async function isBare(options: GitOptions): Promise<boolean> {
  return (await runGitText(['rev-parse', '--is-bare-repository'], options)).trim() === 'true';
}

export interface Head {
  /** `null` when detached. */
  readonly branch: string | null;
  /** `null` before the first commit. */
  readonly commit: string | null;
}

export async function readHead(options: GitOptions): Promise<Head> {
  const [branch, commit] = await Promise.all([
    orNothing(runGitText(['symbolic-ref', '--quiet', '--short', 'HEAD'], options)),
    orNothing(runGitText(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], options)),
  ]);
  return { branch: branch || null, commit: commit || null };
}

export interface RepositoryState extends Head {
  readonly bare: boolean;
  /** The oldest commits were not fetched. */
  readonly shallow: boolean;
}

/** What a repository is, by one call where it has a commit: starting git takes longer than its answer. Rejects as `findRepository` does. */
export async function readState(options: GitOptions): Promise<RepositoryState> {
  const asked = ['--is-bare-repository', '--is-shallow-repository', 'HEAD^{commit}', '--symbolic-full-name', 'HEAD'];
  const lines = (await orNothing(runGitText(['rev-parse', ...asked], options))).split('\n');
  const [bare, shallow, commit = '', ref = ''] = lines;
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? null;
  if (lines.length === asked.length - 1 && (branch !== null || ref === 'HEAD'))
    return { bare: bare === 'true', shallow: shallow === 'true', commit, branch };
  const [isWithoutFiles, head, depth] = await Promise.all([
    isBare(options),
    readHead(options),
    runGitText(['rev-parse', '--is-shallow-repository'], options),
  ]);
  return { bare: isWithoutFiles, shallow: depth.trim() === 'true', ...head };
}

/** Local and remote-tracking branches with their commits, newest first. Remote names keep their `origin/`. */
export async function listBranches(options: GitOptions): Promise<{ name: string; commit: string }[]> {
  const format = '--format=%(refname)%00%(objectname)%00%(symref)';
  const refs = ['for-each-ref', '--sort=-committerdate', format, 'refs/heads', 'refs/remotes'];
  const lines = (await runGitText(refs, options)).split('\n');
  return lines.flatMap((line) => {
    const [ref = '', commit = '', symref = ''] = line.split('\0');
    if (commit === '' || symref !== '') return [];
    return [{ name: ref.replace(/^refs\/(?:heads|remotes)\//, ''), commit }];
  });
}

/** Tips of the newest local branches. */
export async function listTips(count: number, options: GitOptions): Promise<string[]> {
  const order = ['--sort=-committerdate', `--count=${count}`, '--format=%(objectname)'];
  const output = await orNothing(runGitText(['for-each-ref', ...order, 'refs/heads'], options));
  return [...new Set(output.split('\n'))].filter((sha) => sha !== '');
}

/** Where two histories part; `undefined` where they never were one. */
export async function findMergeBase(one: string, other: string, options: GitOptions): Promise<string | undefined> {
  return (await orNothing(runGitText(['merge-base', one, other], options))) || undefined;
}

/** The commit of a branch, remote branch or tag by its short name, looked for in this order. */
export async function resolveBranch(name: string, options: GitOptions): Promise<string | undefined> {
  const wanted = ['refs/heads/', 'refs/remotes/origin/', 'refs/remotes/', 'refs/tags/'].map((prefix) => prefix + name);
  const format = '--format=%(refname)%00%(objectname)%00%(*objectname)';
  const found = new Map<string, string>();
  for (const line of (await runGitText(['for-each-ref', format, ...wanted], options)).split('\n')) {
    // An annotated tag is an object of its own; the commit is what it names.
    const [ref = '', oid = '', commit = ''] = line.split('\0');
    found.set(ref, commit === '' ? oid : commit);
  }
  // The names are patterns to git: only the one that is meant counts.
  return wanted.map((ref) => found.get(ref)).find((commit) => commit !== undefined);
}

/** The commit that any name git understands stands for: a branch, a tag, a commit, `HEAD~3`. */
export async function resolveCommit(name: string, options: GitOptions): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  const commit = await orNothing(runGitText(args, options));
  // Some versions of git print the option itself too.
  return /[0-9a-f]{40,64}$/.exec(commit)?.[0];
}

/** URL of `origin`, or of the only remote, without user name and password; `null` without one. */
export async function readRemote(options: GitOptions): Promise<string | null> {
  const output = await orNothing(runGitText(['config', '-z', '--get-regexp', '^remote\\..*\\.url$'], options));
  const urls = new Map(
    output.split('\0').flatMap((record) => {
      const [key = '', url = ''] = record.split('\n');
      return url === '' ? [] : [[key.slice('remote.'.length, -'.url'.length), url] as const];
    }),
  );
  const url = urls.get('origin') ?? (urls.size === 1 ? [...urls.values()][0] : undefined);
  return url === undefined ? null : withoutCredentials(url);
}

export function withoutCredentials(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1');
}

/** Text without the line break at its end; `''` where git says no. */
async function orNothing(output: Promise<string>): Promise<string> {
  try {
    return (await output).trim();
  } catch {
    return '';
  }
}
