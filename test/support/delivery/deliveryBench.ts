import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Disposable } from '../../../src/base/disposable';
import type { Engine, EngineChange } from '../../../src/engine/engine';
import type { DeliveryOptions } from '../../../src/engine/outbox/deliveryParts';
import type { Database } from '../../../src/engine/storage/database';
import type { ConfigureDelivery, DeliveryDetail, DeliveryState, SinkStatus } from '../../../src/shared/delivery';
import type { IngestBody } from '../../../src/shared/ingest';
import { type MemoryEngine, memorySecrets, openMemoryEngine } from '../memoryEngine';
import { FakeTime } from './fakeTime';

export const secret = 'whsec_SIGNING-SECRET-0123456789abcdef';
export const spineKey = 'sk_live_SPINE-KEY-0123456789abcdef';
export const remoteId = 'proj_remote';

type SinkInput = Partial<ConfigureDelivery['sinks'][number]> & { readonly url: string };

/** An engine that delivers, on a database in memory, whose time stands still. */
export class DeliveryBench {
  readonly changes: EngineChange[] = [];
  readonly engine: Engine & Disposable;
  readonly db: Database;
  readonly logged: string[];

  private constructor(
    private readonly memory: MemoryEngine,
    readonly time: FakeTime,
    readonly projectId: string,
  ) {
    const { engine, db, logged } = memory;
    this.engine = engine;
    this.db = db;
    this.logged = logged;
    engine.onDidChange((change) => this.changes.push(change));
  }

  static async open(options: DeliveryOptions = {}, db?: Database, time = new FakeTime()): Promise<DeliveryBench> {
    const memory = await openMemoryEngine({
      ...(db ? { db } : {}),
      ports: { clock: time, timers: time, secrets },
      delivery: {
        environment: {},
        random: () => 0.5,
        timeouts: { connectMs: 5_000, headersMs: 5_000, totalMs: 8_000 },
        ...options,
      },
    });
    const { engine } = memory;
    const [known] = await engine.listProjects({});
    const { id } = known ?? (await engine.createProject({ name: 'Delivered' }));
    return new DeliveryBench(memory, time, id);
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
    this.memory.close();
  }
}

/** They outlive an engine, as those of the editor do. */
const secrets = memorySecrets();
