import type { Dependency } from '../../../../../shared/inventory';
import type { ScanModel } from '../../../scanModel';
import { normalizedName } from '../formats/python/pep508';
import type { Ecosystem, LockedPackage, Requirement } from '../manifestFacts';
import { DeclaredVersions } from './declaredVersion';
import { exportedFrom, ownBeside } from './exportedList';
import { joinedPath } from './folderPattern';
import { lockedEntry } from './lockedVersion';
import { type LockFile, type ManifestFile, ManifestSet } from './manifestSet';

/** A requirement of one manifest with all that is known of it. */
export interface DirectDependency {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  /** Locked, else declared. */
  readonly version: string;
  readonly declared: string;
  /** That of the requirement, except that a test project's packages are for tests. */
  readonly requirement: Requirement;
  readonly manifest: ManifestFile;
  readonly lock?: LockFile;
  readonly locked?: LockedPackage;
}

/** A package that only the lock file (or `// indirect`) names. */
interface TransitiveDependency {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  readonly version: string;
  readonly file: string;
  readonly line: number;
  /** Unknown where the lock file does not tell development from the rest. */
  readonly dev?: boolean;
  readonly license?: string;
}

export interface DependencySet {
  readonly files: ManifestSet;
  readonly direct: readonly DirectDependency[];
  readonly transitive: readonly TransitiveDependency[];
  /** Manifests ask for packages of the repository itself, which are none of these. */
  readonly asksForOwn: boolean;
  /** Some that are called as packages of the repository are fetched all the same, and count. */
  readonly fetchesOwn: boolean;
  /** How often manifests ask by a name of a central list in which that was not found. */
  readonly unresolved: ReadonlyMap<ManifestFile, number>;
}

/**
 * Manifests and lock files of the project joined. Packages of the project itself are no dependencies. Of a scan they are
 * asked for by several of its analyzers.
 */
export function collectDependencies(model: ScanModel): DependencySet {
  return model.shared(readDependencies, readDependencies);
}

function readDependencies(model: ScanModel): DependencySet {
  const files = ManifestSet.of(model);
  const versions = new DeclaredVersions(files);
  const own = new Set([
    ...files.manifests.flatMap(({ facts }) => (facts.name === undefined ? [] : ownKey(facts.ecosystem, facts.name))),
    ...takenFromFolders(model, files),
  ]);
  // Nobody else publishes below the scope of a package that is made here; what tests bring may be called anything.
  const ofScope = new Set(
    files.manifests.flatMap(({ role, facts: { name = '' } }) =>
      name.startsWith('@') && role !== 'test' && role !== 'fixture' && role !== 'example' ? [name] : [],
    ),
  );
  const direct: DirectDependency[] = [];
  const transitive: TransitiveDependency[] = [];
  const unresolved = new Map<ManifestFile, number>();
  let [asksForOwn, fetchesOwn] = [false, false];
  for (const manifest of files.manifests) {
    // Constraints hold versions of what others ask for, and ask for nothing themselves.
    if (/(?:^|\/)constraints[\w.-]*\.\w+$/.test(manifest.path)) continue;
    const lock = files.lockOf(manifest);
    const asked = exportedFrom(files, manifest)?.facts.requirements;
    const besideOwn = ownBeside(files, manifest);
    const isForGems = isOfGems(files, manifest);
    for (const requirement of manifest.facts.requirements) {
      const resolved = versions.resolve(manifest, requirement);
      if (resolved.length === 0 && requirement.plugin !== true)
        unresolved.set(manifest, (unresolved.get(manifest) ?? 0) + 1);
      for (const { name, declared } of resolved) {
        const { ecosystem } = manifest.facts;
        const isOwn = requirement.installedAs === undefined && own.has(ownKey(ecosystem, name));
        if (isOwn && (ofScope.has(name) || !comesFromRegistry(manifest, lock, name, declared))) {
          asksForOwn = true;
          continue;
        }
        fetchesOwn ||= isOwn;
        const comesAlong = asked !== undefined && !asked.some((one) => one.name === name);
        if (requirement.indirect || comesAlong)
          transitive.push({ ...indirect(manifest, requirement), version: declared });
        else {
          const scope = isForGems ? 'dev' : versions.scopeOf(manifest, name, requirement);
          const asking = scope === requirement.scope ? requirement : { ...requirement, scope };
          direct.push(directOne({ ecosystem, name, declared, requirement: asking, manifest }, lock, besideOwn));
        }
      }
    }
  }
  return {
    files,
    direct: distinct(direct),
    transitive: [...transitive, ...lockedOnly(files, direct, own)],
    asksForOwn,
    fetchesOwn,
    unresolved,
  };
}

