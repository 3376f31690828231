import { folderOf, foldersUp, joinPath } from '../../../facts/paths';
import type { ScanModel } from '../../../scanModel';
import { moduleConfigExtractor } from '../../code/moduleConfig';
import { manifestExtractor } from '../../dependencies/extractors';
import { isTemplate } from '../../dependencies/findings/lists';
import { leftOutOfGradle } from '../../dependencies/inventory/gradleBuild';
import { gradlePlaces, type NamedPlace } from './gradlePlaces';
import { type Candidate, isNpm, marksIn, nameIn, parentsOf, readCandidate, targetsOf } from './packageCandidates';
import { pinsTools } from './pinnedTools';

/** A folder with a manifest of its own. */
export interface ProjectPackage {
  /** `''` at the top. */
  readonly folder: string;
  readonly manifest: string;
  readonly name: string;
  /** Line of the manifest that names it, or of `namedIn`; else the first. */
  readonly line: number;
  /** Another file that names it. */
  readonly namedIn?: string;
  /** The packages that its manifest names. */
  readonly dependsOn: readonly PackageTie[];
  /** Those of further languages whose manifests lie in the same folder. */
  readonly beside: readonly Pick<ProjectPackage, 'name' | 'manifest' | 'line'>[];
}

export interface PackageTie {
  /** Of the other package. */
  readonly folder: string;
  readonly manifest: string;
  readonly line: number;
  /** Only its development needs the other. */
  readonly isForDevelopment?: true;
}

const manifestName =
  /(?:^|\/)(?:package\.json|Cargo\.toml|go\.mod|pyproject\.toml|setup\.py|composer\.json|pom\.xml|build\.gradle(?:\.kts)?|mix\.exs|pubspec\.yaml|[^/]+\.(?:cs|fs|vb)proj|[^/]+\.gemspec)$/;

/** The packages of a repository, one for each folder, those of tests and examples left out. */
export function findPackages(model: ScanModel): readonly ProjectPackage[] {
  const candidates = new Map<string, Candidate[]>();
  const isPlatform = platformFolders(model);
  const isLeftOut = leftOutOfGradle(model);
  for (const { path, role } of model.files) {
    // The pages of a Phoenix or Symfony application are its own.
    const around = /^(.*?\/|)assets\/package\.json$/.exec(path)?.[1];
    const isAssets =
      around !== undefined && (model.byPath.has(`${around}mix.exs`) || model.byPath.has(`${around}composer.json`));
    if (isPlatform(path) || buildCode.test(path) || isAssets || isLeftOut(path)) continue;
    if (!manifestName.test(path) || (role !== 'config' && role !== 'source') || pinsTools(path, model)) continue;
    const candidate = readCandidate(path, model.factsIn(moduleConfigExtractor, path));
    if (candidate !== undefined && !isTemplate(path, candidate.shown ?? candidate.name ?? ''))
      candidates.set(candidate.folder, [...(candidates.get(candidate.folder) ?? []), candidate]);
  }
  const places = gradlePlaces(model);
  for (const candidate of builtAtTop(model, places))
    if (!candidates.has(candidate.folder)) candidates.set(candidate.folder, [candidate]);
  for (const mark of marksIn(candidates)) candidates.delete(mark);
  for (const part of partsOf(model, candidates)) candidates.delete(part);
  const names = new Map<string, string>();
  for (const [folder, list] of candidates)
    for (const { manifest, name, shown } of list)
      for (const known of [name, shown])
        if (known !== undefined && !names.has(nameIn(manifest, known))) names.set(nameIn(manifest, known), folder);
  const folders = new Set(candidates.keys());
  return [...candidates].flatMap(([folder, list]) => {
    const first = list[0];
    if (first === undefined) return [];
    const ties = new Map<string, PackageTie>();
    for (const entry of list) {
      for (const [spelled, target] of targetsOf(entry, names, folders)) {
        const tie = { folder: target, manifest: entry.manifest, line: entry.lines[spelled] ?? 1 };
        const isForDevelopment = entry.forDevelopment?.includes(spelled) ? { isForDevelopment: true as const } : {};
        if (target !== folder && !ties.has(target)) ties.set(target, { ...tie, ...isForDevelopment });
      }
      for (const above of parentsOf(entry, candidates))
        for (const [spelled, target] of targetsOf(above, names, folders))
          if (target !== folder && !ties.has(target))
            ties.set(target, { folder: target, manifest: above.manifest, line: above.lines[spelled] ?? 1 });
    }
    for (const tie of gemsByPath(model, folder))
      if (folders.has(tie.folder) && !ties.has(tie.folder)) ties.set(tie.folder, tie);
    // The scripts of a page lie beside the project of .NET that serves it, which is called after its own file.
    const isServed = list.some(({ manifest }) => /\.\w\wproj$/.test(manifest));
    const ranked = isServed
      ? list.filter(({ manifest }) => /\.\w\wproj$/.test(manifest)).slice(0, 1)
      : byLanguage(
          list.filter(({ name }) => name !== undefined),
          model,
          folders,
        );
    const [named, ...others] = ranked;
    const name = named?.name ?? (folder === '' ? nameOfBuild(model) : folder.slice(folder.lastIndexOf('/') + 1));
    const { manifest, lines } = named ?? first;
    const told = /build\.gradle(?:\.kts)?$/.test(manifest) ? places.get(folder) : undefined;
    return [
      {
        folder,
        manifest,
        name: named?.shown ?? name,
        line: told?.line ?? (named === undefined ? firstOf(lines) : (lines[name] ?? 1)),
        ...(told === undefined ? {} : { namedIn: told.manifest }),
        dependsOn: [...ties.values()],
        beside: others.map((entry) => ({
          name: entry.shown ?? entry.name ?? '',
          manifest: entry.manifest,
          line: entry.lines[entry.name ?? ''] ?? 1,
        })),
      },
    ];
  });
}

