import { createHmac } from 'node:crypto';
import { sha256 } from '../../base/sha256';
import type { EntityRef } from '../../shared/store';
import type { Authority } from './authority';
import { canonicalJson } from './canonicalJson';

/** `prev_hash` of the first event of a chain. */
export const firstHash = '0'.repeat(64);

/** What the hash of an event covers. The payload and the references are covered by their own hash. */
export interface EventEnvelope {
  readonly id: string;
  readonly chainId: string;
  readonly chainSeq: number;
  readonly eventType: string;
  readonly eventTime: number;
  readonly recordTime: number;
  readonly source: string;
  readonly authority: Authority;
  readonly idempotencyKey: string | null;
  readonly payloadHash: string;
  readonly prevHash: string;
}

/**
 * Hash of the part that a purge may remove, given as the canonical JSON of its two members. It is keyed with a salt that
 * is purged with it: else a short text that was removed (an address, a name) could be found again by trying.
 */
export function hashPayload(payload: string, entityRefs: string, salt: Uint8Array): string {
  return createHmac('sha256', salt).update(`{"entity_refs":${entityRefs},"payload":${payload}}`, 'utf8').digest('hex');
}

export function hashEvent(event: EventEnvelope): string {
  return sha256(
    canonicalJson({
      v: 1,
      id: event.id,
      chain: event.chainId,
      seq: event.chainSeq,
      event_type: event.eventType,
      event_time: event.eventTime,
      record_time: event.recordTime,
      source: event.source,
      authority: event.authority,
      idempotency_key: event.idempotencyKey,
      payload_hash: event.payloadHash,
      prev_hash: event.prevHash,
    }),
  );
}

export interface EventBody {
  readonly payload: string;
  readonly entityRefs: string;
}

export function encodeBody(payload: Readonly<Record<string, unknown>>, refs: readonly EntityRef[]): EventBody {
  return { payload: canonicalJson(payload), entityRefs: canonicalJson(refs) };
}
