import { markdownCode } from '../../../markdownText';
import type { FindingDraft } from '../../../scanModel';
import { stronglyConnected } from '../graph/stronglyConnected';
import { importFamily } from '../map/codeFiles';
import type { CodeMap, FileEdge, ModuleLink } from '../map/codeMap';
import { atLeast, fitting, importEvidence, importList, labelsOf, listed, shortNames } from '../map/wording';

const maxFindings = 3;
const minTies = 3;

/**
 * Within a crate modules are one unit to the compiler, and circles between them usual; Go's packages never form one, so
 * that a circle of folders is only how they were put together. In Ruby and C# names are found by their words, at run time
 * or by the whole project: a circle is hardly felt, and one doubtful word would make it.
 */
const usualIn = new Set(['rust', 'go', 'ruby', 'csharp']);

/** Modules that depend on each other in a circle, with the imports that would have to go. */
export function moduleCycleFindings(map: CodeMap): FindingDraft[] {
  const label = labelsOf(map);
  const short = shortNames(map);
  const families = new Set(map.links.flatMap(({ edges }) => edges.map((edge) => familyOf(map, edge))));
  return [...families]
    .flatMap((family) => circlesIn(map, family))
    .sort((a, b) => weight(b.inside) - weight(a.inside))
    .slice(0, maxFindings)
    .map(({ group, inside }) =>
      group.length === 2 ? pairFinding(inside, label, short) : groupFinding(group, inside, label, short),
    )
    .filter((finding) => finding !== undefined);
}

type TypedLink = ModuleLink & { readonly hasTypes: boolean };

/**
 * Modules that the imports of languages which can import each other join. A folder may hold files of two that can't: what
 * one of them imports is nothing to those who import the other.
 */
function circlesIn(
  map: CodeMap,
  family: string | undefined,
): { readonly group: readonly string[]; readonly inside: readonly TypedLink[] }[] {
  const links = map.links
    .map((link) => ({ ...link, edges: link.edges.filter((edge) => familyOf(map, edge) === family) }))
    .map((link) => ({
      ...link,
      edges: link.edges.filter((edge) => isTie(map, edge)),
      hasTypes: link.edges.some(({ kind, from, to }) => kind === 'type' || isDeclared(from) || isDeclared(to)),
    }))
    .filter((link) => link.edges.length > 0 && !isNested(link));
  const targets = new Map<string, string[]>();
  for (const { from, to } of links) targets.set(from, [...(targets.get(from) ?? []), to]);
  const groups = stronglyConnected(
    map.modules.map((module) => module.path),
    (node) => targets.get(node) ?? [],
  );
  return groups.map((group) => ({
    group,
    inside: links.filter((link) => group.includes(link.from) && group.includes(link.to)),
  }));
}

function familyOf(map: CodeMap, { from }: FileEdge): string | undefined {
  const file = map.model.byPath.get(from);
  return file === undefined ? undefined : importFamily(file);
}

/** One import for each step by which the module with the most ties reaches all others, and they reach it. */
function proofOf(group: readonly string[], links: readonly ModuleLink[]): FileEdge[] {
  const tiesOf = (module: string): number => links.filter(({ from, to }) => from === module || to === module).length;
  const [root = ''] = group.toSorted((a, b) => tiesOf(b) - tiesOf(a) || (a < b ? -1 : 1));
  const found: FileEdge[] = [];
  for (const [near, far] of [
    ['from', 'to'],
    ['to', 'from'],
  ] as const) {
    const reached = new Set([root]);
    for (const module of reached)
      for (const link of links)
        if (link[near] === module && !reached.has(link[far])) {
          reached.add(link[far]);
          found.push(...link.edges.slice(0, 1));
        }
  }
  return found;
}

/** Where the first import of a tie stands. */
const placeOf = ({ edges: [first] }: ModuleLink): string =>
  first === undefined ? '' : `${markdownCode(`${first.from}:${first.line}`)} → ${markdownCode(first.to)}`;

const leastPlaces = (count: number): string => (count === 1 ? 'one place' : `at least ${atLeast(count)} places`);

