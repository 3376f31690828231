import { Emitter } from '../../src/base/emitter';
import { EngineError } from '../../src/base/engineError';
import type { Engine, EngineChange } from '../../src/engine/engine';
import type { EngineSource } from '../../src/shell/host/engineHost';

/** An engine of which a test names the calls it expects; any other is an error. Nothing is stored but what they store. */
export class FakeEngine implements EngineSource {
  private readonly changes = new Emitter<EngineChange>();
  /** Names of the calls that were made, in order. */
  readonly calls: string[] = [];
  readonly onDidChange = this.changes.event;
  readonly engine: Engine;

  constructor(calls: Partial<Omit<Engine, 'onDidChange'>>) {
    const known = new Map<string, unknown>(Object.entries(calls));
    this.engine = new Proxy({} as Engine, {
      get: (_target, name) => {
        if (name === 'onDidChange') return this.onDidChange;
        return async (params: unknown) => {
          this.calls.push(String(name));
          const call = known.get(String(name));
          if (typeof call !== 'function') throw new EngineError('unsupported', `The test has no ${String(name)}.`);
          return call(params);
        };
      },
    });
  }

  change(change: EngineChange): void {
    this.changes.fire(change);
  }
}
