import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '../../src/base/clock';
import { silentLogger } from '../../src/base/logger';
import { createEngine } from '../../src/engine/createEngine';
import { openStore } from '../../src/engine/storage/openStore';
import { bundle, wasmDir } from './bundle';
import { type Child, startChild } from './childLines';
import { createRandom } from './random';

export interface ClusterOptions {
  readonly windows: number;
  readonly kills: number;
  readonly seed: number;
}

export interface ClusterReport {
  readonly kills: number;
  readonly ownerKills: number;
  readonly lives: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly faults: readonly string[];
  /** From the kill of the owner to the next answer that any window got. */
  readonly takeOverMs: { readonly median: number; readonly max: number };
}

/** One life of a window, from its start to its kill. */
interface Life {
  readonly child: Child;
  projectId: string;
  contextId: string;
  readonly acknowledged: Set<string>;
}

/** Several processes on one store, killed at random, every other time the owner. */
export async function testKilledCluster(options: ClusterOptions): Promise<ClusterReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'contox-cluster-'));
  const program = await bundle('clusterChild.ts');
  const run = new ClusterRun(program.file, dataDir, options);
  try {
    await run.kill();
    return await run.check();
  } finally {
    await run.stop();
    program.dispose();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

class ClusterRun {
  private readonly lives: Life[] = [];
  private readonly windows: Life[] = [];
  private readonly faults: string[] = [];
  private readonly random: () => number;
  private readonly gaps: number[] = [];
  private owner: Life | undefined;
  private ownerKilledAt: number | undefined;
  private ownerKills = 0;
  private hear: () => void = () => undefined;

  constructor(
    private readonly program: string,
    private readonly dataDir: string,
    private readonly options: ClusterOptions,
  ) {
    this.random = createRandom(options.seed);
  }

  async kill(): Promise<void> {
    for (let slot = 0; slot < this.options.windows; slot += 1) this.windows.push(this.start());
    await this.nextAnswer();
    for (let kill = 0; kill < this.options.kills; kill += 1) {
      // Mostly in the midst of work, now and then while others start.
      if (this.random() < 0.75) await this.nextAnswer();
      await delay(this.random() * 120);
      const slot = this.random() < 0.5 ? await this.findOwner() : Math.floor(this.random() * this.windows.length);
      const victim = this.windows[slot];
      if (!victim) continue;
      if (victim === this.owner) {
        this.ownerKills += 1;
        this.owner = undefined;
        this.ownerKilledAt = Date.now();
      }
      victim.child.kill();
      await victim.child.gone;
      this.windows[slot] = this.start();
    }
    // Also the last owner's death must be survived by someone.
    await this.nextAnswer();
  }

  async stop(): Promise<void> {
    for (const { child } of this.windows) child.kill();
    await Promise.all(this.windows.map(({ child }) => child.gone));
  }

  async check(): Promise<ClusterReport> {
    await this.stop();
    const ports = { clock: systemClock, logger: silentLogger, distDir: wasmDir };
    const store = await openStore({ dataDir: this.dataDir, ...ports });
    const engine = createEngine({ db: store.db, ports, storeState: store });
    let lost = 0;
    let doubled = 0;
    this.faults.push(...store.state.notices.map((notice) => notice.message));
    for (const life of this.lives.filter(({ contextId }) => contextId !== '')) {
      const titles = (await engine.listEntries({ contextId: life.contextId })).map((entry) => entry.title);
      const distinct = new Set(titles);
      doubled += titles.length - distinct.size;
      lost += [...life.acknowledged].filter((title) => !distinct.has(title)).length;
      const chain = await engine.verifyEvents({ projectId: life.projectId });
      if (!chain.ok) this.faults.push(`the event chain of ${life.projectId} is broken at ${chain.brokenAt}`);
    }
    engine.dispose();
    store.close();
    return this.report(lost, doubled);
  }

  private report(lost: number, doubled: number): ClusterReport {
    const gaps = this.gaps.sort((a, b) => a - b);
    return {
      kills: this.options.kills,
      ownerKills: this.ownerKills,
      lives: this.lives.length,
      acknowledged: this.lives.reduce((sum, life) => sum + life.acknowledged.size, 0),
      lost,
      doubled,
      faults: this.faults.slice(0, 5),
      takeOverMs: { median: gaps[gaps.length >> 1] ?? Number.NaN, max: gaps.at(-1) ?? Number.NaN },
    };
  }

  private start(): Life {
    const args = [this.dataDir, wasmDir, String(this.lives.length)];
    const child = startChild(this.program, args, (line) => this.listen(life, line.split(' ')));
    const life: Life = { child, projectId: '', contextId: '', acknowledged: new Set() };
    this.lives.push(life);
    return life;
  }

  private listen(life: Life, [word, first = '', second = '']: readonly string[]): void {
    if (word === 'context') {
      life.projectId = first;
      life.contextId = second;
    } else if (word === 'added') {
      life.acknowledged.add(first);
      // What a dead window said before its death is heard later, too.
      if (second === 'owner' && this.windows.includes(life)) this.owner = life;
      if (this.ownerKilledAt !== undefined && this.owner) {
        this.gaps.push(Date.now() - this.ownerKilledAt);
        this.ownerKilledAt = undefined;
      }
      this.hear();
    } else if (word === 'error') this.faults.push(`a window failed: ${first} ${second}`);
  }

  /** Waits until one of the windows has said that it is the owner. */
  private async findOwner(): Promise<number> {
    while (!this.owner) await this.nextAnswer();
    return this.windows.indexOf(this.owner);
  }

  private nextAnswer(): Promise<void> {
    return new Promise((resolve) => {
      this.hear = resolve;
    });
  }
}
