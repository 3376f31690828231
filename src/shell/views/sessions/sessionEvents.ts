import type { Logger } from '../../../base/logger';
import type { Engine } from '../../../engine/engine';
import type { Session } from '../../../shared/session';
import type { LogEvent } from '../../../shared/store';

interface Known {
  readonly version: string;
  readonly events: readonly LogEvent[];
}

const mostEvents = 1000;

/** The events of sessions on screen, read when a row asks for them and again when the session has changed. */
export class SessionEvents {
  private readonly known = new Map<string, Known>();
  private readonly reading = new Set<string>();

  constructor(
    private readonly source: { readonly engine: Pick<Engine, 'listSessionEvents'> },
    /** Events came that were asked for. */
    private readonly arrived: () => void,
    private readonly logger: Logger,
  ) {}

  /** What is known, be it a little old; a newer version is on its way then. */
  of(session: Session): readonly LogEvent[] | undefined {
    const version = `${session.updatedAt} ${session.eventCount}`;
    const known = this.known.get(session.id);
    if (known?.version !== version) void this.read(session.id, version);
    return known?.events;
  }

  /** Keeps what is on screen. */
  keep(sessions: readonly Session[]): void {
    const ids = new Set(sessions.map(({ id }) => id));
    for (const id of this.known.keys()) if (!ids.has(id)) this.known.delete(id);
  }

  private async read(sessionId: string, version: string): Promise<void> {
    if (this.reading.has(sessionId)) return;
    this.reading.add(sessionId);
    try {
      this.known.set(sessionId, { version, events: await this.all(sessionId) });
    } catch (error) {
      this.logger.warn(`The events of a session could not be read: ${String(error)}`);
      this.known.set(sessionId, { version, events: this.known.get(sessionId)?.events ?? [] });
    } finally {
      this.reading.delete(sessionId);
      this.arrived();
    }
  }

  private async all(sessionId: string): Promise<readonly LogEvent[]> {
    const events: LogEvent[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.source.engine.listSessionEvents({ sessionId, limit: 200, ...(cursor ? { cursor } : {}) });
      events.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && events.length < mostEvents);
    return events;
  }
}
