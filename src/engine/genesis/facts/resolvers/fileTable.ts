import type { FileRecord } from '../../scanModel';
import { folderOf, foldersUp } from '../paths';
import type { FileTable } from './resolver';

export function createFileTable(files: readonly FileRecord[]): FileTable {
  const roles = new Map(files.map((file) => [file.path, file.role]));
  const folders = new Map<string, string[]>();
  for (const { path } of files) {
    const folder = folderOf(path);
    let inFolder = folders.get(folder);
    if (inFolder === undefined) {
      inFolder = [];
      for (const above of foldersUp(folder)) if (!folders.has(above)) folders.set(above, []);
      folders.set(folder, inFolder);
    }
    inFolder.push(path);
  }
  return {
    paths: files.map((file) => file.path),
    has: (path) => roles.has(path),
    hasFolder: (path) => folders.has(path),
    filesIn: (folder) => folders.get(folder) ?? [],
    isSource: (path) => {
      const role = roles.get(path);
      return role === 'source' || role === 'migration' || role === 'generated' || role === 'config';
    },
  };
}
