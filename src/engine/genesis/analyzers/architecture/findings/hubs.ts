import { folderOf } from '../../../facts/paths';
import { markdownCode } from '../../../markdownText';
import type { FindingDraft } from '../../../scanModel';
import { codeExtractor } from '../../code/codeExtractor';
import { readShare } from '../map/codeFiles';
import type { CodeMap, FileEdge } from '../map/codeMap';
import { about, atLeast, firstOfEach, fitting, importEvidence, leftOut } from '../map/wording';

const minImporters = 10;
const minShare = 0.06;
/** With less of the code read, what is used the most may be what nobody saw. */
const minReadShare = 0.6;

interface Hub {
  /** A file, or for languages that import packages whole, their folder. */
  readonly unit: string;
  readonly importers: readonly string[];
  readonly edges: readonly FileEdge[];
}

/** What much of the code leans on: a change there reaches far. */
export function hubFindings(map: CodeMap): FindingDraft[] {
  if (readShare(map.files) < minReadShare) return [];
  const languages = new Map(map.files.map((file) => [file.path, file.language]));
  const isPart = partsOfClasses(map);
  const unitOf = (path: string): string => (languages.get(path) === 'go' ? folderOf(path) : path);
  const byUnit = new Map<string, FileEdge[]>();
  for (const edge of map.edges.flatMap((found) => throughBarrels(map, found))) {
    if (isPart(edge.to)) continue;
    const unit = unitOf(edge.to);
    const edges = byUnit.get(unit);
    if (edges === undefined) byUnit.set(unit, [edge]);
    else edges.push(edge);
  }
  for (const [unit, edges] of gatheringPackages(map, byUnit)) byUnit.set(unit, edges);
  const hubs: Hub[] = [...byUnit]
    .map(([unit, edges]) => ({ unit, edges, importers: [...new Set(edges.map((edge) => edge.from))] }))
    .filter(({ importers }) => importers.length >= minImporters && importers.length >= map.files.length * minShare)
    .sort((a, b) => b.importers.length - a.importers.length || (a.unit < b.unit ? -1 : 1))
    .slice(0, 6);
  const [top] = hubs;
  return top === undefined ? [] : [finding(map, hubs, top)];
}

/** Beyond what any of the files behind it is used, so many times as much. */
const leastBeyond = 1.5;

/** Packages of Python that are imported as one, whose files nobody asks for by themselves: `shop.models`. */
function gatheringPackages(map: CodeMap, byUnit: ReadonlyMap<string, readonly FileEdge[]>): [string, FileEdge[]][] {
  const packages = new Map<string, FileEdge[]>();
  for (const edge of map.edges) {
    const folder = folderOf(edge.to);
    if (!edge.to.endsWith('/__init__.py') || edge.from.startsWith(`${folder}/`)) continue;
    // The package around all others is the product itself.
    if (!map.model.byPath.has(`${folderOf(folder)}/__init__.py`)) continue;
    packages.set(edge.to, [...(packages.get(edge.to) ?? []), edge]);
  }
  const usersOf = (edges: readonly FileEdge[]): number => new Set(edges.map(({ from }) => from)).size;
  return [...packages].filter(([unit, edges]) => {
    const within = `${folderOf(unit)}/`;
    const behind = [...byUnit].filter(([path]) => path.startsWith(within) && path !== unit);
    return usersOf(edges) >= leastBeyond * Math.max(1, ...behind.map(([, others]) => usersOf(others)));
  });
}

/** Files of C# that hold a part of a class: what is used is the class, and no one of its files. */
function partsOfClasses(map: CodeMap): (path: string) => boolean {
  const holders = new Map<string, Set<string>>();
  const typesIn = (path: string): readonly string[] => {
    const code = map.model.factsIn(codeExtractor, path);
    return (code?.symbols ?? [])
      .filter((symbol) => symbol.container === undefined && symbol.kind === 'class')
      .map((symbol) => `${code?.namespace ?? ''}.${symbol.name}`);
  };
  for (const { path, language } of map.files)
    for (const type of language === 'csharp' ? typesIn(path) : [])
      holders.set(type, (holders.get(type) ?? new Set()).add(path));
  return (path) => path.endsWith('.cs') && typesIn(path).some((type) => (holders.get(type)?.size ?? 0) > 1);
}