/**
 * Folders of a published package of npm whose own manifest has no version, asks for nothing and is asked for by none: it
 * only says where to begin there.
 */
function partsOf(model: ScanModel, candidates: ReadonlyMap<string, readonly Candidate[]>): string[] {
  const all = [...candidates.values()].flat();
  const factsOf = (manifest: string) => model.factsIn(manifestExtractor, manifest);
  return [...candidates].flatMap(([folder, [first, ...others]]) => {
    if (folder === '' || first === undefined || others.length > 0 || !isNpm(first)) return [];
    const above = [...foldersUp(folderOf(folder))].flatMap((one) => candidates.get(one)?.find(isNpm) ?? [])[0];
    const around = above === undefined ? undefined : factsOf(above.manifest);
    const own = factsOf(first.manifest);
    const isPart =
      around?.version !== undefined &&
      around.isPrivate !== true &&
      own?.version === undefined &&
      own?.requirements.length === 0 &&
      own.tools?.some(({ name }) => name === 'scripts') !== true;
    return isPart && !all.some((one) => isNpm(one) && one.dependencies.includes(first.name ?? '')) ? [folder] : [];
  });
}

/** What the settings of Gradle take in and the build at the top, or one of another name, says how to build. */
function builtAtTop(model: ScanModel, places: ReadonlyMap<string, NamedPlace>): Candidate[] {
  // One with a build file of its own was looked at.
  const hasBuild = (folder: string): boolean =>
    ['build.gradle', 'build.gradle.kts'].some((name) => model.byPath.has(`${folder}/${name}`));
  const folders = [...places.keys()].filter((folder) => folder !== '' && !hasBuild(folder));
  if (folders.length === 0) return [];
  const withCode = new Set(
    model.files.flatMap(({ path, role }) => (role === 'source' ? (/^(.+?)\/src\/main\//.exec(path)?.[1] ?? []) : [])),
  );
  return folders.flatMap((folder) => {
    const { manifest, line } = places.get(folder) ?? { manifest: '', line: 1 };
    const name = folder.slice(folder.lastIndexOf('/') + 1);
    return withCode.has(folder)
      ? [{ folder, manifest, name, dependencies: [], references: [], lines: { [name]: line } }]
      : [];
  });
}

const languagesOf: readonly (readonly [manifest: RegExp, files: RegExp])[] = [
  [/package\.json$/, /\.(?:[cm]?[jt]sx?|vue|svelte)$/],
  [/(?:pyproject\.toml|setup\.py)$/, /\.py$/],
  [/composer\.json$/, /\.php$/],
  [/Cargo\.toml$/, /\.rs$/],
  [/go\.mod$/, /\.go$/],
  [/(?:pom\.xml|build\.gradle(?:\.kts)?)$/, /\.(?:java|kt|scala|groovy)$/],
  [/mix\.exs$/, /\.exs?$/],
  [/pubspec\.yaml$/, /\.dart$/],
  [/\.gemspec$/, /\.rb$/],
];

/** A manifest without a name is shown by the first of what it asks for. */
function firstOf(lines: Readonly<Record<string, number>>): number {
  const known = Object.values(lines);
  return known.length === 0 ? 1 : Math.min(...known);
}

/** With fewer files in its language a manifest is only for the tools. */
const leastCode = 10;

/** Of several manifests in one folder the one in whose language most of its code is, then those of much other code. */
function byLanguage(list: readonly Candidate[], model: ScanModel, folders: ReadonlySet<string>): readonly Candidate[] {
  if (list.length < 2) return list;
  const folder = list[0]?.folder ?? '';
  // What lies in a package further in is that one's.
  const isOwn = (path: string): boolean => {
    let around = folderOf(path);
    while (around !== '' && !folders.has(around)) around = folderOf(around);
    return around === folder;
  };
  const own = model.files.filter(({ path, role }) => role === 'source' && isOwn(path));
  const countOf = ({ manifest }: Candidate): number => {
    const written = languagesOf.find(([name]) => name.test(manifest))?.[1];
    return written === undefined ? 0 : own.filter(({ path }) => written.test(path)).length;
  };
  const counts = new Map(list.map((entry) => [entry, countOf(entry)]));
  const sorted = list.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const names = new Set<string>();
  return sorted.filter((entry, at) => {
    const isNew = !names.has(entry.name ?? '');
    names.add(entry.name ?? '');
    return isNew && (at === 0 || (counts.get(entry) ?? 0) >= leastCode);
  });
}

/** `gem 'shop_mail', path: 'gems/shop_mail'` in the Gemfile beside a manifest of another kind. */
function gemsByPath(model: ScanModel, folder: string): PackageTie[] {
  const manifest = folder === '' ? 'Gemfile' : `${folder}/Gemfile`;
  const asked = model.byPath.has(manifest) ? (model.factsIn(manifestExtractor, manifest)?.requirements ?? []) : [];
  return asked.flatMap(({ source, line }) => {
    const target = source?.kind === 'path' ? joinPath(folder, source.location) : undefined;
    return target === undefined || target === folder ? [] : [{ folder: target, manifest, line }];
  });
}

/** What the settings of Gradle call the whole. */
function nameOfBuild(model: ScanModel): string {
  const settings = ['settings.gradle', 'settings.gradle.kts'].flatMap(
    (path) => model.factsIn(manifestExtractor, path)?.name ?? [],
  );
  return settings[0] ?? model.name;
}

/** Code of the build itself, which no product is made of. */
// Nor are stand-ins for services of others, nor what the builders of .NET copy into each repository.
export const buildCode = /(?:^|\/)(?:buildSrc|build-logic|\.[^/]+)\/|^(?:mocks?|eng\/common)\//;

/** Programs for several systems (Flutter, React Native, Capacitor) keep a project of each system's tools beside their own manifest. */
function platformFolders(model: ScanModel): (path: string) => boolean {
  const folders = new Set(
    model.files
      .map(({ path }) => /^(.*?\/|)(?:android|ios)\//.exec(path)?.[1])
      .filter((folder) => folder !== undefined)
      .filter((folder) => model.byPath.has(`${folder}pubspec.yaml`) || model.byPath.has(`${folder}package.json`)),
  );
  return (path) => {
    const [, folder] = /^(.*?\/|)(?:android|ios|linux|macos|windows|web)\//.exec(path) ?? [];
    if (folder === undefined || !folders.has(folder)) return false;
    return model.byPath.has(`${folder}pubspec.yaml`) || /^(?:android|ios)\//.test(path.slice(folder.length));
  };
}
