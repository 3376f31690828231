import { EngineError } from '../../../base/engineError';
import type { ScanTools } from './scanRequest';

/**
 * Works on the items in order, as many at once as the runner has hands and one more that waits at the door. After a cancel
 * what was begun is finished, nothing more is begun, and the promise rejects with `cancelled`.
 */
export async function eachConcurrently<T>(
  items: readonly T[],
  tools: Pick<ScanTools, 'runner' | 'signal'>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failed = false;
  const lane = async (): Promise<void> => {
    for (let item = items[next]; item !== undefined; item = items[next]) {
      if (failed || tools.signal.aborted) return;
      next++;
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const lanes = Array.from({ length: tools.runner.concurrency + 1 }, lane);
  const ends = await Promise.allSettled(lanes);
  const broken = ends.find((end) => end.status === 'rejected');
  if (broken?.status === 'rejected') throw broken.reason;
  throwIfCancelled(tools.signal);
}

export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new EngineError('cancelled', 'cancelled');
}
