import { folderOf, foldersUp } from '../../../facts/paths';
import type { FindingDraft } from '../../../scanModel';
import { type LayerRule, layerRules } from '../data/layerRules';
import type { CodeMap, FileEdge } from '../map/codeMap';
import { counted, firstOfEach, fitting, importEvidence, verbFor } from '../map/wording';

/** With fewer files that use the lower layer their direction may be chance. */
const minDown = 5;
const minFiles = 3;

/** What the places that name a file's layer say of it. */
interface Layering {
  /** What name and folder agree on, or the one of them that speaks. */
  readonly layer: LayerRule | undefined;
  /** Everything that one or the other says: a claim that nothing leads back has to hold for all of it. */
  readonly any: readonly LayerRule[];
}

/** `isContainer` tells folders that hold whole packages: their names say nothing about the files in them. */
export function layerOf(path: string, isContainer: (folder: string) => boolean = () => false): LayerRule | undefined {
  return layeringOf(path, isContainer, () => true).layer;
}

/** Folders that are called after one thing: each counts where another layer lies beside it, for it may be a business word. */
function besideOthers(files: CodeMap['files']): (folder: string) => boolean {
  const names = new Set(layerRules.flatMap((rule) => [...rule.folders, ...(rule.weakFolders ?? [])]));
  const inside = new Map<string, Set<string>>();
  const folders = new Set(files.flatMap(({ path }) => [...foldersUp(folderOf(path))]));
  for (const folder of folders) {
    const name = folder.slice(folder.lastIndexOf('/') + 1).toLowerCase();
    if (!names.has(name)) continue;
    const around = folderOf(folder);
    inside.set(around, (inside.get(around) ?? new Set()).add(name));
  }
  return (folder) => (inside.get(folderOf(folder))?.size ?? 0) > 1;
}

/** In Rails and Laravel a folder right below `app` says what a file is, and those below that are namespaces of the business. */
const railsFile = /(?:^|\/)app\/([^/]+)\/.+\.rb$/;
const laravelFile = /(?:^|\/)app\/(?:(?:[^/]+\/){0,4}?(Controllers)|(Models|Repositories|Services))\/.+\.php$/;

function layeringOf(
  path: string,
  isContainer: (folder: string) => boolean,
  isBeside: (folder: string) => boolean,
): Layering {
  const [, http, below] = laravelFile.exec(path) ?? [];
  const rails = railsFile.exec(path)?.[1] ?? (http ?? below)?.toLowerCase();
  if (rails !== undefined) {
    const layer = layerRules.find((rule) => rule.folders.includes(rails));
    return { layer, any: layer === undefined ? [] : [layer] };
  }
  const base = path.slice(path.lastIndexOf('/') + 1);
  const stem = base.replace(/\.\w+$/, '');
  const byName = layerRules.find((rule) => rule.file?.test(stem) === true);
  const byWeakName = layerRules.find((rule) => rule.weakFile?.test(base) === true || rule.bareFile === stem);
  let weak: LayerRule | undefined;
  let strong: LayerRule | undefined;
  for (const folder of foldersUp(folderOf(path))) {
    if (isContainer(folder)) continue;
    const name = folder.slice(folder.lastIndexOf('/') + 1).toLowerCase();
    const found = layerRules.find((candidate) => candidate.folders.includes(name));
    // The innermost speaks, as it does to whoever counts by folders: what lies around it may be a word of the business.
    if (found !== undefined) strong ??= found;
    if (isBeside(folder)) weak ??= layerRules.find((candidate) => candidate.weakFolders?.includes(name) === true);
  }
  const any = [...new Set([byName, strong === undefined ? byWeakName : undefined, strong, weak])].filter(
    (rule) => rule !== undefined,
  );
  if (byName !== undefined && strong !== undefined && byName !== strong) return { layer: undefined, any };
  const layer = byName ?? strong ?? weak ?? byWeakName;
  // What only lies among them is none of them, yet what it leads to may speak against them.
  return { layer: layer?.only?.test(base) === false ? undefined : layer, any };
}

interface LayerPair {
  readonly upper: LayerRule;
  readonly lower: LayerRule;
  /** One import for each file of the upper layer that uses the lower. */
  readonly down: readonly FileEdge[];
}

/** Which layers use which, where nothing was found that leads back. */
export function layerFindings(map: CodeMap): FindingDraft[] {
  const { pairs, leadsBack } = layerPairs(map);
  return joined(pairs)
    .slice(0, 2)
    .map((group) => holds(group, leadsBack));
}

/** Pairs that share layers belong to one statement; layers of another part of the code make a statement of their own. */
function joined(pairs: readonly LayerPair[]): LayerPair[][] {
  const groups: LayerPair[][] = [];
  for (const pair of pairs) {
    const meeting = groups.filter((group) =>
      group.some(({ upper, lower }) => [pair.upper, pair.lower].some((layer) => layer === upper || layer === lower)),
    );
    const rest = groups.filter((group) => !meeting.includes(group));
    groups.splice(0, groups.length, ...rest, [...meeting.flat(), pair]);
  }
  const weight = (group: readonly LayerPair[]): number => group.reduce((sum, { down }) => sum + down.length, 0);
  return groups
    .map((group) => group.sort((a, b) => b.down.length - a.down.length))
    .sort((a, b) => weight(b) - weight(a));
}

/** A chain whose every step is an edge of its own, else the layers as they are used. */
function chainOf(pairs: readonly LayerPair[], order: readonly LayerRule[]): string | undefined {
  const steps = order.slice(1).map((lower, index) => [order[index], lower] as const);
  const isStep = ([upper, lower]: readonly [LayerRule | undefined, LayerRule]): boolean =>
    pairs.some((pair) => pair.upper === upper && pair.lower === lower);
  return steps.every(isStep) ? order.map((layer) => layer.name).join(' → ') : undefined;
}

