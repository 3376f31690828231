import type { LockedPackage } from '../manifestFacts';
import { rangeOf } from '../versions/range';
import { compareNumbers, compareVersions, versionNumbers } from '../versions/version';
import type { LockFile, ManifestFile } from './manifestSet';
import { lookupName } from './manifestSet';

/** The entry of a lock file that a manifest's requirement resolves to. */
export function lockedEntry(
  lock: LockFile,
  manifest: ManifestFile,
  name: string,
  declared: string,
): LockedPackage | undefined {
  const { ecosystem } = lock.facts;
  const all = lock.byName.get(lookupName(ecosystem, name)) ?? [];
  if (all.length < 2) return all[0];
  const relative = lock.folder === '' ? manifest.folder : manifest.folder.slice(lock.folder.length + 1);
  const asked = (key: string): LockedPackage | undefined => all.find((entry) => entry.asked?.includes(key));
  const direct = asked(declared) ?? asked(`dir:${relative}`) ?? asked('dir:');
  if (direct !== undefined) return direct;
  const range = rangeOf(ecosystem, declared);
  const newestFirst = [...all].sort((a, b) => compareVersions(b.version, a.version));
  return newestFirst.find((entry) => isAllowed(entry.version, range)) ?? newestFirst[0];
}

function isAllowed(version: string, range: ReturnType<typeof rangeOf>): boolean {
  const numbers = versionNumbers(version);
  if (range === undefined || numbers === undefined) return false;
  if (range.from !== undefined && compareNumbers(numbers, range.from) < 0) return false;
  return range.below === undefined || compareNumbers(numbers, range.below) < 0;
}
