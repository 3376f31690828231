import { Emitter } from '../../base/emitter';
import type { RunningApi } from '../../engine/api/worker/startApiWorker';
import type { EngineSource } from '../host/engineHost';

/** Where the key is kept: the editor's store of secrets, never a file of the workspace. */
export interface KeyStore {
  get(name: string): Thenable<string | undefined>;
  store(name: string, value: string): Thenable<void>;
}

/** The port of last time, so that an address that was given to a tool stays good. */
export interface PortMemory {
  read(): number | undefined;
  write(port: number): void;
}

export interface LocalApiParts {
  readonly source: EngineSource;
  readonly keys: KeyStore;
  readonly ports: PortMemory;
  /** Starts the server; 0 stands for any free port. */
  readonly serve: (port: number) => Promise<RunningApi>;
}

const keyName = 'apiKey';

/** The API server of this window: started and stopped by the user, and by nobody else. */
export class LocalApi {
  private readonly changes = new Emitter<void>();
  readonly onDidChange = this.changes.event;
  private running: RunningApi | undefined;
  private starting: Promise<RunningApi> | undefined;

  constructor(private readonly parts: LocalApiParts) {}

  /** The address, while it serves. */
  get url(): string | undefined {
    return this.running?.url;
  }

  /** Starts the server where it does not run, and tells how to reach it. */
  async start(): Promise<{ readonly url: string; readonly key: string }> {
    this.starting ??= this.serve();
    try {
      const { url } = await this.starting;
      return { url, key: await this.usableKey() };
    } catch (error) {
      if (!this.running) this.starting = undefined;
      throw error;
    }
  }

  /** Whether there was one to stop. */
  async stop(): Promise<boolean> {
    // One that could not start is not running; who started it has been told.
    const running = await this.starting?.catch(() => undefined);
    await running?.stop();
    return running !== undefined;
  }

  private async serve(): Promise<RunningApi> {
    const { serve, ports } = this.parts;
    const last = ports.read() ?? 0;
    // Another window, or another program, may have taken the port since.
    const running = await serve(last).catch((error: unknown) => (last === 0 ? Promise.reject(error) : serve(0)));
    this.running = running;
    ports.write(Number(new URL(running.url).port));
    void running.ended.then(() => {
      this.running = undefined;
      this.starting = undefined;
      this.changes.fire();
    });
    this.changes.fire();
    return running;
  }

  /** The key of last time where it still opens the store; else a new one. */
  private async usableKey(): Promise<string> {
    const { keys, source } = this.parts;
    const known = await keys.get(keyName);
    if (known !== undefined && (await source.engine.authenticateKey({ key: known })) !== null) return known;
    const { key } = await source.engine.createKey({ name: 'VS Code' });
    await keys.store(keyName, key);
    return key;
  }
}
