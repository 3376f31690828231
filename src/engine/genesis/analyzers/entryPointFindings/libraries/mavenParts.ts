import type { Extractor } from '../../../extractor';
import { folderOf, foldersUp } from '../../../facts/paths';
import { roughBytesOf } from '../../../facts/roughSize';
import type { ScanModel } from '../../../scanModel';
import { manifestExtractor } from '../../dependencies/extractors';
import { isBeside } from '../../techStack/productPaths';
import type { Program } from '../programs/program';

/** Parts of a program are in it; so much of the code, in so many modules, is there for those who depend on them. */
const leastShare = 0.25;
const fewestModules = 5;

/** Modules that Maven builds and puts into no repository, while it does so with others. */
export const undeployedExtractor: Extractor<true> = {
  id: 'entryPoints/undeployedModules',
  version: 1,
  wants: ({ path }) => /.\/pom\.xml$/.test(path),
  extract({ text }) {
    const own = text.slice(0, 200_000);
    const says =
      /<maven\.deploy\.skip>\s{0,9}true\b|<artifactId>\s{0,9}maven-deploy-plugin\s{0,9}<(?:(?!<artifactId>)[\s\S]){0,400}?<skip>\s{0,9}true\b/;
    return says.test(own) ? true : undefined;
  },
};

/** Whether many modules of Maven are neither a part of a program nor kept back like one. */
export function holdsLibraries(model: ScanModel, programs: readonly Program[]): boolean {
  if (programs.length === 0 || model.factsIn(manifestExtractor, 'pom.xml')?.license === undefined) return false;
  const modules = new Map<string, readonly string[]>();
  const byName = new Map<string, string>();
  for (const [{ path, role }, { name, requirements }] of model.factsOf(manifestExtractor)) {
    if (!/(?:^|\/)pom\.xml$/.test(path) || (role !== 'config' && role !== 'source')) continue;
    modules.set(
      folderOf(path),
      requirements.map((one) => lastOf(one.name)),
    );
    if (name !== undefined) byName.set(lastOf(name), folderOf(path));
  }
  const sizes = new Map<string, number>();
  for (const file of model.files) {
    if (file.role !== 'source' || !/\.(?:java|kt|scala)$/.test(file.path) || isBeside(file.path)) continue;
    const module = moduleOf(file.path, modules);
    if (module !== undefined) sizes.set(module, (sizes.get(module) ?? 0) + roughBytesOf(file));
  }
  const used = new Set<string>();
  const open = programs.flatMap(({ place }) => moduleOf(place.path, modules) ?? []);
  if (!open.some((folder) => model.factsIn(undeployedExtractor, `${folder}/pom.xml`) === true)) return false;
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    if (used.has(folder)) continue;
    used.add(folder);
    open.push(...(modules.get(folder) ?? []).flatMap((name) => byName.get(name) ?? []));
  }
  const sum = (all: readonly (readonly [string, number])[]): number => all.reduce((total, [, size]) => total + size, 0);
  const others = [...sizes].filter(([folder]) => folder !== '' && !used.has(folder));
  return used.size > 0 && others.length >= fewestModules && sum(others) >= sum([...sizes]) * leastShare;
}

const lastOf = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

function moduleOf(path: string, modules: ReadonlyMap<string, unknown>): string | undefined {
  return [...foldersUp(folderOf(path))].find((folder) => modules.has(folder));
}