/** A list that takes gems of the repository from their folders is for those who work on these. */
function isOfGems({ manifests }: ManifestSet, { facts }: ManifestFile): boolean {
  if (facts.format !== 'Gemfile') return false;
  const made = new Set(manifests.flatMap((one) => (one.facts.format === 'gemspec' ? [one.facts.name] : [])));
  return facts.requirements.some(({ name, source }) => source?.kind === 'path' && made.has(name));
}

/** Python takes `cups_kit`, `cups.kit` and `Cups-Kit` for the same name. */
const ownKey = (ecosystem: string, name: string): string =>
  `${ecosystem} ${ecosystem === 'pypi' ? normalizedName(name) : name}`;

/** An archive of what others wrote is installed as what they publish is. */
const archive = /\.(?:tgz|gz|bz2|zip|whl|gem|jar|aar|nupkg)$/i;

/** Packages that manifests take from folders of the repository, also where these were copied in. */
function takenFromFolders(model: ScanModel, { manifests }: ManifestSet): string[] {
  return manifests.flatMap(({ path: asking, folder, facts: { ecosystem, requirements, managed = [] } }) => {
    // A package of the workspace, as the protocol says itself.
    const named = requirements.flatMap(({ name, source }) =>
      source?.kind === 'workspace' ? [ownKey(ecosystem, name)] : [],
    );
    const places = [
      ...requirements.flatMap(({ name, source }) =>
        source?.kind === 'path' ? [[name, source.location] as const] : [],
      ),
      ...managed.flatMap(({ name, path }) => (path === undefined ? [] : [[name, path] as const])),
    ];
    const local = places.flatMap(([name, place]) => {
      const path = archive.test(place) ? undefined : joinedPath(folder, place.replace(/^(?:file|link|portal):/, ''));
      // What is asked for has a manifest of the same name as a rule, and need not be looked for.
      const isThere =
        path !== undefined &&
        (model.byPath.has(`${path}/${asking.slice(asking.lastIndexOf('/') + 1)}`) ||
          model.files.some((file) => file.path.startsWith(`${path}/`)));
      return isThere && path !== '' ? [ownKey(ecosystem, name)] : [];
    });
    return [...named, ...local];
  });
}

/** A package that is called as one of the repository, but of which the lock file says that it was fetched. */
function comesFromRegistry(
  { facts, folder }: ManifestFile,
  lock: LockFile | undefined,
  name: string,
  declared: string,
): boolean {
  if (facts.ecosystem !== 'npm' || lock === undefined || /^(?:workspace|file|link|portal):/.test(declared))
    return false;
  const below = lock.folder === '' ? folder : folder.slice(lock.folder.length + 1);
  return (lock.byName.get(name) ?? []).some(
    ({ version, asked = [] }) =>
      !version.startsWith('0.0.0-use.') && [declared, `dir:${below}`, 'dir:'].some((key) => asked.includes(key)),
  );
}

function directOne(
  base: Omit<DirectDependency, 'version'>,
  lock: LockFile | undefined,
  besideOwn: ReadonlySet<string> | undefined,
): DirectDependency {
  const { manifest, requirement } = base;
  const isOnTop = besideOwn?.has(base.name) === false && requirement.scope === 'runtime';
  const scope = isOnTop ? 'dev' : scopeIn(manifest, requirement.scope);
  const own = scope === requirement.scope ? base : { ...base, requirement: { ...requirement, scope } };
  // A requirements file is its own list of versions: what another tool's lock file beside it says is not installed by it.
  // A part of an SDK has the SDK's version, whatever number stands in its place.
  const isPart = requirement.alias === 'sdk';
  if (lock === undefined || isPart || manifest.facts.format === 'requirements.txt')
    return { ...own, version: base.declared };
  const locked = lockedEntry(lock, manifest, base.name, base.declared);
  return { ...own, version: locked?.version ?? base.declared, lock, ...(locked === undefined ? {} : { locked }) };
}

