import type { Evidence } from '../../../../../shared/genesis';
import { maliciousVersions } from '../data/maliciousVersions';
import { type NotoriousVersion, notoriousVersions } from '../data/notoriousVersions';
import type { DependencySet, DirectDependency } from '../inventory/dependencySet';
import type { LockFile } from '../inventory/manifestSet';
import { lookupName } from '../inventory/manifestSet';
import { groupBy } from '../text/groupBy';
import { rangeOf } from '../versions/range';
import { compareNumbers, versionNumbers } from '../versions/version';
import { evidenceOf, isOfProduct, lineEvidence, lockedEvidence, onlyMakesDocuments } from './lists';

/** One installed or declared version of a package, and where it stands. */
export interface PackageUse {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly direct: boolean;
  /** `unknown` for what a lock file brings without saying for whom. */
  readonly runtime: boolean | 'unknown';
  readonly evidence: Evidence;
  readonly instance?: DirectDependency;
}

export function packageUses(set: DependencySet): PackageUse[] {
  const byPath = new Map(set.files.locks.map((lock) => [lock.path, lock]));
  // Where two tools keep a lock file each, one of them is a rest: what only one holds may never be installed.
  const isCertain = (path: string | undefined, name: string, version: string): boolean => {
    const lock = path === undefined ? undefined : byPath.get(path);
    if (lock === undefined) return true;
    if (lock.isAside) return false;
    return set.files.locks
      .filter(
        (other) => other !== lock && other.folder === lock.folder && other.facts.ecosystem === lock.facts.ecosystem,
      )
      .every((other) => other.byName.get(name)?.some((entry) => entry.version === version) === true);
  };
  const direct = set.direct
    .filter((one) => isOfProduct(one.manifest) && one.requirement.scope !== 'peer')
    .filter(
      (one) => one.locked === undefined || isCertain(one.lock?.path, lookupName(one.ecosystem, one.name), one.version),
    )
    .map((one) => ({
      id: `${one.ecosystem}:${one.ecosystem === 'nuget' ? one.name.toLowerCase() : one.name}`,
      name: one.name,
      version: one.version,
      direct: true,
      runtime:
        (one.requirement.scope === 'runtime' || one.requirement.scope === 'optional') &&
        !onlyMakesDocuments(one.manifest),
      evidence: evidenceOf(one),
      instance: one,
    }));
  const held = set.transitive.filter((one) => isCertain(one.file, lookupName(one.ecosystem, one.name), one.version));
  const forDocuments = locksOfDocuments(set);
  const transitive = held.map((one) => ({
    id: `${one.ecosystem}:${one.ecosystem === 'nuget' ? one.name.toLowerCase() : one.name}`,
    name: one.name,
    version: one.version,
    direct: false,
    runtime: forDocuments.has(one.file) ? false : one.dev === undefined ? ('unknown' as const) : !one.dev,
    evidence: placeIn(byPath.get(one.file), one),
  }));
  return [...direct, ...transitive];
}

const placeIn = (lock: LockFile | undefined, { file, line }: { file: string; line: number }): Evidence =>
  lock === undefined ? lineEvidence(file, line) : lockedEvidence(lock, { line });

/** The lock files whose every manifest is one of such a site. */
function locksOfDocuments({ files }: DependencySet): ReadonlySet<string> {
  const locks = files.locks.filter((lock) => {
    const served = files.manifests.filter(
      (one) => one.facts.ecosystem === lock.facts.ecosystem && files.lockOf(one) === lock,
    );
    return served.length > 0 && served.every(onlyMakesDocuments);
  });
  return new Set(locks.map(({ path }) => path));
}

const notoriousById = groupBy(notoriousVersions, (row) => row.package);
const maliciousById = new Map(maliciousVersions.map((row) => [row.package, row]));

export function notoriousFor(use: PackageUse): NotoriousVersion | undefined {
  return notoriousById.get(use.id)?.find((row) => row.affected.some(([from, fixed]) => isAffected(use, from, fixed)));
}

export function maliciousFor(use: PackageUse): { readonly what: string } | undefined {
  const row = maliciousById.get(use.id);
  return row?.versions.includes(use.version.replace(/^[=v\s]+/, '')) ? row : undefined;
}

/** Affected for certain: the locked version is, or every version that the range allows. */
function isAffected(use: PackageUse, from: string, fixed: string): boolean {
  const [low, high] = [versionNumbers(from) ?? [], versionNumbers(fixed) ?? []];
  const locked = use.instance === undefined || use.instance.locked !== undefined;
  if (locked) return !branch.test(use.version) && isBetween(versionNumbers(use.version), low, high);
  const range = rangeOf(use.instance?.ecosystem ?? 'npm', use.version);
  if (range?.below === undefined || range.from === undefined) return false;
  return compareNumbers(range.below, high) <= 0 && compareNumbers(range.from, low) >= 0;
}

/** Composer's name of a branch, `3.x-dev`, whose newest state is what was installed. */
const branch = /[-.]x-dev\b|^dev-|-dev$/;

function isBetween(version: readonly number[] | undefined, low: readonly number[], high: readonly number[]): boolean {
  return version !== undefined && compareNumbers(version, low) >= 0 && compareNumbers(version, high) < 0;
}
