import type { Engine } from '../engine';
import type { EngineParts } from '../engineParts';
import { readSchemaVersion } from '../storage/migrator';
import { withSnapshot } from '../storage/snapshot/withSnapshot';
import type { Store } from '../storage/store';
import { exportProject } from './exportProject';
import { importProject } from './importProject';
import { readExport } from './readExport';

/** The way of a whole project out of the store and back into one. */
export function createTransfer(
  parts: EngineParts,
  store: Pick<Store, 'takeSnapshot'>,
): Pick<Engine, 'exportProject' | 'importProject'> {
  const { runner, db, projects, ports } = parts;
  return {
    exportProject: runner.read('exportProject', ({ projectId, folder }, { signal }) => {
      projects.get(projectId);
      const now = ports.clock.now();
      return withSnapshot(parts, store, (open) => exportProject({ db: open(), now, signal }, projectId, folder));
    }),
    importProject: runner.writeAfter(
      'importProject',
      ({ folder }) => readExport(folder, readSchemaVersion(db)),
      (_, rows) => importProject(parts, rows),
    ),
  };
}
