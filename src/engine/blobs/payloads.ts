import type { LogEvent } from '../../shared/store';
import type { EngineParts } from '../engineParts';
import type { NewEvent } from '../events/eventLog';
import type { EventRow } from '../events/eventStore';
import { acceptPayload } from './acceptPayload';
import { BlobStore } from './blobStore';
import { blobPrefix, type Offloaded, offload, restore } from './offload';

type PayloadParts = Pick<EngineParts, 'db' | 'events' | 'ports' | 'redactor'>;

/** Events whose payloads come from outside: redacted, and with their long texts beside the log. */
export class Payloads {
  readonly blobs: BlobStore;

  constructor(private readonly parts: PayloadParts) {
    this.blobs = new BlobStore(parts.db);
  }

  append(event: NewEvent): EventRow {
    return this.appendWhole(event).row;
  }

  /** As `append`; with the payload as it was accepted, whose long texts are in their places. */
  appendWhole(event: NewEvent): { row: EventRow; accepted: Readonly<Record<string, unknown>> } {
    const accepted = acceptPayload(this.parts.redactor, event.payload ?? {});
    const { payload, texts } = offload(accepted);
    const row = this.parts.events.appendRow({ ...event, payload });
    this.keep(row, texts);
    return { row, accepted };
  }

  /** As `EventLog.appendOnce`. */
  appendOnce(event: NewEvent & { readonly idempotencyKey: string }): { row: EventRow; created: boolean } {
    const { payload, texts } = this.prepare(event);
    const result = this.parts.events.appendRowOnce({ ...event, payload });
    if (result.created) this.keep(result.row, texts);
    return result;
  }

  /** The event with its long texts in their places. */
  show(row: EventRow): LogEvent {
    const event = this.parts.events.show(row);
    const refs = mayHaveTexts(row) ? this.blobs.refsOf(row.seq) : [];
    if (refs.length === 0) return event;
    return { ...event, payload: restore(event.payload, refs, (hash) => this.blobs.read(row.chainId, hash)) };
  }

  /** How long the texts beside an event are together. */
  bytesBeside(row: EventRow): number {
    return mayHaveTexts(row) ? this.blobs.bytesOf(row.seq) : 0;
  }

  private prepare(event: NewEvent): Offloaded {
    return offload(acceptPayload(this.parts.redactor, event.payload ?? {}));
  }

  private keep(row: EventRow, texts: Offloaded['texts']): void {
    for (const { pointer, isJson, hash, text } of texts) {
      this.blobs.put(row.chainId, hash, text, row.recordTime);
      this.blobs.link(row.seq, row.chainId, { pointer, isJson, hash });
    }
  }
}

/** Most events have no text beside them: they are told without a look into the table. */
function mayHaveTexts(row: EventRow): boolean {
  return row.payload?.includes(`"blob":"${blobPrefix}`) === true;
}
