import { roleOf } from '../languages/roleOf';
import type { FileRole } from '../sourceFile';
import type { Area, Saying } from './project';
import { type Counted, codeFile, countFile, isSite, siteCandidates } from './sites';
import { ProjectRoles } from './testProjects';
import { ToldRoles } from './toldRoles';

/** A folder with more of all code than this is the product, whatever is said of it. */
const largestShare = 0.6;
/** With less code outside of a site the site is the product. */
const leastOutside = 5;
/** Of the code in a folder that a test runner is pointed at, at least this much is called tests where it is of tests. */
const leastNamedTests = 0.5;

/** What all manifests together tell of the files. `paths` are all listed ones, `sayings` are by the path of a manifest. */
export function judgeRoles(paths: readonly string[], sayings: ReadonlyMap<string, Saying>): ToldRoles {
  const said = [...sayings.values()];
  const projects = new ProjectRoles(said.flatMap((saying) => saying.projects ?? []));
  const packages = said.flatMap(({ projects: own = [], siteTool }) =>
    own.filter(({ kind }) => kind === 'npm').map((project) => ({ project, hasTool: siteTool === true })),
  );
  const sites = siteCandidates(paths, packages);
  const areas = said.flatMap((saying) => saying.areas ?? []).flatMap(withFolder);
  const entries = new Map<string, FileRole | undefined>();
  for (const { path, role } of areas) entries.set(path, role);
  for (const [folder, role] of projects.byFolder) entries.set(folder, role);
  for (const folder of sites.keys()) if (!entries.has(folder) && !projects.isUsed(folder)) entries.set(folder, 'docs');
  if (![...entries.values()].some((role) => role !== undefined)) return new ToldRoles(new Map());
  const counted = countIn(paths, new Set(entries.keys()));
  const all = paths.reduce((sum, path) => sum + (codeFile.test(path) ? 1 : 0), 0);
  const named = new Set(areas.filter((area) => area.ifNamedTests === true).map((area) => area.path));
  for (const [path, role] of entries) {
    if (role === undefined) continue;
    const count = counted.get(path) ?? { code: 0, documents: 0, tests: 0 };
    const isLarge = count.code > all * largestShare;
    const isNoSite =
      role === 'docs' && (!isSite(count, sites.get(path)?.certain === true) || all - count.code < leastOutside);
    const isNoTest = named.has(path) && count.tests < Math.max(1, count.code * leastNamedTests);
    if (isLarge || isNoSite || isNoTest) entries.delete(path);
  }
  return new ToldRoles(entries);
}

/** A target of several files is named by its first one. */
function withFolder(area: Area): readonly Area[] {
  const folder = /^(.+)\/(?:main|mod|lib)\.rs$/.exec(area.path)?.[1];
  return folder === undefined || /(?:^|\/)src$/.test(folder) ? [area] : [area, { ...area, path: folder }];
}

interface Count extends Counted {
  tests: number;
}

/** What lies in some folders, each with all that is below it. */
function countIn(paths: readonly string[], folders: ReadonlySet<string>): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const path of paths) {
    let isTest: boolean | undefined;
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
      const folder = path.slice(0, end);
      if (!folders.has(folder)) continue;
      const count = counts.get(folder) ?? { code: 0, documents: 0, tests: 0 };
      counts.set(folder, count);
      countFile(path, count);
      if (!codeFile.test(path)) continue;
      isTest ??= roleOf(path) === 'test';
      if (isTest) count.tests++;
    }
  }
  return counts;
}
