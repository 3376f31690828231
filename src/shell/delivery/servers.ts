import { type Disposable, DisposableStore } from '../../base/disposable';
import { Emitter, type Event } from '../../base/emitter';
import type { Logger } from '../../base/logger';
import type { Engine, EngineChange } from '../../engine/engine';
import type { DeliveryStatus, SinkKind } from '../../shared/delivery';
import { Coalesced } from '../coalesced';
import { deliveryConfig } from './deliveryConfig';
import type { ProxySettings } from './proxySettings';
import type { ServerSettings } from './serverSettings';

export interface ServersParts {
  readonly source: {
    readonly engine: Pick<Engine, 'configureDelivery' | 'getDeliveryStatus'>;
    readonly onDidChange: Event<EngineChange>;
  };
  /** Whether somebody has started the engine; servers alone are no reason to. */
  isRunning(): boolean;
  readonly logger: Logger;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly secrets: {
    get(kind: SinkKind, projectId: string): PromiseLike<string | undefined>;
    onDidChange(listener: () => void): Disposable;
  };
  /** Settings changed that matter here. */
  readonly onDidChangeSettings: Event<void>;
  read(): {
    readonly server: ServerSettings;
    readonly proxy: ProxySettings;
    readonly withheld: ReadonlySet<string>;
    /** The user has switched capture off: then nothing is sent either. */
    readonly isPrivate: boolean;
  };
}

/**
 * Tells the engine where events go, and keeps what it answers. The engine holds secrets in memory only, so every engine
 * that becomes the owner of the store is told again; it says so by a change of the projects.
 */
export class Servers implements Disposable {
  private readonly store = new DisposableStore();
  private readonly changes = new Emitter<void>();
  readonly onDidChange = this.changes.event;
  private known: DeliveryStatus = { sinks: [] };
  private readonly pushing = new Coalesced(() => this.pushOnce());
  private hasPushed = false;
  private told = '';

  constructor(private readonly parts: ServersParts) {
    const push = (): void => void this.push();
    this.store.add(parts.onDidChangeSettings(push));
    this.store.add(parts.secrets.onDidChange(push));
    this.store.add(
      parts.source.onDidChange((change) => {
        if (change.kind === 'delivery') this.accept(change.status);
        if (change.kind === 'projects') push();
      }),
    );
  }

  get status(): DeliveryStatus {
    return this.known;
  }

  /** Whether events of a project go to a server, by the settings. */
  sends(projectId: string | undefined): boolean {
    const { server } = this.parts.read();
    return projectId !== undefined && this.isConfigured && server.projects[projectId] !== undefined;
  }

  get isConfigured(): boolean {
    const { server } = this.parts.read();
    return server.url !== '' || server.contextSpineUrl !== '';
  }

  get isDryRun(): boolean {
    return this.parts.read().server.dryRun;
  }

  /** Never rejects: what fails is in the log, and the next engine is told anew. */
  push(): Promise<void> {
    return this.pushing.run();
  }

  dispose(): void {
    this.store.dispose();
    this.changes.dispose();
  }

  private async pushOnce(): Promise<void> {
    try {
      await this.tellEngine();
    } catch (error) {
      this.parts.logger.error('The engine could not be told where events go', error);
    }
    this.changes.fire();
  }

  private async tellEngine(): Promise<void> {
    const { source, secrets, environment, logger } = this.parts;
    const { isPrivate, ...read } = this.parts.read();
    const input = { ...read, environment, secretOf: (kind: SinkKind, id: string) => secrets.get(kind, id) };
    const { config, problems } = await deliveryConfig(input);
    const message = problems.join('\n');
    if (message !== '' && message !== this.told) logger.warn(message);
    this.told = message;
    const wanted = isPrivate ? { sinks: [], secrets: [] } : config;
    if (!this.parts.isRunning()) return;
    if (wanted.sinks.length === 0 && !this.hasPushed && !(await this.isLeftOver())) return;
    this.hasPushed = wanted.sinks.length > 0;
    this.accept(await source.engine.configureDelivery(wanted));
  }

  /**
   * Whether the store still names servers that nobody has given secrets for: they were taken out of the settings while no
   * window was open. Others are those of another profile's window, which this one must not undo.
   */
  private async isLeftOver(): Promise<boolean> {
    const status = await this.parts.source.engine.getDeliveryStatus({});
    this.accept(status);
    return status.sinks.length > 0 && status.sinks.every(({ state }) => state === 'noSecret');
  }

  private accept(status: DeliveryStatus): void {
    this.known = status;
    this.changes.fire();
  }
}
