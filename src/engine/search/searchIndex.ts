import type { Disposable } from '../../base/disposable';
import { nextTurn } from '../../base/nextTurn';
import { sha256 } from '../../base/sha256';
import type { EngineParts } from '../engineParts';
import { type EventRow, eventColumns } from '../events/eventStore';
import { isStoreError } from '../requests/toCallError';
import { eventText } from './eventText';
import { collectParts } from './nameParts';
import { readSource, type SourceText } from './searchSources';
import { type Queued, SearchStore } from './searchStore';

/** So many documents are taken in without a pause: about 10 ms of work. */
const sliceDocs = 100;
/** While things change, so often some of them are taken in, and for so long: a fortieth of the time. */
const everyMs = 250;
const briefMs = 6;
/** When nothing has changed for so long, all the rest is, until something does. */
const quietMs = 1_000;
/** So long a search waits for what was written just before; a long load is not over by then. */
const patienceMs = 400;

/**
 * Keeps the index up to date. What there is to do is written down by triggers in the transaction of each change, so
 * nothing is ever missed; it is done before a search, or when nothing else happens, and then many texts share one commit:
 * one by one they would cost three times as much. After a load of many thousand texts a search does not wait for all of
 * them: it is told how many are missing.
 */
export class SearchIndex implements Disposable {
  readonly store: SearchStore;
  private timer: NodeJS.Timeout | undefined;
  private touchedAt = 0;
  private slicing: Promise<void> | undefined;
  private disposed = false;

  constructor(private readonly parts: Pick<EngineParts, 'db' | 'payloads' | 'ports' | 'runner' | 'events'>) {
    this.store = new SearchStore(parts.db);
  }

  /** Something has changed: the index follows soon, without slowing down who writes. */
  touch(): void {
    this.touchedAt = Date.now();
    this.followLater();
  }

  /**
   * Waits until what was there at the call is in the index, but not for long; how many texts are missing then. Where the
   * store can't be written, as on a full disk, what is in the index has to do.
   */
  async refresh(forMs = patienceMs): Promise<number> {
    const until = performance.now() + forMs;
    try {
      do {
        if (this.disposed || !this.isBehind()) return 0;
        await this.takeNext();
      } while (performance.now() < until);
    } catch (error) {
      if (!isStoreError(error)) throw error;
      this.parts.ports.logger.warn(`The search index could not be brought up to date: ${error}`);
    }
    if (!this.isBehind()) return 0;
    this.followLater();
    return this.store.countMissing();
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
  }

  private followLater(): void {
    if (this.disposed || this.timer) return;
    this.timer = setTimeout(() => void this.follow(), everyMs);
    this.timer.unref();
  }

  /** One slice, or, when it is quiet, all of them; who begins to write meanwhile finds it busy for one slice only. */
  private async follow(): Promise<void> {
    this.timer = undefined;
    const isQuiet = (): boolean => Date.now() - this.touchedAt >= quietMs;
    try {
      do {
        if (!this.isBehind()) return;
        // In a program that has just begun, the first hundred take ten times as long, and others wait.
        await this.takeNext(isQuiet() ? undefined : briefMs);
      } while (!this.disposed && isQuiet());
      this.followLater();
    } catch (error) {
      // The next search tries again, and says so where it can't.
      if (!this.disposed) this.parts.ports.logger.warn(`The search index could not be brought up to date: ${error}`);
    }
  }

  /** A slice and a turn for others; whoever wants one at the same time shares it. */
  private takeNext(forMs = Number.POSITIVE_INFINITY): Promise<void> {
    this.slicing ??= this.parts.runner
      .commit('search', () => this.takeSlice(performance.now() + forMs))
      .then(() => nextTurn())
      .finally(() => {
        this.slicing = undefined;
      });
    return this.slicing;
  }

  private isBehind(): boolean {
    return this.store.queued(1).length > 0 || this.store.hasEventsAfter(this.store.searchedSeq());
  }

  private takeSlice(until: number): void {
    const queued = this.store.queued(sliceDocs);
    for (const one of queued) {
      this.put(one, readSource(this.parts.db, one.kind, one.ref));
      this.store.unqueue(one);
      if (performance.now() >= until) return;
    }
    if (queued.length < sliceDocs) this.takeEvents(sliceDocs - queued.length, until);
  }

  private takeEvents(limit: number, until: number): void {
    const rows = this.parts.db.all<EventRow>(`SELECT ${eventColumns} FROM events WHERE seq > ? ORDER BY seq LIMIT ?`, [
      this.store.searchedSeq(),
      limit,
    ]);
    const workspaceId = this.parts.events.store.workspaceId();
    // The workspace's own log belongs to no project, so no search looks there.
    let last: EventRow | undefined;
    for (const row of rows) {
      const source = row.chainId === workspaceId ? undefined : this.textOf(row);
      if (source) this.put({ kind: 'event', ref: row.id }, source);
      last = row;
      if (performance.now() >= until) break;
    }
    if (last) this.store.setSearchedSeq(last.seq);
  }

  /** An event that was changed from outside may be no JSON any more; those after it are still looked for. */
  private textOf(row: EventRow): SourceText | undefined {
    try {
      return eventText(row, () => this.parts.payloads.show(row));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.parts.ports.logger.warn(`Event ${row.id} is damaged and can't be searched: ${error.message}`);
      return undefined;
    }
  }

  private put(one: Queued, source: SourceText | undefined): void {
    if (!source) {
      this.store.remove(one);
      return;
    }
    const { projectId, title, body, at } = source;
    const hash = sha256(`${title}\n${body}`);
    this.store.put({ ...one, projectId, at, hash, title, body, parts: () => collectParts(`${title}\n${body}`) });
  }
}
