import type { Disposable } from '../../base/disposable';
import { isEngineError } from '../../base/engineError';
import type { ConfigureDelivery, DeliveryStatus } from '../../shared/delivery';
import type { Engine } from '../engine';
import type { SessionParts } from '../sessions/sessionParts';
import { checkHeader, configureDelivery } from './configureDelivery';
import type { DeliveryOptions, DeliveryParts } from './deliveryParts';
import { deliveryStatus } from './deliveryStatus';
import { Transport, usualTimeouts } from './http/transport';
import type { OutboxIntake } from './intake';
import { pruneLedger } from './pruneLedger';
import { getDelivery, listDeliveries } from './readLedger';
import { retryDeliveries, sendSession } from './retryDeliveries';
import { SecretBook } from './secretBook';
import { Dispatchers } from './send/dispatchers';
import { AttemptStore } from './store/attemptStore';
import { DeliveryStore } from './store/deliveryStore';
import { QueueStore } from './store/queueStore';
import { SinkStore } from './store/sinkStore';
import { verifyDeliveries } from './verifyDeliveries';

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
export function createDelivery(
  base: SessionParts,
  intake: OutboxIntake,
  options: DeliveryOptions = {},
): Disposable & { calls: DeliveryCalls } {
  const parts = createParts(base, options);
  const { runner } = parts;
  const dispatchers = new Dispatchers(parts, () => prune(parts));
  intake.onDidQueue = () => dispatchers.wake();
  if (parts.attempts.hasOpen()) quietly(parts, closeOpen);
  // What an earlier program left is gone on with when the secrets are there; dry runs need none.
  dispatchers.wake();
  const status = (): DeliveryStatus => deliveryStatus(parts, (kind) => dispatchers.isSending(kind));
  const counted = (count: number): { count: number } => {
    dispatchers.wake();
    return { count };
  };
  return {
    calls: {
      configureDelivery: runner.writeAfter(
        'configureDelivery',
        // Not part of what a repeated call answers from memory: another program may have carried out the first one.
        (params) => takeSecrets(parts, params),
        (params, changed) => {
          configureDelivery(parts, params.sinks, changed);
          intake.forgetTakers();
          dispatchers.wake();
          return status();
        },
      ),
      getDeliveryStatus: runner.read('getDeliveryStatus', status),
      listDeliveries: runner.read('listDeliveries', (query) => listDeliveries(parts, query)),
      getDelivery: runner.read('getDelivery', ({ deliveryId }) => getDelivery(parts, deliveryId)),
      retryDeliveries: runner.write('retryDeliveries', (params) => counted(retryDeliveries(parts, params))),
      sendSession: runner.write('sendSession', (params) => counted(sendSession(parts, intake, params))),
      verifyDeliveries: runner.read('verifyDeliveries', ({ projectId }, { signal }) => {
        parts.projects.get(projectId);
        return verifyDeliveries(parts, projectId, signal);
      }),
    },
    dispose() {
      intake.onDidQueue = undefined;
      dispatchers.dispose();
    },
  };
}

function createParts(base: SessionParts, options: DeliveryOptions): DeliveryParts {
  const { db } = base;
  const { random = Math.random, timeouts = usualTimeouts, environment = process.env, trusted, onStep } = options;
  const host = {
    proxy: {},
    pseudonyms: undefined,
    newTransport: () => new Transport(timeouts, environment, trusted),
    onStep: onStep ?? (() => undefined),
  };
  return {
    ...base,
    deliveries: new DeliveryStore(db),
    attempts: new AttemptStore(db),
    queue: new QueueStore(db),
    sinks: new SinkStore(db),
    secrets: new SecretBook(),
    host,
    random,
  };
}

function takeSecrets(
  parts: DeliveryParts,
  params: Pick<ConfigureDelivery, 'secrets' | 'proxy' | 'noProxy' | 'proxyStrictSsl'>,
) {
  const { proxy, noProxy, proxyStrictSsl, secrets } = params;
  for (const { kind, secret } of secrets) if (kind === 'contextSpine') checkHeader('secrets', secret);
  parts.host.proxy = { proxy, noProxy, proxyStrictSsl };
  return parts.secrets.replace(secrets);
}

const closeOpen = (parts: DeliveryParts): void =>
  parts.attempts.closeOpen('The program ended before the answer came; it is sent again under the same key');

function prune(parts: DeliveryParts): void {
  quietly(parts, () => {
    if (pruneLedger(parts.db, parts.ports.clock.now())) setImmediate(() => prune(parts));
  });
}

/** What nobody waits for. The engine may be closed meanwhile. */
function quietly(parts: DeliveryParts, work: (parts: DeliveryParts) => void): void {
  parts.runner
    .commit('tidyDeliveries', () => work(parts))
    .catch((error: unknown) => {
      if (!isEngineError(error, 'unavailable')) parts.ports.logger.warn(`The ledger could not be tidied up: ${error}`);
    });
}
