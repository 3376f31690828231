import { folderOf } from '../../facts/paths';
import { asideRoles } from '../../fileRoles';
import type { FileRecord, ScanModel } from '../../scanModel';
import { codeFiles } from '../architecture/map/codeFiles';
import type { DependencySet } from '../dependencies/inventory/dependencySet';
import type { Ecosystem } from '../dependencies/manifestFacts';
import { ecosystemOfFile } from './data/programmingLanguages';
import type { ProductPaths } from './productPaths';
import { native } from './signals/nativeImports';

/** The product's code by the nearest package of its own language above it. */
export interface Packages {
  readonly files: ReadonlyMap<string, readonly FileRecord[]>;
  /** Code in every language, also in those that have no packages. */
  readonly total: number;
  /** Code in C and C++, which no list of packages is for. */
  readonly native: number;
  /** The same in a folder at the top. */
  nativeIn(folder: string): number;
}

export const keyOf = (ecosystem: Ecosystem, folder: string): string => `${ecosystem} ${folder}`;

export function packagesOf(model: ScanModel, set: DependencySet, paths: ProductPaths): Packages {
  // A manifest that asks for nothing only says which file of a folder is meant.
  const asking = set.files.manifests.filter(({ facts }) => facts.ecosystem !== 'npm' || facts.requirements.length > 0);
  const known = new Set(asking.map(({ facts, folder }) => keyOf(facts.ecosystem, folder)));
  const files = new Map<string, FileRecord[]>();
  const code = codeFiles(model).filter(({ path }) => !paths.isBesideCode(path));
  for (const file of code) {
    const ecosystem = ecosystemOfFile(file.languageName);
    if (ecosystem === undefined) continue;
    let folder = folderOf(file.path);
    while (folder !== '' && !known.has(keyOf(ecosystem, folder))) folder = folderOf(folder);
    const key = keyOf(ecosystem, folder);
    const list = files.get(key);
    if (list === undefined) files.set(key, [file]);
    else list.push(file);
  }
  const ofC = code.filter(({ path }) => native.test(path));
  const nativeIn = (folder: string): number => ofC.filter(({ path }) => path.startsWith(`${folder}/`)).length;
  return { files, total: code.length, native: ofC.length, nativeIn };
}

/** The packages of the project itself: what each is made of, and which of the product are made of it. */
export interface Parts {
  readonly of: ReadonlyMap<string, readonly string[]>;
  readonly askers: ReadonlyMap<string, ReadonlySet<string>>;
}

export function partsOf(set: DependencySet): Parts {
  const nameOf = (ecosystem: Ecosystem, name: string): string =>
    `${ecosystem} ${ecosystem === 'maven' ? name.slice(name.lastIndexOf(':') + 1) : name}`;
  const folders = new Map<string, string>();
  for (const { facts, folder } of set.files.manifests)
    if (facts.name !== undefined) folders.set(nameOf(facts.ecosystem, facts.name), keyOf(facts.ecosystem, folder));
  const parts = new Map<string, string[]>();
  const askers = new Map<string, Set<string>>();
  for (const { facts, folder, role } of set.files.manifests) {
    const key = keyOf(facts.ecosystem, folder);
    const own = facts.requirements
      .filter(({ scope }) => scope === 'runtime')
      .flatMap(({ name }) => folders.get(nameOf(facts.ecosystem, name)) ?? []);
    parts.set(key, [...(parts.get(key) ?? []), ...own]);
    if (asideRoles.has(role)) continue;
    for (const part of own) askers.set(part, (askers.get(part) ?? new Set()).add(key));
  }
  return { of: parts, askers };
}

/** The packages and all that they are made of, without what most of its users are made of without them: that is another product's. */
export function withParts(keys: ReadonlySet<string>, parts: Parts): ReadonlySet<string> {
  // A set that is walked takes in what is added to it.
  const all = new Set(keys);
  for (const key of all) for (const part of parts.of.get(key) ?? []) all.add(part);
  const isOwn = (key: string): boolean => {
    const askers = [...(parts.askers.get(key) ?? [])];
    return askers.filter((asker) => all.has(asker)).length * 2 >= askers.length;
  };
  return new Set([...all].filter((key) => keys.has(key) || isOwn(key)));
}
