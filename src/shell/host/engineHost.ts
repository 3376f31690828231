import { Emitter } from '../../base/emitter';
import type { Engine, EngineChange } from '../../engine/engine';
import type { StoreState } from '../../shared/store';

/** `off`: not needed yet; `failed`: it was started and does not answer, `error` says why. */
export type EngineHealth =
  | { readonly state: 'off' | 'starting' }
  | { readonly state: 'ready'; readonly store: StoreState }
  | { readonly state: 'failed'; readonly error: unknown };

/** What the models below the views need: the engine, started by the first who asks, and its changes. */
export interface EngineSource {
  readonly engine: Engine;
  readonly onDidChange: Engine['onDidChange'];
}

export interface ClosableEngine extends Engine {
  dispose(): Promise<void>;
}

/** Starts the engine when it is first used, so that a window in which nobody looks at Contox pays nothing for it. */
export class EngineHost implements EngineSource {
  private running: ClosableEngine | undefined;
  private current: EngineHealth = { state: 'off' };
  private readonly changes = new Emitter<EngineChange>();
  private readonly healthChanges = new Emitter<EngineHealth>();
  readonly onDidChange = this.changes.event;
  readonly onDidChangeHealth = this.healthChanges.event;

  constructor(private readonly start: () => ClosableEngine) {}

  get engine(): Engine {
    if (this.running) return this.running;
    const engine = this.start();
    this.running = engine;
    engine.onDidChange((change) => {
      if (change.kind === 'store') this.setHealth({ state: 'ready', store: change.state });
      this.changes.fire(change);
    });
    this.setHealth({ state: 'starting' });
    void this.check();
    return engine;
  }

  get health(): EngineHealth {
    return this.current;
  }

  /** Asks the engine for its state; never rejects, the answer is in `health`. */
  async check(): Promise<void> {
    const engine = this.running;
    if (!engine) return;
    try {
      const store = await engine.getStoreState({});
      if (this.running === engine) this.setHealth({ state: 'ready', store });
    } catch (error) {
      if (this.running === engine) this.setHealth({ state: 'failed', error });
    }
  }

  /** Lets the engine close its store; the window waits for it when it closes. */
  async close(): Promise<void> {
    const engine = this.running;
    this.running = undefined;
    this.changes.dispose();
    this.healthChanges.dispose();
    await engine?.dispose();
  }

  private setHealth(health: EngineHealth): void {
    this.current = health;
    this.healthChanges.fire(health);
  }
}
