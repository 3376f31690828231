import { folderOf } from '../facts/paths';
import { roleOf } from '../languages/roleOf';
import type { FileRole } from '../sourceFile';

/** What is told of a folder: `own` is a part of the product, whatever the folders around it are called. */
export type Told = FileRole | 'own' | undefined;

/** What manifests tell of folders and files, beside what their names tell. */
export class ToldRoles {
  private readonly nearest = new Map<string, string | undefined>();

  /** By folder (without its last slash) or file; the nearest around a file counts, also where it takes a role back. */
  constructor(readonly entries: ReadonlyMap<string, Told>) {}

  /** The role of a file, where it is not the one that its path tells. */
  of(path: string): FileRole | undefined {
    if (this.entries.size === 0) return undefined;
    const place = this.entries.has(path) ? path : this.placeOf(folderOf(path));
    const told = place === undefined ? undefined : this.entries.get(place);
    if (place === undefined || told === undefined) return undefined;
    const role = told === 'own' ? roleOf(path.slice(place.length + 1)) : roleOf(path, told);
    return role === roleOf(path) ? undefined : role;
  }

  private placeOf(folder: string): string | undefined {
    if (folder === '' || this.entries.has(folder)) return folder === '' ? undefined : folder;
    if (this.nearest.has(folder)) return this.nearest.get(folder);
    const place = this.placeOf(folderOf(folder));
    this.nearest.set(folder, place);
    return place;
  }
}
