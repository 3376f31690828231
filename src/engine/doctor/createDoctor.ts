import type { Engine } from '../engine';
import type { EngineParts } from '../engineParts';
import type { Store } from '../storage/store';
import { checkBlobs, checkClock, checkDisk, checkLog, checkOwner, checkPermissions, checkStore } from './checks';

/** A look at everything that has to be right for the memory to be what was put into it. */
export function createDoctor(parts: EngineParts, store: Pick<Store, 'state'>): Pick<Engine, 'diagnose'> {
  return {
    diagnose: parts.runner.read('diagnose', async (_, { signal }) => {
      const { state } = store;
      const checks = [
        checkStore(parts),
        await checkLog(parts, signal),
        checkBlobs(parts),
        checkOwner(state),
        checkClock(parts),
        await checkDisk(state.dataDir),
        checkPermissions(state.dataDir),
      ];
      return { ok: checks.every((check) => check.status !== 'error'), checks };
    }),
  };
}
