import { resolve } from 'node:path';
import type { Engine, EngineChange } from './engine';
import type { EnginePorts } from './ports';
import { protocolVersion } from './rpc/answers';
import { Election } from './rpc/election';
import { engineClient } from './rpc/engineClient';
import { type OwnedEngine, OwnedStore } from './rpc/ownedStore';
import { migrations as ownMigrations } from './storage/migrations/index';
import { latestVersion, type Migration } from './storage/migrator';
import { type OpenStoreOptions, openStore } from './storage/openStore';
import type { Store } from './storage/store';

export interface ConnectOptions extends Pick<OpenStoreOptions, 'loadSqlJs'> {
  readonly dataDir: string;
  readonly ports: EnginePorts;
  /** Makes the engine when this process becomes the owner of the store, now or later. */
  readonly openEngine: (store: Store) => OwnedEngine | Promise<OwnedEngine>;
  /** Which program this is; given by tests only. */
  readonly program?: { readonly protocol: number; readonly migrations: readonly Migration[] };
}

export interface ConnectedEngine extends Engine {
  /** Whether the engine runs in this process at the moment. */
  readonly role: 'owner' | 'client';
  /** Ends the engine or the connection to it. Calls that wait are rejected with `unavailable`. */
  dispose(): Promise<void>;
}

/**
 * The engine on the store in `dataDir`: this process runs it, or talks to the one that does. When that one ends, another
 * takes over, and calls without an answer are made again. Rejects with `newerStore`, `readOnly`, `full`, `unavailable`.
 */
export async function connect(options: ConnectOptions): Promise<ConnectedEngine> {
  const { ports, openEngine, loadSqlJs } = options;
  const dataDir = resolve(options.dataDir);
  const { protocol, migrations } = options.program ?? { protocol: protocolVersion, migrations: ownMigrations };
  const version = { protocol, schemaVersion: latestVersion(migrations) };
  const election = new Election({
    dataDir,
    version,
    logger: ports.logger,
    async own(lock, events) {
      const { clock, logger, distDir } = ports;
      const store = await openStore({ dataDir, distDir, clock, logger, lock, migrations, loadSqlJs });
      return OwnedStore.open({ store, engine: await open(store), version, logger, ...events });
    },
  });
  await election.take();
  return asEngine(election);

  async function open(store: Store): Promise<OwnedEngine> {
    try {
      return await openEngine(store);
    } catch (error) {
      store.close();
      throw error;
    }
  }
}

function asEngine(election: Election): ConnectedEngine {
  const engine = engineClient({
    take: () => election.take(),
    onDidChange: (listener) => election.onDidChange((change) => listener(withRole(change, election.role))),
  });
  return {
    ...engine,
    async getStoreState(params, callOptions) {
      return { ...(await engine.getStoreState(params, callOptions)), role: election.role };
    },
    get role() {
      return election.role;
    },
    dispose: () => election.dispose(),
  };
}

/** The owner says `owner` of itself; here it matters what this process is. */
function withRole(change: EngineChange, role: 'owner' | 'client'): EngineChange {
  return change.kind === 'store' ? { kind: 'store', state: { ...change.state, role } } : change;
}
