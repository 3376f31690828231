import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Largest resident memory of the process with its threads, as the system counted it. */
  readonly peakMb: number;
  readonly output: string;
}

/** Runs a Node program to its end and measures the whole process; throws where it fails. */
export function measureNode(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--require', join(__dirname, 'peakMemory.cjs'), ...args], {
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let output = '';
  let usage = '';
  child.stdout?.on('data', (bytes: Buffer) => {
    output += bytes.toString();
  });
  child.stdio[3]?.on('data', (bytes: Buffer) => {
    usage += bytes.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0) return reject(new Error(`${args[0]} ended with ${code}`));
      const { peakMb, cpuSeconds } = JSON.parse(usage) as { peakMb: number; cpuSeconds: number };
      return resolve({ seconds: (performance.now() - started) / 1000, cpuSeconds, peakMb, output });
    });
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
