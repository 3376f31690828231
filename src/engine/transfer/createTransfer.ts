import type { Engine } from '../engine';
import type { EngineParts } from '../engineParts';
import { readSchemaVersion } from '../storage/migrator';
import { exportProject } from './exportProject';
import { importProject } from './importProject';
import { readExport } from './readExport';

/** The way of a whole project out of the store and back into one. */
export function createTransfer(parts: EngineParts): Pick<Engine, 'exportProject' | 'importProject'> {
  const { runner, db } = parts;
  return {
    exportProject: runner.read('exportProject', ({ projectId, folder }) => exportProject(parts, projectId, folder)),
    importProject: runner.writeAfter(
      'importProject',
      ({ folder }) => readExport(folder, readSchemaVersion(db)),
      (_, rows) => importProject(parts, rows),
    ),
  };
}
