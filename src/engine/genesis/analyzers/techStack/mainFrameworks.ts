import { folderOf } from '../../facts/paths';
import type { ScanModel } from '../../scanModel';
import type { DependencySet } from '../dependencies/inventory/dependencySet';
import type { Ecosystem } from '../dependencies/manifestFacts';
import type { PackageUsage } from '../dependencies/usage/packageUsage';
import { isBarelyImported } from './barelyImported';
import { type Hit, packageFolder } from './hits';
import { keyOf, type Packages, type Parts, packagesOf, partsOf, withParts } from './packageFiles';
import type { ProductPaths } from './productPaths';
import type { StackEntry } from './stack';

/** A framework of packages that hold less of the code than this, measured by the one that holds most, shapes a part only. */
const smallestShare = 0.15;
/** And less than this of all the code is a part, whatever else there is. */
const smallestPart = 0.04;
/** What draws one page of several, or one window of a companion, is a part as well. */
const smallestFace = 0.12;

/** Of the files of a package so many are pages or parts of them where the package is about pages. */
const wholePackage = 0.15;

/** Of these the ones that only show pages which are made elsewhere. */
const windows: ReadonlySet<string> = new Set(['Tauri', 'Electron', 'Wails', 'Capacitor']);

/** Libraries, of which each part of a product has its own. */
const askedByCode: ReadonlySet<string> = new Set(['framework', 'backend']);

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
  { usage, paths }: { readonly usage: PackageUsage; readonly paths: ProductPaths },
): readonly StackEntry[] {
  const packages = packagesOf(model, set, paths);
  const sites = documentSites(set);
  const shares = new Map(
    entries
      .filter((entry) => isMain(entry) || isFrameworkMode(entry))
      .map((entry) => [entry, shareOf(entry, packages, sites, usage)]),
  );
  const parts = partsOf(set);
  const all = packages.total;
  const mostOf = (isServerSide: boolean): number =>
    Math.max(0, ...[...shares].map(([entry, share]) => (entry.isServerSide === isServerSide ? share : 0)));
  const [server, face] = [mostOf(true), mostOf(false)];
  const placed = entries.map((entry): StackEntry => {
    if (!isMain(entry) && !isFrameworkMode(entry) && askedByCode.has(entry.category) && entry.hits.some(isAsking)) {
      const part = shareOf(entry, packages, sites, usage) / Math.max(1, all);
      return part > 0 ? { ...entry, reach: part } : entry;
    }
    const share = shares.get(entry);
    const whole = share === undefined || share === 0 ? 0 : shareOf(entry, packages, sites, usage, parts);
    const reach = whole === 0 ? {} : { reach: Math.min(1, whole / Math.max(1, all)) };
    const raised = { ...entry, ...reach, ...(isFrameworkMode(entry) ? { rank: 1 } : {}) };
    // Servers are held against servers: their code is often less than that of what they serve.
    const most = entry.isServerSide ? server : face;
    // Of two of one rank the one that more of the code asks for comes first.
    const weighed = { ...raised, score: raised.score + (most > 0 ? (10 * (share ?? 0)) / most : 0) };
    const isSmall =
      share !== undefined &&
      share > 0 &&
      !isShell(entry) &&
      (share < most * smallestShare || share < all * (entry.isServerSide ? smallestPart : smallestFace));
    const isAside =
      share !== undefined &&
      (isOfSites(entry, sites) ||
        isOptional(entry) ||
        entry.hits.some((hit) => hit.weight > 0 && isOnlyTested(entry, hit)));
    if (isAside) return { ...entry, rank: 4, isOfPart: true };
    if (share !== undefined && isBarelyImported(entry, model, usage))
      return { ...entry, rank: 4, isOfPart: true, ...(isSmall ? {} : { isRarelyImported: true }) };
    if (!isSmall) return weighed;
    // What draws some parts of the product that the top is made for is told, though nothing is built with it.
    return { ...entry, rank: 4, shapesPart: true, ...(isSeenAtTop(entry) ? {} : { isOfPart: true }) };
  });
  const names = new Set(placed.filter(isMain).map((entry) => entry.name));
  const shellFolders = new Set(placed.filter((entry) => isMain(entry) && shells.has(entry.name)).flatMap(foldersOf));
  return placed.map((entry) => {
    if (!isMain(entry)) return entry;
    if (entry.isServerSide && foldersOf(entry).every((folder) => shellFolders.has(folder)))
      return { ...entry, rank: 4, isOfPart: true };
    return partOf[entry.name]?.some((whole) => names.has(whole)) ? { ...entry, rank: 4 } : entry;
  });
}