/** How a title calls it: a package of Go by its folder. */
function unitName(map: CodeMap, unit: string): string {
  if (map.model.byPath.has(unit)) return unit;
  return unit === '' ? 'the package in the top folder' : `the package ${unit}`;
}

/** A file that only hands on what others declare is no hub: its importers count for what they take through it. */
function throughBarrels(map: CodeMap, edge: FileEdge): FileEdge[] {
  // `use super::*` takes what the crate or module has gathered, and names nothing of the file itself.
  const isRoot = /(?:^|\/)(?:lib|main|mod)\.rs$/.test(edge.to);
  if (isRoot && isWildcard(map, edge)) return [];
  const code = map.model.factsIn(codeExtractor, edge.to);
  const handsOn =
    code?.imports.some((entry) => entry.kind === 'reexport' || entry.isExported === true) === true ||
    /__init__\.py$/.test(edge.to);
  // In Rust a module's children see what it takes in for itself, too.
  if (!handsOn && !edge.to.endsWith('.rs')) return [edge];
  // Which of the names behind it a file of Dart means is not read.
  if (edge.to.endsWith('.dart')) {
    const lines = map.model.byPath.get(edge.to)?.lines ?? 0;
    return (code?.imports.length ?? 0) * 2 >= lines ? [] : [edge];
  }
  const bindings = map.model.imports
    .importsOf(edge.from)
    .filter((entry) => entry.fact.line === edge.line && entry.fact.specifier === edge.specifier)
    .flatMap((entry) => entry.fact.bindings);
  const origins = new Map<string, number>();
  for (const { local, line = edge.line } of bindings) {
    // Who takes or hands on all of it names nothing of what is declared behind it.
    if (local === '*') continue;
    const to = map.model.imports.originOf(edge.from, local)?.path;
    if (to !== undefined && !origins.has(to)) origins.set(to, line);
  }
  // What a crate hands on of other crates is not its own either.
  if (origins.size === 0 && isRoot && handsOn) return [];
  return origins.size === 0
    ? [edge]
    : [...origins].map(([to, line]) => ({
        ...edge,
        to,
        line: Math.min(line, edge.line),
        endLine: Math.max(line, edge.line),
      }));
}

function isWildcard(map: CodeMap, edge: FileEdge): boolean {
  const facts = map.model.imports
    .importsOf(edge.from)
    .filter(({ fact, files }) => fact.line === edge.line && files.includes(edge.to));
  return facts.length > 0 && facts.every(({ fact }) => fact.bindings.every(({ imported }) => imported === '*'));
}

function finding(map: CodeMap, hubs: readonly Hub[], top: Hub): FindingDraft {
  const users = (hub: Hub): number => atLeast(hub.importers.length);
  const name = unitName(map, top.unit);
  return {
    layer: 'architecture',
    rule: 'architecture/hub',
    key: 'hubs',
    title: fitting(
      `At least ${users(top)} source files use ${name}`,
      `At least ${users(top)} source files use ${top.unit.slice(top.unit.lastIndexOf('/') + 1)}`,
    ),
    content: `Of ${about(map.files.length, 'source file')} at least so many use each: counted are those that name it or what it declares; what is found only while the program runs is not. ${leftOut(map)}\n\n${hubs
      .map((hub) => `- ${markdownCode(hub.unit || '.')}: at least ${users(hub)} files`)
      .join('\n')}`,
    importance: top.importers.length >= map.files.length * 0.2 ? 4 : 3,
    confidence: 0.9,
    tags: ['hub', 'fan-in'],
    evidence: importEvidence([...usesOf(top).slice(0, 8), ...hubs.slice(1).flatMap((hub) => usesOf(hub).slice(0, 2))]),
  };
}

/** One use in each file, where the hub is named; what leads through a file that hands on names follows. */
function usesOf({ edges, unit }: Hub): readonly FileEdge[] {
  const uses = firstOfEach(edges).map((edge) => (edge.place === undefined ? edge : { ...edge, line: edge.place }));
  const name = unit.replace(/(?:\/(?:index|__init__|mod))?\.\w+$/, '').replace(/^.*\//, '');
  const isDirect = ({ specifier }: FileEdge): boolean => specifier.includes(name);
  return [...uses.filter(isDirect), ...uses.filter((edge) => !isDirect(edge))];
}
