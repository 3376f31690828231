import { roleOf } from '../languages/roleOf';
import { bundledPackages } from './bundledPackages';
import { copiedPlaces } from './copies';
import { appsOfProduct } from './djangoApps';
import { foreignNamespaces } from './foreignNamespaces';
import { calledTests, givenHelpers, ownPackages, packedHeaders, setupModules } from './namedPackages';
import { isLibraryPlace, isTemplatePlace, packageManifest, toldPlaces } from './places';
import type { Area, Saying } from './project';
import { type Counted, contentOf, isSite, siteCandidates } from './sites';
import { ProjectRoles } from './testProjects';
import { type Told, ToldRoles } from './toldRoles';
import { isInvoked } from './triedPlaces';

/** A folder with more of all code than this is the product, whatever is said of it. */
const largestShare = 0.6;
/** Copied code is a small part, or the work goes on with it. */
const largestCopy = 0.3;
/** A project with more of all code, and tests of its own beside it, is no aid of the tests of others. */
const largestAid = 0.1;
/** With less code outside of a site the site is the product. */
const leastOutside = 5;
/** A generator has at least this much code for each file of what it copies. */
const leastGenerator = 0.07;
/** Of the code in a folder that a test runner is pointed at, at least this much is called tests where it is of tests. */
const leastNamedTests = 0.5;

/** What all manifests together tell of the files. `paths` are all listed ones, `sayings` are by the path of a manifest. */
export function judgeRoles(paths: readonly string[], sayings: ReadonlyMap<string, Saying>): ToldRoles {
  const said = [...sayings.values()];
  const projects = new ProjectRoles(
    said.flatMap((saying) => saying.projects ?? []),
    fileCheck(paths),
  );
  const packages = said.flatMap(({ projects: own = [], siteTool }) =>
    own.filter(({ kind }) => kind === 'npm').map((project) => ({ project, hasTool: siteTool === true })),
  );
  const sites = siteCandidates(paths, packages);
  const areas = said.flatMap((saying) => saying.areas ?? []).flatMap(withFolder);
  const entries = new Map<string, Told>();
  for (const { path, role } of areas) entries.set(path, role);
  for (const [folder, role] of projects.byFolder) entries.set(folder, role);
  for (const folder of sites.keys()) if (!entries.has(folder) && !projects.isUsed(folder)) entries.set(folder, 'docs');
  const asked = areas.flatMap(({ path, role }) => (role === 'vendored' ? [path] : []));
  for (const [place, role] of toldPlaces(paths, asked))
    if (!entries.has(place) && !projects.isUsed(place)) {
      entries.set(place, role);
      // What the parts of a template, or of a project that a test builds, use of each other is no product.
      if (role === 'example' || isInvoked(place))
        for (const [folder, own] of entries)
          if (own === undefined && folder.startsWith(`${place}/`)) entries.delete(folder);
    }
  const own = [appsOfProduct, ownPackages, givenHelpers, calledTests, setupModules].flatMap((find) => find(paths));
  for (const place of own) if (!entries.has(place)) entries.set(place, 'own');
  for (const folder of packedHeaders(paths)) if (!entries.has(folder)) entries.set(folder, 'generated');
  for (const folder of foreignFolders(paths, sayings)) if (!entries.has(folder)) entries.set(folder, 'vendored');
  for (const place of [...copiedPlaces(paths, sayings), ...bundledPackages(paths), ...foreignNamespaces(paths)])
    if (!entries.has(place)) entries.set(place, 'vendored');
  // Most folders of tests are called so: to these nothing has to be told.
  for (const [path, role] of entries) if (role !== undefined && roleOf(`${path}/a`) === role) entries.delete(path);
  if (![...entries.values()].some((role) => role !== undefined)) return new ToldRoles(new Map());
  const { counts, code } = countIn(paths, entries);
  const hasTests = (folder: string): boolean =>
    paths.some((path) => path.startsWith(`${folder}/src/test/`) || path.startsWith(`${folder}/tests/`));
  const named = new Set(areas.filter((area) => area.ifNamedTests === true).map((area) => area.path));
  for (const [path, role] of entries) {
    if (role === undefined || role === 'own') continue;
    const count = counts.get(path) ?? { code: 0, documents: 0 };
    const share = role === 'vendored' ? largestCopy : largestShare;
    const isLarge = count.code > code * share && isMostOfProduct(paths, path, share);
    const outside = code - count.code;
    const isNoSite =
      role === 'docs' && ((sites.has(path) && !isSite(count, sites.get(path))) || outside < leastOutside);
    // A generator is a small part of what it copies; with next to nothing beside it what is copied is the product.
    const isTemplate =
      role === 'example' &&
      isTemplatePlace(path) &&
      outside - codeOfSites(entries, counts, path) >= Math.max(leastOutside, count.code * leastGenerator);
    const isLibrary = role === 'vendored' && isLibraryPlace(path);
    const isTested = role === 'test' && count.code > code * largestAid && projects.byFolder.has(path) && hasTests(path);
    const isProduct = (isLarge && !isTemplate && !isLibrary) || isTested;
    if (isProduct || isNoSite || (named.has(path) && !areNamedTests(paths, path, count.code))) entries.delete(path);
  }
  return new ToldRoles(entries);
}

