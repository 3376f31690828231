import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Disposable } from '../../../src/base/disposable';
import { createEngine } from '../../../src/engine/createEngine';
import type { Engine } from '../../../src/engine/engine';
import { createGenesisWith } from '../../../src/engine/genesis/createGenesis';
import type { Analyzer } from '../../../src/engine/genesis/scanModel';
import { openInProcessRunner } from '../../../src/engine/genesis/work/inProcessRunner';
import type { ScanRunner } from '../../../src/engine/genesis/work/jobs';
import type { Database } from '../../../src/engine/storage/database';
import { migrations } from '../../../src/engine/storage/migrations/index';
import { migrate } from '../../../src/engine/storage/migrator';
import { openDatabase } from '../../../src/engine/storage/openDatabase';
import type { ScanResults, ScanStatus, StartScan } from '../../../src/shared/genesis';
import type { StoreState } from '../../../src/shared/store';
import { packagedGrammars } from '../../support/testParser';
import { probeAnalyzers } from './probeAnalyzers';

const state: StoreState = {
  dataDir: '/data',
  role: 'owner',
  ownerPid: 1,
  schemaVersion: 2,
  sizeBytes: 0,
  durable: true,
  notices: [],
  lastBackupAt: null,
};

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

  private constructor(
    readonly engine: Engine & Disposable,
    readonly db: Database,
    readonly base: string,
    readonly logged: readonly string[],
  ) {
    engine.onDidChange((change) => {
      if (change.kind === 'scan') this.statuses.push(change.status);
    });
  }

  static async open(options: { db?: Database; openRunner?: () => Promise<ScanRunner> } = {}): Promise<ScanBench> {
    const db = options.db ?? (await openDatabase(':memory:'));
    migrate(db, migrations);
    const logged: string[] = [];
    const log = (level: string) => (message: string, cause?: unknown) =>
      void logged.push(`${level} ${message} ${cause === undefined ? '' : String(cause)}`);
    const logger = { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
    const openRunner = options.openRunner ?? (() => inProcess());
    const engine = createEngine({
      db,
      ports: { clock: { now: () => Date.now() }, logger, distDir: '' },
      storeState: { state, backUp: () => ({ path: '' }), onDidChange: () => ({ dispose: () => undefined }) },
      createGenesis: (parts) => createGenesisWith(parts, { openRunner }),
    });
    return new ScanBench(engine, db, realpathSync(mkdtempSync(join(tmpdir(), 'contox-scan-'))), logged);
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
    this.engine.dispose();
    this.db.close();
    rmSync(this.base, { recursive: true, force: true });
    assert.deepEqual(
      this.logged.filter((line) => line.startsWith('error')),
      [],
    );
  }
}