/** What comes with the other and is not told beside it. */
const partOf: Readonly<Record<string, readonly string[]>> = {
  'Spring Framework': ['Spring Boot'],
  Swing: ['IntelliJ Platform'],
  UIKit: ['SwiftUI'],
  AppKit: ['SwiftUI'],
  React: ['Next.js', 'Remix', 'Gatsby', 'React Native', 'Expo', 'React Router', 'TanStack Start', 'RedwoodJS', 'Blitz'],
  Remix: ['React Router'],
  Vue: ['Nuxt'],
  Svelte: ['SvelteKit'],
  SolidJS: ['SolidStart'],
  Express: ['NestJS'],
  // What Play answers with, and what is made with its clients.
  'Akka HTTP': ['Play Framework'],
  'Pekko HTTP': ['Play Framework'],
  'Vert.x': ['Play Framework'],
  Nitro: ['TanStack Start', 'Nuxt', 'SolidStart'],
  Fastify: ['NestJS'],
  Starlette: ['FastAPI'],
  fasthttp: ['Fiber', 'fasthttp/router'],
  'Jetpack Compose': ['Compose Multiplatform'],
  // It ties one of them to a server.
  'Inertia.js': ['Vue', 'React', 'Svelte'],
};

/** What puts pages into a window is small by nature: that more than a few files talk to it says enough. */
function isShell({ name, hits }: StackEntry): boolean {
  return windows.has(name) && hits.some(({ weight, imports = 0 }) => weight > 0 && imports >= 10);
}

/** Asked for at the top by what is no server, and imported by more than one file or two. */
const isSeenAtTop = ({ isServerSide, hits }: StackEntry): boolean =>
  !isServerSide && hits.some((hit) => hit.weight > 1 && (hit.imports ?? 0) >= 3 && isOfTop(hit));
const isOfTop = ({ evidence }: Hit): boolean => packageFolder(evidence.path) === '';

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

export function documentSites(set: DependencySet): ReadonlySet<string> {
  const asking = set.direct.filter((one) => one.ecosystem === 'npm' && siteGenerators.test(one.name));
  return new Set(asking.map((one) => one.manifest.folder).filter((folder) => folder !== ''));
}

/**
 * What a build can be made without, a feature of a crate for one, does not shape the whole, and what is only there to be
 * compiled against shapes the program that loads a plugin.
 */
function isOptional(entry: StackEntry): boolean {
  const asking = entry.hits.flatMap((hit) => (hit.weight > 0 && hit.dependency !== undefined ? [hit.dependency] : []));
  const aside = (scope: string): boolean => scope === 'optional' || (scope === 'build' && entry.rank === 1);
  return (
    asking.length > 0 &&
    asking.every(
      ({ requirement }) =>
        (aside(requirement.scope) || requirement.isOptionalPeer === true) && requirement.plugin !== true,
    )
  );
}

/** Asked for by sites that explain the product, and by nothing else. */
function isOfSites(entry: StackEntry, sites: ReadonlySet<string>): boolean {
  const folders = foldersOf(entry);
  return folders.length > 0 && folders.every((folder) => sites.has(folder));
}

function foldersOf(entry: StackEntry): string[] {
  return entry.hits.filter((hit) => hit.weight > 0).map((hit) => packageFolder(hit.evidence.path));
}

/** The product's code that draws what a user sees with one of these. */
const faces: Readonly<Record<string, RegExp>> = {
  React: /\.[jt]sx$/,
  Preact: /\.[jt]sx$/,
  SolidJS: /\.[jt]sx$/,
  Vue: /\.vue$/,
  Svelte: /\.svelte$/,
  AngularJS: /\.(?:controller|directive|filter)\.[jt]s$/i,
  'Backbone.js': /(?:^|[._-])(?:view|router)s?\.(?:[jt]s|coffee)$/i,
};

/** By what name code imports one, where that is another. */
const importedAs: Readonly<Record<string, string>> = { AngularJS: 'angular', 'Backbone.js': 'backbone' };

/** Builds of the JVM ask for servers to test with; elsewhere what code imports runs, in whichever group it stands. */
export const isRunning = ({ isServerSide }: StackEntry, { weight, part }: Hit): boolean =>
  weight > (isServerSide && part.startsWith('maven:') ? 1 : 0);

