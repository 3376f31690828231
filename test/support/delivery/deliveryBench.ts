import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Disposable } from '../../../src/base/disposable';
import { createEngine } from '../../../src/engine/createEngine';
import type { Engine, EngineChange } from '../../../src/engine/engine';
import type { DeliveryOptions } from '../../../src/engine/outbox/deliveryParts';
import type { SecretStore } from '../../../src/engine/ports';
import type { Database } from '../../../src/engine/storage/database';
import { migrations } from '../../../src/engine/storage/migrations/index';
import { migrate } from '../../../src/engine/storage/migrator';
import { openDatabase } from '../../../src/engine/storage/openDatabase';
import type { ConfigureDelivery, DeliveryDetail, DeliveryState, SinkStatus } from '../../../src/shared/delivery';
import type { IngestBody } from '../../../src/shared/ingest';
import { FakeTime } from './fakeTime';

export const secret = 'whsec_SIGNING-SECRET-0123456789abcdef';
export const spineKey = 'sk_live_SPINE-KEY-0123456789abcdef';
export const remoteId = 'proj_remote';

type SinkInput = Partial<ConfigureDelivery['sinks'][number]> & { readonly url: string };

/** An engine that delivers, on a database in memory, whose time stands still. */
export class DeliveryBench {
  readonly changes: EngineChange[] = [];
  private constructor(
    readonly engine: Engine & Disposable,
    readonly db: Database,
    readonly time: FakeTime,
    readonly logged: string[],
    readonly projectId: string,
  ) {
    engine.onDidChange((change) => this.changes.push(change));
  }

  static async open(options: DeliveryOptions = {}, db?: Database, time = new FakeTime()): Promise<DeliveryBench> {
    const used = db ?? (await openDatabase(':memory:'));
    migrate(used, migrations);
    const logged: string[] = [];
    const log = (level: string) => (message: string, cause?: unknown) =>
      void logged.push(`${level} ${message} ${cause instanceof Error ? cause.stack : String(cause ?? '')}`);
    const engine = createEngine({
      db: used,
      ports: {
        clock: time,
        timers: time,
        logger: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
        distDir: '',
        secrets: memorySecrets,
      },
      storeState: {
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
        backUp: () => ({ path: '' }),
        onDidChange: () => ({ dispose: () => undefined }),
      },
      delivery: {
        environment: {},
        random: () => 0.5,
        timeouts: { connectMs: 5_000, headersMs: 5_000, totalMs: 8_000 },
        ...options,
      },
    });
    const [known] = await engine.listProjects({});
    const { id } = known ?? (await engine.createProject({ name: 'Delivered' }));
    return new DeliveryBench(engine, used, time, logged, id);
  }

  /** One server, with its secret, for the project of the bench. */
  configure(sink: SinkInput, more: Partial<ConfigureDelivery> = {}) {
    const { kind = 'contox', ...rest } = sink;
    return this.engine.configureDelivery({
      sinks: [{ kind, projects: [{ projectId: this.projectId, remoteId }], ...rest }],
      secrets: [
        { kind: 'contox', projectId: this.projectId, secret },
        { kind: 'contextSpine', projectId: null, secret: spineKey },
      ],
      ...more,
    });
  }

  /** A session's event of a source of its own, so that each name is a session. Its id. */
  async save(session: string, summary: string, body: Partial<IngestBody> = {}): Promise<string> {
    const event = { event: 'session_save', payload: { summary, changes: [] }, source: session, ...body } as IngestBody;
    return (await this.engine.ingest({ projectId: this.projectId, ...event })).eventId;
  }

  async sink(): Promise<SinkStatus> {
    const { sinks } = await this.engine.getDeliveryStatus({});
    assert.ok(sinks[0]);
    return sinks[0];
  }

  /** Waits, in real time, until nothing is under way; what is to be tried later waits for the fake one. */
  async settle(): Promise<SinkStatus> {
    for (let turn = 0; turn < 4; turn++) await nextTurn();
    // Looking costs time too, so what takes long is looked at less often.
    for (let pause = 1; ; pause = Math.min(100, pause * 1.5)) {
      const status = await this.sink();
      if (status.state !== 'sending') return status;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  /** Lets time pass until nothing waits any more. */
  async drain(mostTries = 500): Promise<SinkStatus> {
    let status = await this.settle();
    for (let tries = 0; status.state === 'waiting'; tries++) {
      assert.ok(tries < mostTries, `still waiting: ${JSON.stringify(status)}`);
      assert.ok(this.time.toNext(), `nothing is going to wake: ${JSON.stringify(status)}`);
      status = await this.settle();
    }
    return status;
  }

  /** States by event id. */
  async states(): Promise<Record<string, DeliveryState>> {
    const { items } = await this.engine.listDeliveries({ limit: 200 });
    return Object.fromEntries(items.map(({ eventId, state }) => [eventId, state]));
  }

  async details(): Promise<DeliveryDetail[]> {
    const { items } = await this.engine.listDeliveries({ limit: 200 });
    return Promise.all(items.map(({ id }) => this.engine.getDelivery({ deliveryId: id })));
  }

  /** An error that was logged fails the test that closes the bench. */
  close(): void {
    this.engine.dispose();
    this.db.close();
    assert.deepEqual(
      this.logged.filter((line) => line.startsWith('error')),
      [],
    );
  }
}

const values = new Map<string, string>();
const memorySecrets: SecretStore = {
  get: async (name) => values.get(name),
  set: async (name, value) => void values.set(name, value),
};
