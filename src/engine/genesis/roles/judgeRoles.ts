import { roleOf } from '../languages/roleOf';
import type { Area, Saying } from './project';
import { type Counted, contentOf, isSite, siteCandidates } from './sites';
import { ProjectRoles } from './testProjects';
import { type Told, ToldRoles } from './toldRoles';

/** A folder with more of all code than this is the product, whatever is said of it. */
const largestShare = 0.6;
/** Copied code is a small part, or the work goes on with it. */
const largestCopy = 0.3;
/** With less code outside of a site the site is the product. */
const leastOutside = 5;
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
  for (const folder of templates(paths)) if (!entries.has(folder)) entries.set(folder, 'example');
  for (const folder of deployments(paths)) if (!entries.has(folder)) entries.set(folder, 'config');
  for (const folder of copiedThemes(paths)) if (!entries.has(folder)) entries.set(folder, 'vendored');
  for (const folder of vendors(paths)) if (!entries.has(folder)) entries.set(folder, 'vendored');
  for (const folder of foreignFolders(paths, sayings)) if (!entries.has(folder)) entries.set(folder, 'vendored');
  // Most folders of tests are called so: to these nothing has to be told.
  for (const [path, role] of entries) if (role !== undefined && roleOf(`${path}/a`) === role) entries.delete(path);
  if (![...entries.values()].some((role) => role !== undefined)) return new ToldRoles(new Map());
  const { counts, code } = countIn(paths, entries);
  const named = new Set(areas.filter((area) => area.ifNamedTests === true).map((area) => area.path));
  for (const [path, role] of entries) {
    if (role === undefined || role === 'own') continue;
    const count = counts.get(path) ?? { code: 0, documents: 0 };
    const isLarge = count.code > code * (role === 'vendored' ? largestCopy : largestShare);
    const isNoSite = role === 'docs' && (!isSite(count, sites.get(path)) || code - count.code < leastOutside);
    if (isLarge || isNoSite || (named.has(path) && !areNamedTests(paths, path, count.code))) entries.delete(path);
  }
  return new ToldRoles(entries);
}

/** Folders that `dotnet new` copies, with other names: what they hold is no program of this repository. */
function templates(paths: readonly string[]): string[] {
  return paths.flatMap((path) => /^(.+)\/\.template\.config\/template\.json$/.exec(path)?.[1] ?? []);
}

/** Folders of a tool that describes where the product runs, called so: what serves by itself may lie elsewhere with one. */
function deployments(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!path.endsWith('cdk.json') && !path.endsWith('cdktf.json') && !path.endsWith('Pulumi.yaml')) return [];
    const folder = /^(.+)\/(?:cdk(?:tf)?\.json|Pulumi\.yaml)$/.exec(path)?.[1];
    return folder !== undefined && deploymentName.test(folder) ? [folder] : [];
  });
}

const deploymentName =
  /(?:^|[-_/])(?:deploy(?:ments?)?|cdk(?:tf)?|pulumi|infra(?:structure)?|iac)(?:[-_][\w-]{1,40})?$/i;

/** Parts of Bootstrap's style sheets under the names that they have there: who has all of them has copied it. */
const themeParts = ['button-groups', 'close', 'component-animations', 'navbar', 'type', 'wells'];
const themePart = new RegExp(`^(.+)/_?(${themeParts.join('|')})\\.(?:less|scss|sass)$`);

function copiedThemes(paths: readonly string[]): string[] {
  const parts = new Map<string, Set<string>>();
  for (const path of paths) {
    if (!path.endsWith('ss')) continue;
    const [, folder, part] = themePart.exec(path) ?? [];
    if (folder === undefined || part === undefined) continue;
    const known = parts.get(folder) ?? new Set();
    parts.set(folder, known.add(part));
  }
  return [...parts].flatMap(([folder, known]) => (known.size === themeParts.length ? [folder] : []));
}

/** What lies below `vendor` with a read-me or a licence of its own; a shop has vendors, too, without one. */
function vendors(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!path.includes('vendor/')) return [];
    return /^(.*\/vendor\/[^/]+)\/(?:README|LICEN[CS]E|COPYING)[^/]*$/i.exec(path)?.[1] ?? [];
  });
}

const packageManifest =
  /\/(?:package\.json|composer\.json|Cargo\.toml|go\.mod|pyproject\.toml|setup\.py|mix\.exs|pubspec\.yaml|pom\.xml|build\.gradle(?:\.kts)?|Package\.swift|[^/]+\.(?:gemspec|csproj|fsproj))$/;

/** Folders that are no package and whose licence names others than that of the whole does. */
function foreignFolders(paths: readonly string[], sayings: ReadonlyMap<string, Saying>): string[] {
  const own = new Set<string>();
  const nested = new Map<string, readonly string[]>();
  for (const [path, { holders = [] }] of sayings) {
    if (!path.includes('/')) for (const word of holders) own.add(word);
    else if (holders.length > 0) nested.set(path.slice(0, path.lastIndexOf('/')), holders);
  }
  const foreign = [...nested].filter(([, holders]) => !holders.some((word) => own.has(word)));
  if (own.size === 0 || foreign.length === 0) return [];
  const packages = new Set(paths.filter((path) => packageManifest.test(path)).flatMap(foldersAbove));
  return foreign.flatMap(([folder]) => (packages.has(folder) ? [] : [folder]));
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

function areNamedTests(paths: readonly string[], folder: string, code: number): boolean {
  const own = paths.filter((path) => path.startsWith(`${folder}/`) && contentOf(path) === 'code');
  const tests = own.filter((path) => roleOf(path) === 'test').length;
  return tests > 0 && tests >= code * leastNamedTests;
}