/** Zero where neither a manifest asks for it nor code imports it, which says nothing. */
function shareOf(
  entry: StackEntry,
  packages: Packages,
  sites: ReadonlySet<string>,
  usage: PackageUsage,
  parts?: Parts,
): number {
  const asking = entry.hits.filter((hit) => isRunning(entry, hit) && (hit.dependency !== undefined || isListed(hit)));
  // What much of the code of C includes, the rest of it works for.
  const header = asking.length > 0 ? undefined : entry.hits.find(({ part }) => ofHeaders.test(part));
  if (header !== undefined) return header.within === undefined ? packages.native : packages.nativeIn(header.within);
  if (asking.length === 0) return Math.max(0, ...entry.hits.map((hit) => hit.imports ?? 0));
  const asked = new Set(
    asking.filter((hit) => !sites.has(packageFolder(hit.evidence.path))).map((hit) => keyOfHit(hit, packages)),
  );
  const keys = parts === undefined ? asked : withParts(asked, parts);
  // Where parts apply a plugin themselves, the top that only sets its version says nothing of the others.
  const isApplied = asking.some((hit) => isPlugin(hit) && !isUnapplied(hit) && hit.evidence.path.includes('/'));
  const everywhere = asking
    .filter((hit) => !isOnlyTested(entry, hit) && !(isApplied && isUnapplied(hit)))
    .map(spreadOf)
    .find((ecosystem) => ecosystem !== undefined);
  const own = [...packages.files].filter(([key]) =>
    everywhere === undefined ? keys.has(key) : key.startsWith(`${everywhere} `),
  );
  const files = own.flatMap(([, some]) => some);
  const face = faces[entry.name];
  // A part of resources alone is one all the same.
  if (face === undefined)
    return (isApplied && asking.some(isUnapplied)) || isEmpty(asked, packages)
      ? Math.max(1, files.length)
      : files.length;
  const name = importedAs[entry.name] ?? entry.name.toLowerCase();
  const importing = new Set(usage.sitesOf('npm', [name]).map((site) => site.file.path));
  const drawn = files.filter(({ path }) => face.test(path) || importing.has(path)).length;
  // Where it draws much of a package, the rest of the package works for it.
  return drawn >= files.length * wholePackage ? files.length : drawn;
}

/** Packages of Dart that hold no code, where others do: they only say what the others need. */
function isEmpty(asked: ReadonlySet<string>, { files }: Packages): boolean {
  return (
    [...asked].every((key) => key.startsWith('pub ') && !files.has(key)) &&
    [...files.keys()].some((key) => key.startsWith('pub '))
  );
}

const isPlugin = ({ dependency }: Hit): boolean => dependency?.requirement.plugin === true;
const isUnapplied = ({ dependency }: Hit): boolean => dependency?.requirement.isUnapplied === true;

const ofHeaders = /^import:native\/(?!(?:AppKit|UIKit|Ext)$)/;

const webExtension = 'manifest:web-extension';

/** The package that asks for it; what a browser reads may lie in a folder of one. */
function keyOfHit(hit: Hit, { files }: Packages): string {
  let folder = packageFolder(hit.evidence.path);
  if (hit.part === webExtension) while (folder !== '' && !files.has(keyOf('npm', folder))) folder = folderOf(folder);
  const isOfNode = hit.kind === 'file' || hit.part === webExtension;
  return keyOf(hit.dependency?.ecosystem ?? (isOfNode ? 'npm' : 'nuget'), folder);
}

/**
 * The top of a Gradle build names the plugins that its conventions apply to the parts, and a server of .NET is made of
 * all the libraries beside it; other builds that are read here list what all of their parts ask for.
 */
function spreadOf(hit: Hit): Ecosystem | undefined {
  if (/^(?:settings|build)\.gradle(?:\.kts)?$/.test(hit.evidence.path)) return 'maven';
  if (hit.part === 'tool:sdk:Microsoft.NET.Sdk.Web') return 'nuget';
  if (hit.kind !== 'manifest') return undefined;
  if (hit.part === webExtension) return undefined;
  return hit.part.startsWith('maven:') ? 'maven' : 'composer';
}

/** The top of a build names a plugin that parts for tests alone apply. */
function isOnlyTested({ hits }: StackEntry, { part }: Hit): boolean {
  const below = hits.filter(({ evidence }) => evidence.path.includes('/') && /\.gradle(?:\.kts)?$/.test(evidence.path));
  return part.startsWith('maven:plugin:') && below.length > 0 && below.every(({ weight }) => weight === 0);
}

const isAsking = ({ weight, dependency }: Hit): boolean => weight > 0 && dependency !== undefined;

/** Named by a file of the build, without being a package that a version is looked up for. */
function isListed({ kind, part }: Hit): boolean {
  return (
    kind === 'tool' ||
    part.startsWith('file:nuxt.') ||
    (kind === 'manifest' && /^(?:maven:|manifest:(?:wordpress|web-extension))/.test(part))
  );
}