type LeadsBack = (from: LayerRule, to: LayerRule) => boolean;

function layerPairs(map: CodeMap): { readonly pairs: LayerPair[]; readonly leadsBack: LeadsBack } {
  const containers = new Set(map.packages.flatMap(({ folder }) => [...foldersUp(folderOf(folder))]));
  const isContainer = (folder: string): boolean => folder !== '' && containers.has(folder);
  const isBeside = besideOthers(map.files);
  const routed = routedFolders(map.files);
  const layers = new Map(
    map.files.map(({ path }) => {
      const told = layeringOf(path, isContainer, isBeside);
      const isOfPages = pages !== undefined && routed.some((folder) => path.startsWith(folder));
      return [path, isOfPages ? { ...told, any: [...told.any, pages] } : told];
    }),
  );
  const sizes = new Map<LayerRule, number>();
  for (const { layer } of layers.values()) if (layer !== undefined) sizes.set(layer, (sizes.get(layer) ?? 0) + 1);
  const between = (from: LayerRule, to: LayerRule): FileEdge[] =>
    map.edges.filter(
      (edge) =>
        edge.kind !== 'type' &&
        layers.get(edge.from)?.layer === from &&
        layers.get(edge.to)?.layer === to &&
        !isInside(edge, from, to),
    );
  // Imports of types count here, and files whose name and folder disagree: of what holds there must be no doubt.
  const leadsBack = (from: LayerRule, to: LayerRule): boolean =>
    map.edges.some(
      (edge) => layers.get(edge.from)?.any.includes(from) === true && layers.get(edge.to)?.any.includes(to) === true,
    );
  const pairs = layerRules
    .flatMap((upper) => layerRules.filter((lower) => lower.depth > upper.depth).map((lower) => ({ upper, lower })))
    .filter(({ upper, lower }) => (sizes.get(upper) ?? 0) >= minFiles && (sizes.get(lower) ?? 0) >= minFiles)
    .map(({ upper, lower }) => ({ upper, lower, down: firstOfEach(between(upper, lower)) }))
    .filter(({ upper, lower, down }) => down.length >= minDown && !leadsBack(lower, upper))
    .sort((a, b) => b.down.length - a.down.length);
  return { pairs, leadsBack };
}

const pages = layerRules.find(({ name }) => name === 'pages');

/** Where Next.js looks for pages: what lies beside them is of them, to whoever asks whether anything leads back. */
function routedFolders(files: CodeMap['files']): readonly string[] {
  const found = files.flatMap(
    ({ path }) => /^((?:[^/]+\/){0,6}?app\/)(?:[^/]+\/){0,12}page\.[jt]sx?$/.exec(path)?.[1] ?? [],
  );
  return [...new Set(found)];
}

/**
 * Hooks that lie in the folder of a page belong to it: what stands in one layer's folder inside of another's is neither
 * below nor above what surrounds it.
 */
function isInside({ from, to }: FileEdge, a: LayerRule, b: LayerRule): boolean {
  return isAround(from, to, b) || isAround(to, from, a);
}

/** Whether a folder of the layer holds both files. */
function isAround(path: string, other: string, layer: LayerRule): boolean {
  return [...foldersUp(folderOf(path))].some((folder) => {
    const name = folder.slice(folder.lastIndexOf('/') + 1).toLowerCase();
    const isOne = layer.folders.includes(name) || layer.weakFolders?.includes(name) === true;
    return isOne && other.startsWith(`${folder}/`);
  });
}

/** No number is told: others lie in those folders too, and reach the layer through what it exports, so who counts finds more. */
function sentence({ upper, lower, down }: LayerPair): string {
  return `Files of ${upper.name} ${verbFor(down)} ${lower.name}; no way back was found`;
}

function holds(pairs: readonly LayerPair[], leadsBack: LeadsBack): FindingDraft {
  const order = [...new Set(pairs.flatMap((pair) => [pair.upper, pair.lower]))].sort((a, b) => a.depth - b.depth);
  const total = pairs.reduce((sum, pair) => sum + pair.down.length, 0);
  const [first] = pairs;
  const chain = chainOf(pairs, order);
  const steps = pairs.map(({ upper, lower }) => `${upper.name} → ${lower.name}`);
  // What is said of all of them together has to hold between any two.
  const isOneWay = !order.some((lower, at) => order.slice(0, at).some((upper) => leadsBack(lower, upper)));
  const title =
    first !== undefined && (pairs.length === 1 || !isOneWay)
      ? sentence(first)
      : fitting(
          chain === undefined
            ? `Layers use each other one way: ${steps.join(', ')}; no way back was found`
            : `Layers use each other one way: ${chain}; no way back was found`,
          `Layers use each other one way in ${counted(steps.length, 'pair')}, ${steps[0]} among them; no way back was found`,
        );
  return {
    layer: 'architecture',
    rule: 'architecture/layers',
    key: order.map((layer) => layer.name).join(' '),
    title,
    content: `${pairs.map((pair) => `- ${sentence(pair)}.`).join('\n')}\n\nTests left out. The layer of a file is told by its folder or its name; a file in which they disagree belongs to none.`,
    importance: total >= 20 ? 4 : 3,
    confidence: 0.9,
    tags: ['layers', 'boundaries', ...order.map((layer) => layer.name)],
    evidence: importEvidence(pairs.flatMap((pair) => pair.down.slice(0, Math.max(2, Math.floor(18 / pairs.length))))),
  };
}