/** What a circle is made of. */
function scope(links: readonly TypedLink[]): string {
  const types = links.some((link) => link.hasTypes) ? 'Imports of interfaces and types alone are left out; ' : '';
  const isScript = links.some(({ edges }) => edges.some(({ from }) => /\.[cm]?tsx?$/.test(from)));
  return isScript ? `\n\n${types}${types === '' ? 'A' : 'a'} class that only types name counts.` : '';
}

/** An import that a circle can be made of. */
export function isTie(map: CodeMap, { kind, from, to }: FileEdge): boolean {
  if (isDeclared(from) || isDeclared(to)) return false;
  return kind !== 'type' && kind !== 'implicit' && !usualIn.has(languageOf(map, from));
}

/** A file of declarations holds types alone: nothing of it is there when the program runs. */
const isDeclared = (path: string): boolean => /\.d\.[cm]?ts$/.test(path);

function languageOf(map: CodeMap, path: string): string {
  return map.model.byPath.get(path)?.language ?? 'other';
}

/** A folder and what lies below it are one thing to most people: a package file that collects its parts is no circle. */
function isNested({ from, to }: ModuleLink): boolean {
  return from === '' || to === '' || from.startsWith(`${to}/`) || to.startsWith(`${from}/`);
}

function weight(links: readonly ModuleLink[]): number {
  return links.reduce((sum, link) => sum + link.edges.length, 0);
}

function pairFinding(
  links: readonly TypedLink[],
  label: (module: string) => string,
  short: (label: string) => string,
): FindingDraft | undefined {
  const [strong, weak] = [...links].sort((a, b) => b.edges.length - a.edges.length);
  // One name each way is soon told and soon gone.
  if (strong === undefined || weak === undefined || strong.edges.length < minTies) return undefined;
  const lopsided = strong.edges.length >= 5 * weak.edges.length;
  const [a, b] = [label(strong.from), label(strong.to)];
  const way = `${markdownCode(strong.from)} → ${markdownCode(strong.to)}`;
  return {
    layer: 'architecture',
    rule: 'architecture/module-cycle',
    key: [strong.from, strong.to].sort().join(' ⇄ '),
    title: lopsided
      ? fitting(
          `${a} imports ${b}, and ${weak.edges[0]?.from} leads back`,
          `${a} imports ${b} and is imported by it`,
          `${short(a)} imports ${short(b)} and is imported by it`,
        )
      : fitting(`${a} and ${b} import each other`, `${short(a)} and ${short(b)} import each other`),
    content: `${way} in ${leastPlaces(strong.edges.length)}, such as:\n\n${importList(strong.edges.slice(0, 4))}\n\nThe way back:\n\n${importList(weak.edges)}${scope(links)}`,
    importance: 3,
    confidence: 0.9,
    tags: ['cycle', 'modules'],
    evidence: [...importEvidence(weak.edges, 12), ...importEvidence(strong.edges, 8)],
  };
}

function groupFinding(
  group: readonly string[],
  links: readonly TypedLink[],
  label: (module: string) => string,
  short: (label: string) => string,
): FindingDraft {
  const names = group.map(label);
  const bySize = [...links].sort((a, b) => a.edges.length - b.edges.length);
  return {
    layer: 'architecture',
    rule: 'architecture/module-cycle',
    key: [...group].sort().join(' ⇄ '),
    title: fitting(
      `${group.length} modules found that depend on each other in a circle: ${listed(names, 5)}`,
      `${group.length} modules found that depend on each other in a circle: ${listed(names, 2)}`,
      `${group.length} modules found that depend on each other in a circle: ${listed(names.map(short), 2)}`,
      `${group.length} modules found that depend on each other in a circle: ${listed(names.map(short), 1)}`,
      `${group.length} modules found that depend on each other in a circle`,
    ),
    content: `Each of ${names.map((name) => markdownCode(name)).join(', ')} reaches all the others, imports between a folder and what lies below it left out. Those with the fewest imports found:\n\n${bySize
      .slice(0, 8)
      .map(
        (link) =>
          `- ${markdownCode(label(link.from))} → ${markdownCode(label(link.to))}: ${link.edges.length === 1 ? '' : `${leastPlaces(link.edges.length)}, `}${placeOf(link)}`,
      )
      .join('\n')}${scope(links)}`,
    importance: 3,
    confidence: 0.9,
    tags: ['cycle', 'modules'],
    evidence: importEvidence(proofOf(group, links)),
  };
}
