// What the scripts share: run a program of node_modules, time it, say how it went.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs `node <module> …args` in the project's folder and hands its output through; `output` holds a copy of stdout. */
export function runNode(args, { capture = false, env = {} } = {}) {
  const started = Date.now();
  const result = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', capture ? 'pipe' : 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { ok: result.status === 0, output: result.stdout ?? '', seconds: (Date.now() - started) / 1000 };
}

/** Path of a package's program, without the shell wrapper that npm makes. */
export function program(path) {
  return join(root, 'node_modules', path);
}

/** Runs named steps in order; prints one line for each; returns the names of those that failed. */
export function runSteps(steps) {
  const failed = [];
  for (const [name, step] of steps) {
    const { ok, seconds } = step();
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
    if (!ok) failed.push(name);
  }
  return failed;
}
