import type { SinkKind } from '../../../shared/delivery';
import type { LogEvent } from '../../../shared/store';
import type { SessionParts } from '../../sessions/sessionParts';

/** What a sink makes a body from. */
export interface Outgoing {
  /** With its long texts in their places. */
  readonly event: LogEvent;
  /** What the server calls the project. */
  readonly remoteId: string;
  /** By the server's clock, as far as it is known: what is later has not happened there yet. */
  readonly serverTime: number;
}

/** A body before redaction; `undefined`: what the event speaks about is not there any more. */
export type WireBody = Readonly<Record<string, unknown>>;

export interface Signing {
  readonly secret: string;
  readonly remoteId: string;
  /** Whole Unix seconds, by the server's clock. */
  readonly timestamp: number;
  readonly body: Buffer;
}

/** A kind of server. What differs between kinds is here and nowhere else. */
export interface Sink {
  readonly kind: SinkKind;
  /** Below the configured address. */
  readonly path: string;
  /** Whether each project has a secret of its own. */
  readonly secretPerProject: boolean;
  /** Member of the body in which the idempotency key goes. */
  readonly keyMember: string;
  /** Member of the answer without which it is no answer of this kind of server. */
  readonly answerMember: string;
  /** Whether events of this type are sent. */
  carries(eventType: string): boolean;
  compose(parts: SessionParts, outgoing: Outgoing): WireBody | undefined;
  /** The credential, in headers. */
  authorize(signing: Signing): Record<string, string>;
}

/** A refusal for good: a repetition with the same body would get it again. */
export const mostWireBytes = 1024 * 1024;
