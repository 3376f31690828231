import { folderOf } from '../../../facts/paths';
import type { ScanModel } from '../../../scanModel';
import { manifestExtractor } from '../extractors';
import { isWithin, joinedPath } from './folderPattern';

/** Whether a build file of Gradle lies in a folder that the settings above it leave out: nothing builds it any more. */
export function leftOutOfGradle(model: ScanModel): (path: string) => boolean {
  const settings = [...model.factsOf(manifestExtractor)]
    .filter(([, { format }]) => /^settings\.gradle/.test(format))
    .map(([file, { members = [], hasAllMembers }]) => {
      const folder = folderOf(file.path);
      return { folder, hasAllMembers, members: members.flatMap((member) => joinedPath(folder, member) ?? []) };
    });
  return (path) => {
    if (settings.length === 0 || !/(?:^|\/)build\.gradle(?:\.kts)?$/.test(path)) return false;
    const folder = folderOf(path);
    const [nearest] = settings
      .filter((one) => isWithin(folder, one.folder))
      .toSorted((a, b) => b.folder.length - a.folder.length);
    if (nearest?.hasAllMembers !== true || nearest.folder === folder) return false;
    // What lies around a member is a project too; `buildSrc` needs no name.
    return !/(?:^|\/)buildSrc(?:\/|$)/.test(folder) && !nearest.members.some((member) => isWithin(member, folder));
  };
}