/** What a test project or the code of the build asks for serves that, whatever the list is called. */
function scopeIn(manifest: ManifestFile, scope: Requirement['scope']): Requirement['scope'] {
  if (scope !== 'runtime') return scope;
  if (manifest.role === 'test') return 'test';
  // A central list names what projects of the product ask for, too.
  const isBuild = /build[^/]{0,40}\.\w\wproj$/i.test(manifest.path) && manifest.facts.requirements.some(isBuilder);
  // What a build of sbt is itself built with stands in the folder of that build.
  if (/(?:^|\/)project\/[\w.-]{1,80}\.sbt$/.test(manifest.path)) return 'dev';
  // NUKE calls its own project so.
  if (isBuild || /(?:^|\/)_build\.\w\wproj$/.test(manifest.path)) return 'dev';
  return /(?:^|\/)(?:buildSrc|build-logic)\//.test(manifest.path) ? 'build' : scope;
}

/** What a build of .NET is written with that is a program itself. */
const isBuilder = ({ name }: Requirement): boolean => /^(?:nuke\.common|cake\.frosting|bullseye)$/i.test(name);

function indirect(manifest: ManifestFile, requirement: Requirement): TransitiveDependency {
  const { ecosystem } = manifest.facts;
  return {
    ecosystem,
    name: requirement.name,
    version: requirement.declared,
    file: manifest.path,
    line: requirement.line,
  };
}

/** A package that is installed under several names is asked for once under each of them. */
export const calledOf = ({ name, requirement }: DirectDependency): string => requirement.installedAs ?? name;

function distinct(all: readonly DirectDependency[]): DirectDependency[] {
  const found = new Map<string, DirectDependency>();
  for (const one of all) {
    const key = [one.ecosystem, calledOf(one), one.manifest.path, one.requirement.scope].join(' ');
    const known = found.get(key);
    if (known === undefined || (known.version === '' && one.version !== '')) found.set(key, one);
    // A project of .NET may ask for another version for each framework that it is compiled for.
    else if (one.ecosystem === 'nuget' && one.version !== '' && one.version !== known.version)
      found.set(`${key} ${one.version}`, one);
  }
  return [...found.values()];
}

/** Lock files that mark what only development needs. */
const tellsDev = new Set(['package-lock.json', 'composer.lock', 'Pipfile.lock']);

function lockedOnly(
  files: ManifestSet,
  direct: readonly DirectDependency[],
  own: ReadonlySet<string>,
): TransitiveDependency[] {
  const chosen = new Set(direct.flatMap((one) => (one.locked === undefined ? [] : [one.locked])));
  const known = new Set(direct.map((one) => `${one.ecosystem} ${one.name}@${one.version}`));
  return files.locks.flatMap((lock) => {
    const { ecosystem } = lock.facts;
    const entries = new Map<string, LockedPackage>();
    for (const entry of lock.facts.packages) {
      const key = `${entry.name}@${entry.version}`;
      if (chosen.has(entry) || known.has(`${ecosystem} ${key}`) || own.has(ownKey(ecosystem, entry.name))) continue;
      // Of several copies one that others than those who develop get says more.
      const first = entries.get(key);
      if (first === undefined || (first.dev === true && entry.dev !== true)) entries.set(key, entry);
    }
    return [...entries.values()].map((entry) => {
      const license = entry.license === undefined ? {} : { license: entry.license };
      return {
        ecosystem,
        name: entry.name,
        version: entry.version,
        file: lock.path,
        line: entry.line,
        ...(tellsDev.has(lock.facts.format) ? { dev: entry.dev === true } : {}),
        ...license,
      };
    });
  });
}

/** As the inventory lists them: direct ones by manifest, then what came with them. */
export function inventoryOf(set: DependencySet): Dependency[] {
  const direct = set.direct.map(
    (one): Dependency => ({
      ecosystem: one.ecosystem,
      name: one.name,
      version: one.version,
      declared: one.declared,
      scope: one.requirement.scope,
      direct: true,
      manifest: one.manifest.path,
      line: one.requirement.line,
      ...(one.locked?.license === undefined ? {} : { license: one.locked.license }),
    }),
  );
  const transitive = set.transitive.map(
    (one): Dependency => ({
      ecosystem: one.ecosystem,
      name: one.name,
      version: one.version,
      scope: one.dev === true ? 'dev' : 'runtime',
      direct: false,
      manifest: one.file,
      line: one.line,
      ...(one.license === undefined ? {} : { license: one.license }),
    }),
  );
  return [...direct, ...transitive];
}
