import type { Disposable } from '../../base/disposable';
import type { Event } from '../../base/emitter';

/** Carries messages both ways, in order, each whole or not at all. */
export interface Channel extends Disposable {
  /** Throws where the message can't be carried, for example because it is too large. */
  send(message: object): void;
  /** As `send`, together with others of this turn, where that costs less; for what is known to be carried. */
  sendSoon?(message: object): void;
  readonly onMessage: Event<unknown>;
  /** Fires once, however the channel ends; nothing arrives after it. */
  readonly onClose: Event<void>;
}
