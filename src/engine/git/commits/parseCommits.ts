import { decodeBytes } from './decodeText';

/** A commit without what it changed. Times in milliseconds. */
export interface CommitHeader {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly email: string;
  readonly authoredAt: number;
  readonly committer: string;
  readonly committerEmail: string;
  readonly committedAt: number;
  /** The whole message, without line breaks at its ends. */
  readonly message: string;
}

export interface CommitFile {
  /** Relative to the repository's topmost folder. */
  readonly path: string;
  /** Of a renamed or copied file. */
  readonly oldPath?: string;
  readonly status: FileStatus;
  readonly additions: number;
  readonly deletions: number;
  readonly binary: boolean;
}

export type FileStatus = 'added' | 'modified' | 'deleted' | 'renamed' | 'copied' | 'typeChanged' | 'modeChanged';

export interface Commit extends CommitHeader {
  /** Against the parent; empty for a merge, whose changes are those of the commits that it merges. */
  readonly files: readonly CommitFile[];
}

/** Format whose output `parseCommits` reads; with `-z`, and `--raw --numstat` where files are wanted. */
export const commitFormat = '--format=%H%x00%T%x00%P%x00%an%x00%ae%x00%at%x00%cn%x00%ce%x00%ct%x00%B';
const fieldCount = 10;

const statuses: Readonly<Record<string, FileStatus>> = {
  A: 'added',
  M: 'modified',
  D: 'deleted',
  R: 'renamed',
  C: 'copied',
  T: 'typeChanged',
};

/** Parses what `git log` or `git diff-tree --stdin` tell with `-z` and `commitFormat`. */
export function parseCommits(output: Buffer): Commit[] {
  // One character a byte: only fields that hold text are decoded.
  const fields = output.toString('latin1').split('\0');
  const commits: Commit[] = [];
  for (let at = 0; at + fieldCount <= fields.length; ) {
    const header = parseHeader(fields.slice(at, at + fieldCount));
    if (header === undefined) {
      at++;
      continue;
    }
    const { files, next } = parseFiles(fields, at + fieldCount);
    commits.push({ ...header, files });
    at = next;
  }
  return commits;
}

function parseHeader(fields: readonly string[]): CommitHeader | undefined {
  const [first = '', tree = '', parents = '', ...rest] = fields;
  const sha = first.trim();
  if (!/^[0-9a-f]{40,64}$/.test(sha) || !/^[0-9a-f]{40,64}$/.test(tree)) return undefined;
  const [author = '', email = '', authoredAt = '', committer = '', committerEmail = '', committedAt = '', text = ''] =
    rest;
  return {
    sha,
    tree,
    parents: parents.split(' ').filter((parent) => parent !== ''),
    author: decodeBytes(author),
    email: decodeBytes(email),
    authoredAt: milliseconds(authoredAt),
    committer: decodeBytes(committer),
    committerEmail: decodeBytes(committerEmail),
    committedAt: milliseconds(committedAt),
    message: decodeBytes(text).replace(/^\n+/, '').trimEnd(),
  };
}

/** The year 10,000, which has a digit more than dates are read with. */
const endOfTime = 253_402_300_800_000;

/** A commit may hold any number; what no calendar knows is the beginning of time. */
function milliseconds(seconds: string): number {
  const at = Number(seconds) * 1000;
  return Number.isFinite(at) && at >= 0 && at < endOfTime ? at : 0;
}

/** The raw entries and the numbers that follow a header, up to what is neither. */
function parseFiles(fields: readonly string[], from: number): { files: CommitFile[]; next: number } {
  const raw: { path: string; oldPath?: string; status: FileStatus }[] = [];
  const counts = new Map<string, { additions: number; deletions: number; binary: boolean }>();
  let at = from;
  for (; at < fields.length; at++) {
    const field = (fields[at] ?? '').replace(/^\n/, '');
    if (field.startsWith(':')) {
      const [first = '', second] = fields.slice(at + 1, at + 1 + (isPair(field) ? 2 : 1));
      raw.push({ path: second ?? first, status: statusOf(field), ...(second === undefined ? {} : { oldPath: first }) });
      at += second === undefined ? 1 : 2;
      continue;
    }
    const [, additions = '', deletions = '', path = ''] = /^(\d{1,15}|-)\t(\d{1,15}|-)\t([\s\S]*)$/.exec(field) ?? [];
    if (additions === '') {
      if (field === '') continue;
      break;
    }
    const name = path === '' ? (fields[at + 2] ?? '') : path;
    if (path === '') at += 2;
    const binary = additions === '-';
    counts.set(name, { additions: binary ? 0 : Number(additions), deletions: binary ? 0 : Number(deletions), binary });
  }
  const none = { additions: 0, deletions: 0, binary: false };
  const files = raw.map(({ path, oldPath, status }) => ({
    path: decodeName(path),
    ...(oldPath === undefined ? {} : { oldPath: decodeName(oldPath) }),
    status,
    ...(counts.get(path) ?? none),
  }));
  return { files, next: at };
}

const letterOf = (field: string): string => /([A-Z])\d{0,3}$/.exec(field)?.[1] ?? 'M';
const isPair = (field: string): boolean => ['R', 'C'].includes(letterOf(field));

function statusOf(field: string): FileStatus {
  const [oldMode = '', newMode = '', oldOid = '', newOid = ''] = field.slice(1).split(' ');
  const status = statuses[letterOf(field)] ?? 'modified';
  return status === 'modified' && oldOid === newOid && oldMode !== newMode ? 'modeChanged' : status;
}

/** A name that is not UTF-8 is made readable, as everywhere. */
function decodeName(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}
