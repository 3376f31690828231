import { randomUUID } from 'node:crypto';
import type { Event } from '../../base/emitter';
import { EngineError } from '../../base/engineError';
import type { EngineMethod } from '../../shared/engineCalls';
import type { CallOptions, Engine, EngineChange } from '../engine';
import { type EngineLink, LinkLost } from './engineLink';
import { engineMethods } from './engineMethods';

/** Gives the way to the engine that there is now, or waits for the next one. */
export interface LinkSource {
  /** Rejects with `EngineError` where there will be none. */
  take(): Promise<EngineLink>;
  readonly onDidChange: Event<EngineChange>;
}

/** A call that ends its engine each time must not do so for ever. */
const mostAttempts = 20;

/**
 * An Engine over links that come and go. A call whose answer was lost is made again on the next link with the same
 * request id, so that it has one effect; calls that only read are made again, too.
 */
export function engineClient(links: LinkSource): Engine {
  const methods = Object.keys(engineMethods) as EngineMethod[];
  const calls = methods.map((method) => [
    method,
    (params: unknown, options: CallOptions = {}) => callOnLinks(links, method, params, options),
  ]);
  return { ...Object.fromEntries(calls), onDidChange: links.onDidChange } as Engine;
}

async function callOnLinks(
  links: LinkSource,
  method: EngineMethod,
  params: unknown,
  options: CallOptions,
): Promise<unknown> {
  const { signal, requestId = randomUUID() } = options;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    if (signal?.aborted) throw cancelled();
    const link = await orAborted(links.take(), signal);
    try {
      return await link.call(method, params, { signal, requestId });
    } catch (error) {
      if (!(error instanceof LinkLost)) throw error;
    }
  }
  throw new EngineError('unavailable', `The engine ended ${mostAttempts} times during ${method}. The log says why.`);
}

function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(cancelled());
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function cancelled(): EngineError {
  return new EngineError('cancelled', 'The call was cancelled.');
}
