import type { SessionParts } from '../sessions/sessionParts';
import type { ProxyConfig } from './http/findProxy';
import type { Transport, TransportTimeouts } from './http/transport';
import type { SecretBook } from './secretBook';
import type { AttemptStore } from './store/attemptStore';
import type { DeliveryStore } from './store/deliveryStore';
import type { QueueStore } from './store/queueStore';
import type { SinkStore } from './store/sinkStore';
import type { Pseudonyms } from './wire/pseudonyms';

/** What tests set; a program takes what is usual. */
export interface DeliveryOptions {
  /** From 0 up to 1. */
  readonly random?: () => number;
  readonly timeouts?: TransportTimeouts;
  /** Where proxies are looked for that the host did not name. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Certificates of authorities, in PEM, instead of those that Node brings. */
  readonly trusted?: readonly string[];
  /** Called between any two steps of a delivery. */
  readonly onStep?: (step: DeliveryStep) => void;
}

/** Written down before it leaves; sent; answered; the answer written down. */
export type DeliveryStep = 'queued' | 'begun' | 'sent' | 'answered' | 'ended';

/** What the rules about deliveries work with. */
export interface DeliveryParts extends SessionParts {
  readonly deliveries: DeliveryStore;
  readonly attempts: AttemptStore;
  readonly queue: QueueStore;
  readonly sinks: SinkStore;
  readonly secrets: SecretBook;
  /** In memory only. */
  readonly host: DeliveryHost;
  readonly random: () => number;
}

export interface DeliveryHost {
  proxy: ProxyConfig;
  /** Known once a server wants them. */
  pseudonyms: Pseudonyms | undefined;
  readonly newTransport: () => Transport;
  readonly onStep: (step: DeliveryStep) => void;
}
