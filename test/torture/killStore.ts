import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { bundle, wasmDir } from './bundle';
import { startChild } from './childLines';
import { createRandom } from './random';

export interface KillOptions {
  readonly kills: number;
  readonly seed: number;
}

export interface KillReport {
  readonly kills: number;
  readonly killedWhileOpening: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly faults: readonly string[];
  readonly openMsMedian: number;
}

interface Opened {
  readonly newest: number;
  readonly faults: readonly string[];
  readonly notices: readonly string[];
}

/** Kills the owner of a store at random times, now and then while it opens, and goes on with the same store. */
export async function testKilledStore(options: KillOptions): Promise<KillReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'contox-kill-'));
  const program = await bundle('killStoreChild.ts');
  const run = new KillRun(program.file, dataDir, createRandom(options.seed));
  try {
    for (let kill = 0; kill < options.kills; kill += 1) await run.killOnce(kill % 5 === 4);
    await run.verify();
    return run.report(options.kills);
  } finally {
    program.dispose();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

class KillRun {
  private acknowledged = 0;
  private written = 0;
  private lost = 0;
  private killedWhileOpening = 0;
  private readonly faults: string[] = [];
  private readonly openMs: number[] = [];

  constructor(
    private readonly program: string,
    private readonly dataDir: string,
    private readonly random: () => number,
  ) {}

  async killOnce(whileOpening: boolean): Promise<void> {
    const { child, opened } = this.start([]);
    if (whileOpening) await delay(40 + this.random() * 120);
    else {
      await opened;
      await delay(this.random() * 120);
    }
    child.kill();
    await child.gone;
    if ((await opened) === undefined) this.killedWhileOpening += 1;
  }

  async verify(): Promise<void> {
    const { child, opened } = this.start(['verify']);
    await child.gone;
    if ((await opened) === undefined) this.faults.push('the last opening failed');
  }

  report(kills: number): KillReport {
    const { killedWhileOpening, lost, faults, written: acknowledged } = this;
    const openMsMedian = this.openMs.sort((a, b) => a - b)[this.openMs.length >> 1] ?? Number.NaN;
    return { kills, killedWhileOpening, acknowledged, lost, faults: faults.slice(0, 5), openMsMedian };
  }

  private start(args: readonly string[]): {
    child: ReturnType<typeof startChild>;
    opened: Promise<Opened | undefined>;
  } {
    const startedAt = Date.now();
    let hear: (opened: Opened | undefined) => void = () => undefined;
    const opened = new Promise<Opened | undefined>((resolve) => {
      hear = resolve;
    });
    const child = startChild(this.program, [this.dataDir, wasmDir, ...args], (line) => {
      const space = line.indexOf(' ');
      const value: unknown = JSON.parse(line.slice(space));
      const word = line.slice(0, space);
      if (word === 'written') {
        this.written += 1;
        this.acknowledged = Number(value);
      } else if (word === 'open') {
        this.openMs.push(Date.now() - startedAt);
        this.look(value as Opened);
        hear(value as Opened);
      } else this.faults.push(line);
    });
    void child.gone.then(() => hear(undefined));
    return { child, opened };
  }

  private look({ newest, faults, notices }: Opened): void {
    this.lost += Math.max(0, this.acknowledged - newest);
    this.faults.push(...faults, ...notices);
    // Committed and not yet told of: allowed, and from now on to be kept.
    this.acknowledged = Math.max(this.acknowledged, newest);
  }
}
