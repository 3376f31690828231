import type { FileRole } from '../sourceFile';

/** What manifests tell of folders and files, beside what their names tell. */
export class ToldRoles {
  private readonly byFolder = new Map<string, FileRole | undefined>();

  /** By folder (without its last slash) or file; the nearest around a file counts, also where it takes a role back. */
  constructor(private readonly entries: ReadonlyMap<string, FileRole | undefined>) {}

  of(path: string): FileRole | undefined {
    if (this.entries.size === 0) return undefined;
    return this.entries.has(path) ? this.entries.get(path) : this.ofFolder(folderOf(path));
  }

  private ofFolder(folder: string): FileRole | undefined {
    if (folder === '') return undefined;
    if (this.byFolder.has(folder)) return this.byFolder.get(folder);
    const role = this.entries.has(folder) ? this.entries.get(folder) : this.ofFolder(folderOf(folder));
    this.byFolder.set(folder, role);
    return role;
  }
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
