import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Disposable } from '../../../src/base/disposable';
import type { Engine } from '../../../src/engine/engine';
import { createGenesisWith } from '../../../src/engine/genesis/createGenesis';
import type { Analyzer } from '../../../src/engine/genesis/scanModel';
import { openInProcessRunner } from '../../../src/engine/genesis/work/inProcessRunner';
import type { ScanRunner } from '../../../src/engine/genesis/work/jobs';
import type { Database } from '../../../src/engine/storage/database';
import type { ScanResults, ScanStatus, StartScan } from '../../../src/shared/genesis';
import { type MemoryEngine, openMemoryEngine } from '../../support/memoryEngine';
import { packagedGrammars } from '../../support/testParser';
import { probeAnalyzers } from './probeAnalyzers';

const openers = new Map<readonly Analyzer[], Promise<ScanRunner>>();

/** One runner for all tests with the same analyzers: grammars take longer to load than the tests take to run. */
export async function inProcess(analyzers: readonly Analyzer[] = probeAnalyzers): Promise<ScanRunner> {
  const opened = openers.get(analyzers) ?? openInProcessRunner({ analyzers, grammars: packagedGrammars });
  openers.set(analyzers, opened);
  return { ...(await opened), dispose: () => undefined };
}

/** An engine with Genesis over a database in memory, and a folder for the code to scan. */
export class ScanBench implements Disposable {
  readonly statuses: ScanStatus[] = [];

  readonly engine: Engine & Disposable;
  readonly db: Database;

  private constructor(
    private readonly memory: MemoryEngine,
    readonly base: string,
  ) {
    const { engine, db } = memory;
    this.engine = engine;
    this.db = db;
    engine.onDidChange((change) => {
      if (change.kind === 'scan') this.statuses.push(change.status);
    });
  }

  static async open(options: { db?: Database; openRunner?: () => Promise<ScanRunner> } = {}): Promise<ScanBench> {
    const openRunner = options.openRunner ?? (() => inProcess());
    const memory = await openMemoryEngine({
      ...(options.db ? { db: options.db } : {}),
      createGenesis: (parts) => createGenesisWith(parts, { openRunner }),
    });
    return new ScanBench(memory, realpathSync(mkdtempSync(join(tmpdir(), 'contox-scan-'))));
  }

  /** A folder for code; a project of the same name is made for it. */
  async project(name: string): Promise<{ readonly id: string; readonly folder: string }> {
    const folder = join(this.base, name);
    const { id } = await this.engine.createProject({ name, localPath: folder });
    return { id, folder };
  }

  /** Scans and waits for the end, which has to be a good one. */
  async scan(projectId: string, options: Omit<StartScan, 'projectId'> = {}): Promise<ScanResults> {
    await this.engine.startScan({ projectId, ...options });
    const status = await this.ended(projectId);
    assert.equal(status.error, null);
    assert.equal(status.phase, 'complete');
    return this.engine.getScanResults({ projectId });
  }

  /** The final status of the scan that runs. */
  async ended(projectId: string): Promise<ScanStatus> {
    for (;;) {
      const status = await this.engine.getScanStatus({ projectId });
      if (status !== null && status.completedAt !== null) return status;
      await new Promise<void>((resolve) => {
        const watching = this.engine.onDidChange((change) => {
          if (change.kind !== 'scan' || change.projectId !== projectId || change.status.completedAt === null) return;
          watching.dispose();
          resolve();
        });
      });
    }
  }

  dispose(): void {
    rmSync(this.base, { recursive: true, force: true });
    this.memory.close();
  }
}
