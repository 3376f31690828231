import { EngineError } from './engineError';

/** Lets the event loop do what waits; rejects with `cancelled` once the signal is aborted. */
export async function nextTurn(signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  if (signal?.aborted === true) throw new EngineError('cancelled', 'The work was cancelled.');
}
