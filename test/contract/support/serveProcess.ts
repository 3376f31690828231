import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { packagedGrammars } from '../../support/testParser';

const root = join(__dirname, '..', '..', '..');

/** The command line and its scan worker as the build makes them, in a folder of their own. */
export async function buildProgram(dist: string): Promise<void> {
  mkdirSync(join(dist, 'grammars'), { recursive: true });
  copyFileSync(packagedGrammars.grammar('javascript'), join(dist, 'grammars', 'javascript.wasm'));
  copyFileSync(packagedGrammars.runtime, join(dist, 'web-tree-sitter.wasm'));
  copyFileSync(require.resolve('sql.js/dist/sql-wasm.wasm'), join(dist, 'sql-wasm.wasm'));
  await build({
    entryPoints: {
      cli: join(root, 'src/cli.ts'),
      scanWorker: join(root, 'src/scanWorker.ts'),
      engineWorker: join(root, 'src/engineWorker.ts'),
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outdir: dist,
    logLevel: 'error',
    alias: {
      'web-tree-sitter': require.resolve('web-tree-sitter'),
      'jsonc-parser': require.resolve('jsonc-parser/lib/esm/main.js'),
    },
  });
}

/** `contox serve` in a process of its own. */
export class ServeProcess {
  private constructor(
    readonly child: ChildProcess,
    readonly url: string,
    readonly pid: number,
    readonly key: string,
    /** The whole line that it printed. */
    readonly line: Readonly<Record<string, unknown>>,
    /** Resolves with the exit code and signal. */
    readonly ended: Promise<readonly [number | null, NodeJS.Signals | null]>,
    readonly errors: () => string,
  ) {}

  static async start(dist: string, ...args: readonly string[]): Promise<ServeProcess> {
    const child = spawn(process.execPath, [join(dist, 'cli.js'), 'serve', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    const ended = new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve) => {
      child.on('exit', (code, signal) => resolve([code, signal]));
    });
    const text = await firstLine(child, ended, () => errors);
    const line = JSON.parse(text) as { url: string; pid: number; key?: string };
    assert.equal(line.pid, child.pid);
    return new ServeProcess(child, line.url, line.pid, line.key ?? '', line, ended, () => errors);
  }

  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { Authorization: `Bearer ${this.key}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    assert.ok(response.ok, `${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<readonly [number | null, NodeJS.Signals | null]> {
    this.child.kill(signal);
    return this.ended;
  }
}

function firstLine(child: ChildProcess, ended: Promise<unknown>, errors: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
    });
    void ended.then(() => reject(new Error(`contox serve ended: ${errors()}`)));
  });
}
