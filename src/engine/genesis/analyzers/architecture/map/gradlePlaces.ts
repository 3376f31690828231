import { folderOf } from '../../../facts/paths';
import type { ScanModel } from '../../../scanModel';
import { manifestExtractor } from '../../dependencies/extractors';
import { joinedPath } from '../../dependencies/inventory/folderPattern';

export interface NamedPlace {
  readonly manifest: string;
  readonly line: number;
}

/** Where the settings of Gradle name a folder: its build file does not. */
export function gradlePlaces(model: ScanModel): ReadonlyMap<string, NamedPlace> {
  const places = new Map<string, NamedPlace>();
  for (const [{ path }, { format, nameLine, members = [], memberLines = [] }] of model.factsOf(manifestExtractor)) {
    if (!format.startsWith('settings.gradle')) continue;
    const around = folderOf(path);
    if (nameLine !== undefined) places.set(around, { manifest: path, line: nameLine });
    for (const [index, member] of members.entries()) {
      const [folder, line] = [joinedPath(around, member), memberLines[index]];
      if (folder !== undefined && line !== undefined && !places.has(folder))
        places.set(folder, { manifest: path, line });
    }
  }
  return places;
}
