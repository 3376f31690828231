import { folderOf } from '../../../facts/paths';
import type { FileRecord } from '../../../scanModel';

/** A part of the code base: a folder with what is below it, or without what became a module of its own. */
export interface ModuleNode {
  /** Folder, `''` at the top. */
  readonly path: string;
  readonly files: readonly FileRecord[];
}

/** As many as a picture can show and a reader can hold. */
const maxModules = 28;
/** Parts of one or two files are told with the folder around them. */
const minPart = 3;

/** Few files need few modules: about four each for a small code base. */
function moduleLimit(files: number): number {
  return Math.min(maxModules, Math.max(6, Math.round(2 * Math.sqrt(files))));
}
/** With more packages than this, small ones go together in the folder they share. */
const maxPackages = 40;
/** With fewer parts that stand out a folder is better told as one. */
const minKept = 3;
/** A folder with fewer files is not divided. */
const minDivided = 10;

/** Divides files into modules: one for each package, and the largest of them by folders, as long as the picture allows. */
export function divideIntoModules(
  files: readonly FileRecord[],
  packageFolders: readonly string[],
): readonly ModuleNode[] {
  const packages = new Set(packageFolders.filter((folder) => folder !== ''));
  let modules = foldSmallPackages(byPackage(files, packageFolders));
  // Many packages leave no room, but what belongs to none of them should not stay one heap.
  const limit = Math.max(moduleLimit(files.length), modules.length + 4);
  const whole = new Set<string>();
  for (;;) {
    const next = largest(modules.filter((module) => !whole.has(module.path)));
    if (next === undefined || next.files.length < minDivided) break;
    const isPackage = packages.has(next.path);
    const all = divide(next, isPackage);
    const room = limit - modules.length + 1;
    // Of a folder with too many parts the largest are told, so that it does not stay one heap; others need room too.
    const parts = all.length <= room ? all : largestParts(all, Math.floor(room / 2), next, isPackage);
    if (parts.length > 1 && modules.length - 1 + parts.length <= limit) {
      modules = [...modules.filter((module) => module !== next), ...parts];
      // What is left of a divided folder stays together.
      for (const part of parts) if (part.rest) whole.add(part.path);
    } else whole.add(next.path);
  }
  return modules.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function largest(modules: readonly ModuleNode[]): ModuleNode | undefined {
  return modules.reduce<ModuleNode | undefined>(
    (best, module) => (best === undefined || module.files.length > best.files.length ? module : best),
    undefined,
  );
}

function byPackage(files: readonly FileRecord[], packageFolders: readonly string[]): ModuleNode[] {
  const folders = new Set(packageFolders);
  const groups = new Map<string, FileRecord[]>();
  for (const file of files) {
    let folder = file.path;
    do folder = folderOf(folder);
    while (folder !== '' && !folders.has(folder));
    const group = groups.get(folder);
    if (group === undefined) groups.set(folder, [file]);
    else group.push(file);
  }
  return [...groups].map(([path, group]) => ({ path, files: group }));
}

function foldSmallPackages(modules: readonly ModuleNode[]): ModuleNode[] {
  const kept = new Map(modules.map((module) => [module.path, module.files]));
  const bySize = modules.filter((module) => module.path !== '').sort((a, b) => a.files.length - b.files.length);
  for (const { path } of bySize) {
    if (kept.size <= maxPackages) break;
    const files = kept.get(path) ?? [];
    const parent = folderOf(path);
    kept.delete(path);
    kept.set(parent, [...(kept.get(parent) ?? []), ...files]);
  }
  return [...kept].map(([path, files]) => ({ path, files }));
}

/**
 * The subfolders of a module, each as deep as it has a way of its own; `rest` are the files right in it and in subfolders
 * too small to tell. A package keeps its folder for the rest, so that it stays one to be recognised.
 */
function divide(module: ModuleNode, isPackage: boolean): readonly Part[] {
  let top = commonFolder(module);
  let { large, rest } = groupBelow(module.files, top);
  // A package whose code lies in `src`, with a lone file beside it, divides where the code does.
  for (let only = large[0]; only !== undefined && large.length === 1 && rest.length < minPart; only = large[0]) {
    const deeper = commonFolder({ path: only[0], files: only[1] });
    if (deeper === top) break;
    top = deeper;
    ({ large, rest } = groupBelow(module.files, top));
  }
  const parts = large.map(([path, files]) => ({ path: commonFolder({ path, files }), files, rest: false }));
  const home = isPackage ? module.path : top;
  // What lies beside the folder that was divided is no rest of it.
  const isOfHome = ({ path }: FileRecord): boolean => home === '' || path.startsWith(`${home}/`);
  const [inner, outer] = [rest.filter(isOfHome), rest.filter((file) => !isOfHome(file))];
  return [
    ...parts,
    ...(inner.length === 0 ? [] : [{ path: home, files: inner, rest: true }]),
    ...(outer.length === 0 ? [] : [{ path: module.path, files: outer, rest: true }]),
  ];
}

type Part = ModuleNode & { readonly rest: boolean };

function largestParts(parts: readonly Part[], count: number, whole: ModuleNode, isPackage: boolean): readonly Part[] {
  const sized = parts.filter(({ rest }) => !rest).sort((a, b) => b.files.length - a.files.length);
  const kept = sized.slice(0, count);
  if (kept.length < minKept) return [];
  const outer = parts.filter((part) => part.rest && part.path === whole.path && !isPackage);
  const files = parts.filter((part) => !kept.includes(part) && !outer.includes(part)).flatMap((part) => part.files);
  const path = isPackage ? whole.path : commonFolder({ path: whole.path, files });
  // Without a folder of their own the others lie with what is beside.
  if (path === whole.path && outer.length > 0)
    return [...kept, { path, files: [...files, ...outer.flatMap((part) => part.files)], rest: true }];
  return [...kept, { path, files, rest: true }, ...outer];
}

/** Whether a module has folders in it that would be modules of their own, were there more room. */
export const holdsParts = ({ path, files }: ModuleNode): boolean => groupBelow(files, path).large.length > 0;

interface Groups {
  readonly large: readonly (readonly [folder: string, files: readonly FileRecord[]])[];
  readonly rest: readonly FileRecord[];
}

/** The files by the folders right below `top`; those that are in none of them, or in a small one, are the rest. */
function groupBelow(files: readonly FileRecord[], top: string): Groups {
  const start = top === '' ? 0 : top.length + 1;
  const groups = new Map<string, FileRecord[]>();
  const rest: FileRecord[] = [];
  for (const file of files) {
    const end = file.path.indexOf('/', start);
    if (end === -1 || (top !== '' && !file.path.startsWith(`${top}/`))) {
      rest.push(file);
      continue;
    }
    const folder = file.path.slice(0, end);
    const group = groups.get(folder);
    if (group === undefined) groups.set(folder, [file]);
    else group.push(file);
  }
  const small = [...groups.values()].filter((group) => group.length < minPart).flat();
  return { large: [...groups].filter(([, group]) => group.length >= minPart), rest: [...rest, ...small] };
}

/** The deepest folder that holds all files of a module: `src/main/java/com/acme` rather than `src`. */
function commonFolder({ path, files }: ModuleNode): string {
  const folders = files.map((file) => file.path.slice(0, Math.max(0, file.path.lastIndexOf('/'))));
  let common = folders[0] ?? path;
  for (const folder of folders) {
    while (common !== path && folder !== common && !folder.startsWith(`${common}/`)) common = folderOf(common);
  }
  return common.length < path.length ? path : common;
}
