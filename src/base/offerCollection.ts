import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Offers the calling thread what `node --expose-gc` does. The lists of a big tree are of no use while conclusions are drawn
 * from it, and the thread that held them makes nothing new then, so it would keep their memory until the end; a worker that
 * begins to conclude holds what is left of the files.
 */
export function offerCollection(): void {
  setFlagsFromString('--expose-gc');
  Object.assign(globalThis, {
    gc: (): void => {
      const collect: unknown = runInNewContext('gc');
      if (typeof collect === 'function') collect();
    },
  });
}
