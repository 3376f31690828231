import type { Engine } from '../engine';
import type { EngineParts } from '../engineParts';
import { withSnapshot } from '../storage/snapshot/withSnapshot';
import type { Store } from '../storage/store';
import { checkContents } from './checkContents';
import { type Check, checkClock, checkDisk, checkOwner, checkPermissions } from './checks';
import { checkInWorker } from './checkWorker';

/** A look at everything that has to be right for the memory to be what was put into it. Other calls go on meanwhile. */
export function createDoctor(
  parts: EngineParts,
  store: Pick<Store, 'state' | 'takeSnapshot'>,
): Pick<Engine, 'diagnose'> {
  const { distDir } = parts.ports;
  return {
    diagnose: parts.runner.read('diagnose', async (_, { signal }) => {
      const contents = await withSnapshot<readonly Check[]>(
        parts,
        store,
        async (open, path) =>
          (path === undefined ? undefined : await checkInWorker(distDir, path, signal)) ??
          checkContents(open(), signal),
      );
      const { state } = store;
      const checks = [
        ...contents,
        checkOwner(state),
        checkClock(parts),
        await checkDisk(state.dataDir),
        checkPermissions(state.dataDir),
      ];
      return { ok: checks.every((check) => check.status !== 'error'), checks };
    }),
  };
}