/** How much code lies in sites beside a folder. */
function codeOfSites(entries: ReadonlyMap<string, Told>, counts: ReadonlyMap<string, Counted>, beside: string): number {
  const others = [...entries].filter(([place, role]) => role === 'docs' && !place.startsWith(`${beside}/`));
  return others.reduce((sum, [place]) => sum + (counts.get(place)?.code ?? 0), 0);
}

/** A part of a name that is as long tells whose it is. */
const leastOfName = 5;

/** Folders that are no package and whose licence names others than that of the whole does. */
function foreignFolders(paths: readonly string[], sayings: ReadonlyMap<string, Saying>): string[] {
  const own = new Set<string>();
  const nested = new Map<string, readonly string[]>();
  for (const [path, { holders = [] }] of sayings) {
    if (!path.includes('/')) for (const word of holders) own.add(word);
    else if (holders.length > 0) nested.set(path.slice(0, path.lastIndexOf('/')), holders);
  }
  // `go-kratos` is who calls himself `Kratos` elsewhere.
  const isOwn = (word: string): boolean =>
    own.has(word) ||
    [...own].some(
      (one) => one.length >= leastOfName && word.length >= leastOfName && (one.includes(word) || word.includes(one)),
    );
  const foreign = [...nested].filter(([, holders]) => !holders.some(isOwn));
  if (own.size === 0 || foreign.length === 0) return [];
  const packages = new Set(paths.filter((path) => packageManifest.test(path)).flatMap(foldersAbove));
  // What has a start of its own is a program that somebody else began.
  const programs = new Set(
    paths.flatMap((path) => /^([^/]+)\/(?:src\/)?main\.(?:c|cc|cpp|go|rs)$/.exec(path)?.[1] ?? []),
  );
  // A package in a folder of libraries is a copy; elsewhere one may be kept for somebody.
  return foreign.flatMap(([folder]) =>
    programs.has(folder) || (packages.has(folder) && !isLibraryPlace(folder)) ? [] : [folder],
  );
}

function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

/** Few ask, and only of some repositories. */
function fileCheck(paths: readonly string[]): (path: string) => boolean {
  let known: ReadonlySet<string> | undefined;
  return (path) => {
    known ??= new Set(paths);
    return known.has(path);
  };
}

/** A target of several files is named by its first one. */
function withFolder(area: Area): readonly Area[] {
  const folder = /^(.+)\/(?:main|mod|lib)\.rs$/.exec(area.path)?.[1];
  return folder === undefined || /(?:^|\/)src$/.test(folder) ? [area] : [area, { ...area, path: folder }];
}

/** What lies in some folders, each with all that is below it, and how much code there is in all. */
function countIn(paths: readonly string[], folders: Pick<ReadonlySet<string>, 'has'>) {
  const counts = new Map<string, Counted>();
  let code = 0;
  for (const path of paths) {
    const content = contentOf(path);
    if (content === undefined) continue;
    if (content === 'code') code++;
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
      const folder = path.slice(0, end);
      if (!folders.has(folder)) continue;
      const count = counts.get(folder) ?? { code: 0, documents: 0 };
      counts.set(folder, count);
      count[content]++;
    }
  }
  return { counts, code };
}

/** The same without what is called a test and the like: a suite may be larger than all that it tests. */
function isMostOfProduct(paths: readonly string[], folder: string, share: number): boolean {
  const product = paths.filter((path) => contentOf(path) === 'code' && roleOf(path) === 'source');
  const within = product.filter((path) => path.startsWith(`${folder}/`)).length;
  return product.length === 0 || within > product.length * share;
}

function areNamedTests(paths: readonly string[], folder: string, code: number): boolean {
  const own = paths.filter((path) => path.startsWith(`${folder}/`) && contentOf(path) === 'code');
  const tests = own.filter((path) => roleOf(path) === 'test').length;
  return tests > 0 && tests >= code * leastNamedTests;
}
