import { EngineError, type EngineErrorOptions, type ErrorCode } from '../../base/engineError';

interface Failure {
  readonly pattern: RegExp;
  readonly code: ErrorCode;
  readonly reason: GitFailureReason;
  message(folder: string): string;
}

/** Why git could not answer: what a caller may want to tell apart. It is in `data.reason` of the error. */
export type GitFailureReason =
  | 'no-git'
  | 'no-repository'
  | 'not-trusted'
  | 'no-commit'
  | 'no-work-tree'
  | 'timeout'
  | 'other';

const failures: readonly Failure[] = [
  {
    pattern: /spawn (?:\S.*)?git(?:\.exe)? ENOENT|ENOENT.*git/i,
    code: 'unavailable',
    reason: 'no-git',
    message: () =>
      'git is not installed or not on the PATH. Install it, or name it in the setting git.path or in CONTOX_GIT, to read history and ignore rules as git does.',
  },
  {
    pattern: /dubious ownership|safe\.directory/,
    code: 'forbidden',
    reason: 'not-trusted',
    message: (folder) =>
      `git does not trust ${folder} because another user owns it. If you trust it, run: git config --global --add safe.directory "${folder}"`,
  },
  {
    pattern: /not a git repository|cannot use bare repository/i,
    code: 'notFound',
    reason: 'no-repository',
    message: (folder) => `${folder} is not inside a git repository.`,
  },
  {
    pattern: /must be run in a work tree/,
    code: 'unsupported',
    reason: 'no-work-tree',
    message: (folder) => `${folder} is a repository without checked-out files.`,
  },
  {
    pattern:
      /does not have any commits|unknown revision|bad revision|Needed a single revision|ambiguous argument 'HEAD'/,
    code: 'notFound',
    reason: 'no-commit',
    message: (folder) => `${folder} has no such commit or branch.`,
  },
  {
    pattern: /block timeout reached/,
    code: 'unavailable',
    reason: 'timeout',
    message: (folder) => `git did not answer in time in ${folder}.`,
  },
];

/** Turns what git said into an error with a code and a sentence that says what to do. */
export function gitFailure(error: unknown, folder: string): EngineError {
  const said = error instanceof Error ? error.message : String(error);
  const known = failures.find((failure) => failure.pattern.test(said));
  const options = (reason: GitFailureReason): EngineErrorOptions => ({ cause: error, data: { reason } });
  if (known !== undefined) return new EngineError(known.code, known.message(folder), options(known.reason));
  return new EngineError('unavailable', `git failed in ${folder}: ${firstLine(said)}`, options('other'));
}

export function gitFailureReason(error: unknown): GitFailureReason | undefined {
  if (!(error instanceof EngineError)) return undefined;
  const reason = error.data?.['reason'];
  return typeof reason === 'string' ? (reason as GitFailureReason) : undefined;
}

function firstLine(text: string): string {
  return (text.split('\n').find((line) => line.trim() !== '') ?? 'no message').slice(0, 300);
}
