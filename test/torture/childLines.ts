import { type ChildProcess, spawn } from 'node:child_process';

/** A child process that tells what happens in lines. */
export interface Child {
  /** Kills it as a crash would. */
  kill(): void;
  signal(name: NodeJS.Signals): void;
  /** Resolves when it is gone and all that it said was heard. */
  readonly gone: Promise<void>;
}

export function startChild(file: string, args: readonly string[], onLine: (line: string) => void): Child {
  const child: ChildProcess = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { gone, kill: () => void child.kill('SIGKILL'), signal: (name) => void child.kill(name) };
}
