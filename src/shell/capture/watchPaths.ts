import { type FSWatcher, statSync, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Disposable } from '../../base/disposable';

/**
 * Calls back when one of the files may have changed, appeared or gone. It watches folders, since git replaces files and
 * makes them late: a folder that is missing is waited for in the one above. It keeps no process alive.
 */
export function watchPaths(
  paths: readonly string[],
  changed: () => void,
  failed: (error: unknown) => void,
): Disposable {
  let watchers: FSWatcher[] = [];
  let disposed = false;
  const close = (): void => {
    for (const watcher of watchers) watcher.close();
    watchers = [];
  };
  const arm = (): void => {
    close();
    if (disposed) return;
    for (const [folder, names] of watchedNames(paths)) {
      try {
        const watcher = watch(folder, { persistent: false }, (_event, name) => {
          if (name !== null && !names.has(name)) return;
          if (name === null || names.get(name) === 'folder') arm();
          changed();
        });
        watcher.on('error', failed);
        watchers.push(watcher);
      } catch (error) {
        failed(error);
      }
    }
  };
  arm();
  return {
    dispose: () => {
      disposed = true;
      close();
    },
  };
}

/** Names to look for, by the folder that is there. */
function watchedNames(paths: readonly string[]): Map<string, Map<string, 'file' | 'folder'>> {
  const byFolder = new Map<string, Map<string, 'file' | 'folder'>>();
  const want = (folder: string, name: string, kind: 'file' | 'folder'): void => {
    const names = byFolder.get(folder) ?? new Map<string, 'file' | 'folder'>();
    byFolder.set(folder, names.set(name, kind));
  };
  for (const path of paths) {
    const folder = dirname(path);
    if (isFolder(folder)) want(folder, basename(path), 'file');
    else if (isFolder(dirname(folder))) want(dirname(folder), basename(folder), 'folder');
  }
  return byFolder;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Changes whenever one of the files does; reads no content and starts nothing. */
export async function stampOf(paths: readonly string[]): Promise<string> {
  const stamps = paths.map(async (path) => {
    try {
      const { ino, size, mtimeMs } = await stat(path);
      return `${ino} ${size} ${mtimeMs}`;
    } catch {
      return '-'; // It is not there, which is a state like any other.
    }
  });
  return (await Promise.all(stamps)).join('\n');
}
