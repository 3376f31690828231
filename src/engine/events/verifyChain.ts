import { EngineError } from '../../base/engineError';
import type { ChainCheck } from '../../shared/store';
import { firstHash, hashEvent, hashPayload } from './eventHash';
import type { ChainHead, EventRow, EventStore } from './eventStore';
import { purgedSeqs, purgeEventType } from './purgeEvents';

/** So many events are checked without a pause: about 10 ms of work with payloads of the usual size. */
const sliceEvents = 250;

/**
 * Computes every hash of a chain anew. It gives way between slices, so other calls are answered meanwhile; what is
 * appended after the start is not looked at. Finds events that were altered, exchanged, put in, taken out, or emptied
 * without a purge that says so.
 */
export async function verifyChain(store: EventStore, chainId: string, signal?: AbortSignal): Promise<ChainCheck> {
  const head = store.findChain(chainId);
  if (!head) return { projectId: chainId, events: 0, ok: true };
  const walk = new ChainWalk(head);
  while (walk.expectsMore) {
    if (signal?.aborted) throw new EngineError('cancelled', 'The check was cancelled.');
    const before = walk.checked;
    store.eachAfter(chainId, before, Math.min(sliceEvents, head.length - before), (row) => walk.check(row));
    if (walk.checked === before) break;
    await new Promise<void>((resume) => setImmediate(resume));
  }
  const brokenAt = walk.findBreak();
  return { projectId: chainId, events: walk.checked, ok: brokenAt === undefined, ...(brokenAt ? { brokenAt } : {}) };
}

/** What was seen of a chain so far. */
export class ChainWalk {
  checked = 0;
  private lastHash = firstHash;
  private lastId: string;
  private broken: string | undefined;
  /** Emptied events by their number, and the numbers that purges name. */
  private readonly tombstones = new Map<number, string>();
  private readonly purged = new Set<number>();

  constructor(private readonly head: ChainHead) {
    this.lastId = head.id;
  }

  get expectsMore(): boolean {
    return this.broken === undefined && this.checked < this.head.length;
  }

  check(row: EventRow): void {
    if (this.broken !== undefined) return;
    if (!this.fits(row)) {
      this.broken = row.id;
      return;
    }
    if (row.payload === null) this.tombstones.set(row.chainSeq, row.id);
    if (row.eventType === purgeEventType) for (const seq of purgedSeqs(row)) this.purged.add(seq);
    this.checked = row.chainSeq;
    this.lastHash = row.hash;
    this.lastId = row.id;
  }

  /** The first event that does not fit; the last one there is, where those after it are missing. */
  findBreak(): string | undefined {
    if (this.broken !== undefined) return this.broken;
    if (this.checked !== this.head.length || this.lastHash !== this.head.headHash) return this.lastId;
    for (const [seq, id] of this.tombstones) if (!this.purged.has(seq)) return id;
    return undefined;
  }

  private fits(row: EventRow): boolean {
    if (row.chainSeq !== this.checked + 1 || row.prevHash !== this.lastHash) return false;
    if (row.hash !== hashEvent(row)) return false;
    const { payload, entityRefs, salt } = row;
    if (payload === null || entityRefs === null || salt === null)
      return payload === null && entityRefs === null && salt === null;
    return hashPayload(payload, entityRefs, salt) === row.payloadHash;
  }
}
