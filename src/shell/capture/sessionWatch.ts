import { type Disposable, DisposableStore } from '../../base/disposable';
import { Emitter, type Event } from '../../base/emitter';
import type { Logger } from '../../base/logger';
import type { Engine, EngineChange } from '../../engine/engine';
import type { ActiveSession } from '../../shared/session';
import { Coalesced } from '../coalesced';

export interface SessionWatchParts {
  readonly source: { readonly engine: Pick<Engine, 'getActiveSession'>; readonly onDidChange: Event<EngineChange> };
  /** The project that the views show. */
  currentId(): string | undefined;
  readonly onDidChangeCurrent: Event<void>;
  /** Whether somebody has started the engine; a status alone is no reason to. */
  isRunning(): boolean;
  readonly logger: Logger;
}

/** The session that goes on in the current project. */
export class SessionWatch implements Disposable {
  private readonly store = new DisposableStore();
  private readonly changes = new Emitter<void>();
  readonly onDidChange = this.changes.event;
  private known: { readonly projectId: string; readonly active: ActiveSession } | undefined;
  private readonly reading = new Coalesced(() => this.readNow());

  constructor(private readonly parts: SessionWatchParts) {
    this.store.add(
      parts.source.onDidChange((change) => {
        if (change.kind === 'sessions' && change.projectId === parts.currentId()) void this.read();
      }),
    );
    this.store.add(parts.onDidChangeCurrent(() => this.known?.projectId !== parts.currentId() && void this.read()));
  }

  /** Of the current project; `undefined` where none goes on. */
  get active(): (ActiveSession & { readonly session: NonNullable<ActiveSession['session']> }) | undefined {
    const { known } = this;
    if (!known || known.projectId !== this.parts.currentId()) return undefined;
    const { session } = known.active;
    return session ? { ...known.active, session } : undefined;
  }

  /** What a call has answered is as new as what could be asked for. */
  accept(projectId: string, active: ActiveSession): void {
    if (projectId !== this.parts.currentId()) return;
    this.known = { projectId, active };
    this.changes.fire();
  }

  /** Never rejects; the log says why a session is not known. */
  read(): Promise<void> {
    return this.reading.run();
  }

  dispose(): void {
    this.store.dispose();
    this.changes.dispose();
  }

  private async readNow(): Promise<void> {
    const projectId = this.parts.currentId();
    if (projectId === undefined || !this.parts.isRunning()) return;
    try {
      this.accept(projectId, await this.parts.source.engine.getActiveSession({ projectId }));
    } catch (error) {
      this.parts.logger.warn(`The active session could not be read: ${String(error)}`);
    }
  }
}
