import type { Disposable } from '../../base/disposable';
import { EngineError } from '../../base/engineError';
import type { Engine } from '../engine';
import type { SessionParts } from '../sessions/sessionParts';

type DeliveryCalls = Pick<
  Engine,
  | 'configureDelivery'
  | 'getDeliveryStatus'
  | 'listDeliveries'
  | 'getDelivery'
  | 'retryDeliveries'
  | 'sendSession'
  | 'verifyDeliveries'
>;

/** Sends events to the servers that are configured, and keeps the ledger of it. */
export function createDelivery(_parts: SessionParts): Disposable & { calls: DeliveryCalls } {
  const refuse = (): Promise<never> => Promise.reject(new EngineError('unsupported', 'Nothing is delivered yet.'));
  return {
    calls: {
      configureDelivery: refuse,
      getDeliveryStatus: () => Promise.resolve({ sinks: [] }),
      listDeliveries: refuse,
      getDelivery: refuse,
      retryDeliveries: refuse,
      sendSession: refuse,
      verifyDeliveries: refuse,
    },
    dispose: () => undefined,
  };
}
