import type { ScanModel } from '../../scanModel';
import { codeFiles } from '../architecture/map/codeFiles';
import type { DependencySet } from '../dependencies/inventory/dependencySet';
import { folderOf } from '../dependencies/inventory/folderPattern';
import type { StackEntry } from './stack';

/** A framework of packages that hold less of the code than this, measured by the one that holds most, shapes a part only. */
const smallestShare = 0.15;
/** And less than this of all the code is a part, whatever else there is. */
const smallestPart = 0.04;
/** What draws one page of several, or one window of a companion, is a part as well. */
const smallestFace = 0.12;

/** What shows a program to its user as a whole: a server inside of the same package serves it, and nobody else. */
const shells = new Set(
  'Tauri|Electron|Wails|Capacitor|Flutter|React Native|Expo|Android SDK|SwiftUI|UIKit|.NET MAUI'.split('|'),
);

/**
 * Takes the first rank from frameworks that shape only a small part of the code: an add-on of a library, a side service,
 * an example that nobody marked as one. How much a framework shapes is told by the packages that ask for it.
 */
export function withPlacesByShare(
  entries: readonly StackEntry[],
  model: ScanModel,
  set: DependencySet,
): readonly StackEntry[] {
  const sizes = packageSizes(model, set);
  const sites = documentSites(set);
  const shares = new Map(entries.filter(isMain).map((entry) => [entry, shareOf(entry, sizes, sites)]));
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const mostOf = (isServerSide: boolean): number =>
    Math.max(0, ...[...shares].map(([entry, share]) => (entry.isServerSide === isServerSide ? share : 0)));
  const [server, face] = [mostOf(true), mostOf(false)];
  const placed = entries.map((entry): StackEntry => {
    const raised = isFrameworkMode(entry) ? { ...entry, rank: 1 } : entry;
    const share = shares.get(entry);
    // Servers are held against servers: their code is often less than that of what they serve.
    const most = entry.isServerSide ? server : face;
    // Of two of one rank the one that more of the code asks for comes first.
    const weighed = { ...raised, score: raised.score + (most > 0 ? (10 * (share ?? 0)) / most : 0) };
    const isSmall =
      share !== undefined &&
      ((share > 0 &&
        (share < most * smallestShare || share < all * (entry.isServerSide ? smallestPart : smallestFace))) ||
        isOfSites(entry, sites) ||
        isOptional(entry));
    return isSmall ? { ...entry, rank: 4 } : weighed;
  });
  const names = new Set(placed.filter(isMain).map((entry) => entry.name));
  const shellFolders = new Set(placed.filter((entry) => isMain(entry) && shells.has(entry.name)).flatMap(foldersOf));
  return placed.map((entry) => {
    if (!isMain(entry)) return entry;
    if (entry.isServerSide && foldersOf(entry).every((folder) => shellFolders.has(folder)))
      return { ...entry, rank: 4 };
    const whole = partOf[entry.name];
    return whole !== undefined && names.has(whole) ? { ...entry, rank: 4 } : entry;
  });
}

/** What comes with the other and is not told beside it. */
const partOf: Readonly<Record<string, string>> = {
  'Spring Framework': 'Spring Boot',
  UIKit: 'SwiftUI',
  AppKit: 'SwiftUI',
};

function isMain(entry: StackEntry): boolean {
  return entry.category === 'framework' && entry.rank <= 3;
}

/** The router alone is a library; with its build plugin it is what Remix was. */
function isFrameworkMode(entry: StackEntry): boolean {
  return (
    entry.name === 'React Router' && entry.hits.some((hit) => hit.part === 'npm:@react-router/dev' && hit.weight > 0)
  );
}

/** Generators of sites that explain a product: whoever asks for one builds such a site, unless at the top. */
const siteGenerators =
  /^(?:vitepress|vuepress|@docusaurus\/core|nextra|@astrojs\/starlight|mintlify|rspress|@rspress\/core|fumadocs-core)$/;

function documentSites(set: DependencySet): ReadonlySet<string> {
  const asking = set.direct.filter((one) => one.ecosystem === 'npm' && siteGenerators.test(one.name));
  return new Set(asking.map((one) => one.manifest.folder).filter((folder) => folder !== ''));
}

/** What a build can be made without, a feature of a crate for one, does not shape the whole. */
function isOptional(entry: StackEntry): boolean {
  const asking = entry.hits.flatMap((hit) => (hit.weight > 0 && hit.dependency !== undefined ? [hit.dependency] : []));
  return asking.length > 0 && asking.every((one) => one.requirement.scope === 'optional');
}

/** Asked for by sites that explain the product, and by nothing else. */
function isOfSites(entry: StackEntry, sites: ReadonlySet<string>): boolean {
  const folders = foldersOf(entry);
  return folders.length > 0 && folders.every((folder) => sites.has(folder));
}

function foldersOf(entry: StackEntry): string[] {
  return entry.hits.filter((hit) => hit.weight > 0).map((hit) => folderOf(hit.evidence.path));
}

/** How many files of code lie in each folder with a manifest, without those of packages below it. */
function packageSizes(model: ScanModel, set: DependencySet): ReadonlyMap<string, number> {
  const folders = new Set(set.files.manifests.map((manifest) => manifest.folder));
  const sizes = new Map<string, number>();
  for (const { path } of codeFiles(model)) {
    let folder = folderOf(path);
    while (folder !== '' && !folders.has(folder)) folder = folderOf(folder);
    sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  }
  return sizes;
}

/** Zero where neither a manifest asks for it nor code imports it, which says nothing. */
function shareOf(entry: StackEntry, sizes: ReadonlyMap<string, number>, sites: ReadonlySet<string>): number {
  const asking = entry.hits.filter((hit) => hit.weight > 0 && (hit.dependency !== undefined || hit.kind === 'tool'));
  const folders = new Set(asking.map((hit) => folderOf(hit.evidence.path)).filter((folder) => !sites.has(folder)));
  // The top of a Gradle build names the plugins that its conventions apply to the parts.
  const isEverywhere = asking.some((hit) => /^(?:settings|build)\.gradle(?:\.kts)?$/.test(hit.evidence.path));
  const all = isEverywhere ? [...sizes.keys()] : [...folders];
  const imports = asking.length > 0 ? 0 : Math.max(0, ...entry.hits.map((hit) => hit.imports ?? 0));
  return imports + all.reduce((sum, folder) => sum + (sizes.get(folder) ?? 0), 0);
}
