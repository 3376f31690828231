import type { CodeModule, ModuleEdge } from '../../src/shared/inventory';
import { cyclicLinks } from './cycles';

/** One box of the map: a module, or a folder with all the modules below it. */
export interface MapNode {
  /** Path of the module or of the folder; empty for what is left over of the whole project. */
  readonly path: string;
  readonly modules: number;
  readonly files: number;
  readonly lines: number;
  /** Of most files. */
  readonly language: string;
  readonly isPackage: boolean;
}

export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** True where one of the imports it stands for lies on a cycle of modules. */
  readonly cyclic: boolean;
}

export interface ModuleMap {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  readonly modules: number;
  /** Edges that were left out because they are the weakest of too many. */
  readonly hiddenEdges: number;
}

interface Fold {
  /** Where the next fold would put it: a folder that is no deeper than the path. */
  key: string;
  readonly members: readonly CodeModule[];
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const depthOf = (path: string): number => (path === '' ? 0 : path.split('/').length);
const filesOf = (fold: Fold): number => fold.members.reduce((sum, { files }) => sum + files, 0);

/**
 * Folds modules into their folders, the deepest and smallest first, until at most `maxNodes` boxes are left, and adds up
 * their edges. Nothing is lost: every module is in exactly one box.
 */
export function foldModules(
  modules: readonly CodeModule[],
  edges: readonly ModuleEdge[],
  maxNodes: number,
  maxEdges: number,
): ModuleMap {
  const folds = fold(modules, maxNodes);
  const nodes = folds.map(nodeOf);
  const home = new Map<string, string>();
  folds.forEach((each, index) => {
    for (const { path } of each.members) home.set(path, nodes[index]?.path ?? '');
  });
  const all = foldEdges(edges, home);
  const kept = all.slice(0, maxEdges);
  return { nodes, edges: kept, modules: modules.length, hiddenEdges: all.length - kept.length };
}

function fold(modules: readonly CodeModule[], maxNodes: number): readonly Fold[] {
  let folds: Fold[] = modules.map((module) => ({ key: module.path, members: [module] }));
  const deepest = folds.reduce((max, { key }) => Math.max(max, depthOf(key)), 0);
  for (let depth = deepest; depth > 1 && folds.length > maxNodes; depth--) folds = foldLevel(folds, depth, maxNodes);
  if (folds.length <= maxNodes) return folds;
  folds.sort((a, b) => filesOf(b) - filesOf(a));
  const rest = folds.slice(maxNodes - 1).flatMap(({ members }) => members);
  return [...folds.slice(0, maxNodes - 1), { key: '', members: rest }];
}

/** So many boxes still make a picture: then all folders of a depth are folded, so that equals look equal. */
const ENOUGH = 12;

/**
 * Moves all folds of one depth up into their parents; where that leaves too few, only the smallest families, and of a
 * family that is nearly the whole project only its smallest members.
 */
function foldLevel(folds: readonly Fold[], depth: number, maxNodes: number): Fold[] {
  const families = new Map<string, Fold[]>();
  for (const each of folds) {
    const parent = depthOf(each.key) === depth ? parentOf(each.key) : each.key;
    families.set(parent, [...(families.get(parent) ?? []), each]);
  }
  const bySize = [...families]
    .map(([parent, family]) => ({ parent, family, files: family.reduce((sum, each) => sum + filesOf(each), 0) }))
    .sort((a, b) => a.files - b.files);
  const all = bySize.length >= ENOUGH;
  let left = folds.length;
  return bySize.flatMap(({ parent, family }) => {
    if (left <= maxNodes && !all) return family;
    const others = left - family.length;
    const kept = all || others + 1 >= maxNodes / 2 ? [] : largestBelow(family, parent, maxNodes - others - 1);
    left = others + kept.length + 1;
    return [...kept, { key: parent, members: family.flatMap((each) => (kept.includes(each) ? [] : each.members)) }];
  });
}

/** The folder's own module is none of them: what is left over takes its path. */
function largestBelow(family: readonly Fold[], folder: string, most: number): readonly Fold[] {
  const below = family.filter(({ key }) => key !== folder);
  return below.sort((a, b) => filesOf(b) - filesOf(a)).slice(0, most);
}

function nodeOf({ key, members }: Fold): MapNode {
  const languages = new Map<string, number>();
  for (const { language, files } of members) languages.set(language, (languages.get(language) ?? 0) + files);
  const language = [...languages].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  const only = members.length === 1 ? members[0] : undefined;
  return {
    path: only ? only.path : key,
    modules: members.length,
    files: members.reduce((sum, { files }) => sum + files, 0),
    lines: members.reduce((sum, { lines }) => sum + (lines ?? 0), 0),
    language,
    isPackage: only ? only.isPackage === true : members.some(({ path, isPackage }) => isPackage && path === key),
  };
}

/** As the findings have it: a folder and what lies below it are one thing, and what is only declared is no import. */
function canClose({ from, to, kind, loose }: ModuleEdge): boolean {
  const nested = from === '.' || to === '.' || from.startsWith(`${to}/`) || to.startsWith(`${from}/`);
  return kind === 'import' && loose !== true && !nested;
}

/** The strongest first, those on a cycle before all. */
function foldEdges(edges: readonly ModuleEdge[], home: ReadonlyMap<string, string>): MapEdge[] {
  const cyclic = cyclicLinks(edges.filter(canClose));
  const sums = new Map<string, { from: string; to: string; count: number; cyclic: boolean }>();
  for (const edge of edges) {
    const [from, to] = [home.get(edge.from), home.get(edge.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const id = `${from}\n${to}`;
    const sum = sums.get(id) ?? { from, to, count: 0, cyclic: false };
    sum.count += edge.count ?? 1;
    sum.cyclic ||= cyclic.has(edge);
    sums.set(id, sum);
  }
  return [...sums.values()].sort((a, b) => Number(b.cyclic) - Number(a.cyclic) || b.count - a.count);
}
