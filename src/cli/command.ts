/** Where a command writes; `stdout` is for results, `stderr` for everything that is said meanwhile. */
export interface CliStreams {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** Aborted by Ctrl+C and SIGTERM. */
  readonly signal: AbortSignal;
  /** Folder of the built program. */
  readonly distDir: string;
  /** Is called after a scan of many files, when nobody waits for more. */
  readonly onSeenMuch?: () => void;
}

/** 0: done, 1: it could not be done, 2: the command line is wrong. */
export type ExitCode = 0 | 1 | 2;

export interface CliCommand {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** All that `--help` prints. */
  readonly help: string;
  run(args: readonly string[], streams: CliStreams): Promise<ExitCode>;
}

/** The command line is wrong; the message says how. */
export class UsageError extends Error {}
