import assert from 'node:assert/strict';
import type { Disposable } from '../../src/base/disposable';
import type { Logger } from '../../src/base/logger';
import { createEngine, type EngineOptions } from '../../src/engine/createEngine';
import type { Engine } from '../../src/engine/engine';
import type { EnginePorts, SecretStore } from '../../src/engine/ports';
import type { Database } from '../../src/engine/storage/database';
import { migrations } from '../../src/engine/storage/migrations/index';
import { migrate } from '../../src/engine/storage/migrator';
import { openDatabase } from '../../src/engine/storage/openDatabase';

/** What a store says of itself that lies in memory. */
const storeState: EngineOptions['storeState'] = {
  state: {
    dataDir: '/data',
    role: 'owner',
    ownerPid: 1,
    schemaVersion: 1,
    sizeBytes: 0,
    durable: true,
    notices: [],
    lastBackupAt: null,
  },
  backUp: async () => ({ path: '/data/backup' }),
  onDidChange: () => ({ dispose: () => undefined }),
};

/** Sessions of which triggers have counted anything else than there is. */
const miscounted = `SELECT * FROM session_work w WHERE (commits, saves, runs) <>
  (SELECT coalesce(sum(e.commits), 0), coalesce(sum(e.saves), 0), coalesce(sum(e.runs), 0) FROM session_events e
   WHERE e.session_id = w.session_id)
  UNION ALL SELECT session_id, commits, saves, runs FROM session_events WHERE commits + saves + runs > 0
    AND session_id NOT IN (SELECT session_id FROM session_work)`;

export interface MemoryEngineOptions extends Partial<Omit<EngineOptions, 'ports'>> {
  readonly ports?: Partial<EnginePorts>;
}

export interface MemoryEngine {
  readonly engine: Engine & Disposable;
  readonly db: Database;
  /** Everything that was logged, each line with its level. */
  readonly logged: string[];
  readonly logger: Logger;
  /** Ends the engine and its database. An error that was logged fails the test that does. */
  close(): void;
}

/** An engine on a migrated database in memory, unless another is given. */
export async function openMemoryEngine(options: MemoryEngineOptions = {}): Promise<MemoryEngine> {
  const db = options.db ?? (await openDatabase(':memory:'));
  migrate(db, migrations);
  return startMemoryEngine({ ...options, db });
}

/** The same on a database that is there already, as when a program starts again. */
export function startMemoryEngine(options: MemoryEngineOptions & { readonly db: Database }): MemoryEngine {
  const { db } = options;
  const logged: string[] = [];
  const logger = recordingLogger(logged);
  const ports = { clock: { now: () => Date.now() }, logger, distDir: '', ...options.ports };
  const engine = createEngine({ storeState, ...options, db, ports });
  return {
    engine,
    db,
    logged,
    logger,
    close() {
      engine.dispose();
      assert.deepEqual(db.all(miscounted), []);
      db.close();
      assert.deepEqual(
        logged.filter((line) => line.startsWith('error')),
        [],
      );
    },
  };
}

export function memorySecrets(): SecretStore {
  const values = new Map<string, string>();
  return {
    get: async (name) => values.get(name),
    set: async (name, value) => void values.set(name, value),
  };
}

function recordingLogger(lines: string[]): Logger {
  const log = (level: string) => (message: string, cause?: unknown) =>
    void lines.push(`${level} ${message} ${cause instanceof Error ? cause.stack : String(cause ?? '')}`.trimEnd());
  return { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
}
