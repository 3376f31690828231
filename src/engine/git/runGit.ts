import { statSync } from 'node:fs';
import { simpleGit } from 'simple-git';
import { EngineError } from '../../base/engineError';
import { gitFailure } from './gitFailure';
import { gitProgram } from './gitProgram';

export interface GitOptions {
  /** Folder in which git runs. */
  readonly cwd: string;
  readonly signal?: AbortSignal | undefined;
  /** Longest silence of git before it is stopped. */
  readonly timeoutMs?: number;
  /** Written to git's standard input. */
  readonly input?: string;
  /** The paths asked for are patterns of our own, and none of a repository. */
  readonly patterns?: true;
  /** A longer output is cut there, and git stopped: what came so far is the answer. */
  readonly maxBytes?: number;
}

const defaultTimeoutMs = 60_000;

/**
 * A repository may name programs in its configuration that git would start: a file-system monitor, hooks, a pager, a
 * signature checker. None of our calls needs one, so each is switched off by name.
 */
const safeConfig = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'log.showSignature=false',
  'core.quotePath=false',
  'color.ui=false',
];

/** The program's path is the user's own, and may have spaces, as below `C:\\Program Files`. */
const unsafe = {
  allowUnsafeFsMonitor: true,
  allowUnsafeHooksPath: true,
  allowUnsafePager: true,
  allowUnsafeCustomBinary: true,
};

/**
 * No locks are taken, nothing is asked, and no transport may be used: a partial clone would otherwise fetch objects that
 * are missing, from wherever its configuration says. `GIT_ALLOW_PROTOCOL` wins over that configuration.
 */
const safeEnvironment = {
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_LITERAL_PATHSPECS: '1',
};

/** Runs one reading git command, without a shell, and answers its output byte by byte. Rejects with `EngineError`. */
export async function runGit(args: readonly string[], options: GitOptions): Promise<Buffer> {
  if (options.signal?.aborted === true) throw cancelled();
  if (!isFolder(options.cwd)) throw new EngineError('notFound', `The folder ${options.cwd} does not exist.`);
  const { input, signal } = options;
  const bound = boundOutput(options);
  const git = simpleGit({
    baseDir: options.cwd,
    binary: gitProgram(),
    config: safeConfig,
    unsafe,
    allowEnvironment: Object.keys(safeEnvironment),
    completion: { onClose: true, onExit: false },
    timeout: { block: options.timeoutMs ?? defaultTimeoutMs },
    ...(bound.signal === undefined ? {} : { abort: bound.signal }),
    ...(input === undefined ? {} : { input: () => input }),
  }).env({ ...inheritedEnvironment(), ...safeEnvironment, GIT_LITERAL_PATHSPECS: options.patterns ? '0' : '1' });
  const chunks: Buffer[] = [];
  git.outputHandler((_command, stdout) => {
    stdout.on('data', (chunk: Buffer) => {
      if (bound.takes(chunk)) chunks.push(chunk);
    });
    // simple-git gives a command that wrote nothing another 50 ms; an empty piece at the end spares us the wait.
    stdout.on('end', () => stdout.emit('data', Buffer.alloc(0)));
  });
  try {
    await git.raw(['--no-pager', '--no-optional-locks', ...args]);
  } catch (error) {
    if (signal?.aborted === true) throw cancelled();
    if (!bound.isFull()) throw gitFailure(error, options.cwd);
  }
  return Buffer.concat(chunks);
}

/** The same as text; bytes that are no UTF-8 come out as U+FFFD. */
export async function runGitText(args: readonly string[], options: GitOptions): Promise<string> {
  return (await runGit(args, options)).toString('utf8');
}

interface Bound {
  readonly signal: AbortSignal | undefined;
  takes(chunk: Buffer): boolean;
  isFull(): boolean;
}

/** Stops git once it said more than the caller wants to hear. */
function boundOutput({ signal, maxBytes }: GitOptions): Bound {
  if (maxBytes === undefined) return { signal, takes: () => true, isFull: () => false };
  const stop = new AbortController();
  let bytes = 0;
  signal?.addEventListener('abort', () => stop.abort(), { once: true });
  return {
    signal: stop.signal,
    takes(chunk) {
      if (bytes >= maxBytes) return false;
      bytes += chunk.length;
      if (bytes >= maxBytes) stop.abort();
      return true;
    },
    isFull: () => bytes >= maxBytes,
  };
}

function cancelled(): EngineError {
  return new EngineError('cancelled', 'The git call was cancelled.');
}

/** Ours without what would redirect git or name a program for it to start. */
function inheritedEnvironment(): Record<string, string> {
  const guarded = /^(?:git_.*|editor|visual|pager|prefix|ssh_askpass)$/i;
  const kept = Object.entries(process.env).filter(([key, value]) => value !== undefined && !guarded.test(key));
  return Object.fromEntries(kept) as Record<string, string>;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
