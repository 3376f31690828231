import type { Evidence } from '../../../../../shared/genesis';
import type { ImportFact } from '../../../facts/importGraph';
import { markdownCode } from '../../../markdownText';
import type { FindingDraft } from '../../../scanModel';
import { storagePackages } from '../data/layerRules';
import { shortestPath } from '../graph/shortestPath';
import type { CodeMap, FileEdge } from '../map/codeMap';
import { counted, fitting, importEvidence } from '../map/wording';
import { layerOf } from './layers';

const maxSteps = 5;
const minRouteFiles = 3;

/** How a request gets from the file of its route to the storage, along the imports. */
export function storagePathFindings(map: CodeMap): FindingDraft[] {
  const code = new Set(map.files.map((file) => file.path));
  const routeFiles = [...new Set(map.model.inventory.routes.map((route) => route.file))].filter((path) =>
    code.has(path),
  );
  if (routeFiles.length < minRouteFiles) return [];
  const storage = storageFiles(map);
  const bySource = new Map<string, FileEdge[]>();
  for (const edge of map.edges) {
    if (edge.kind === 'type') continue;
    const edges = bySource.get(edge.from);
    if (edges === undefined) bySource.set(edge.from, [edge]);
    else edges.push(edge);
  }
  const next = (path: string): readonly string[] => (bySource.get(path) ?? []).map((edge) => edge.to);
  const ways = routeFiles.flatMap((file) => {
    const way = shortestPath(file, next, (path) => storage.has(path), maxSteps);
    // An import of Go leads to a package: which of its files holds what is asked for, nobody can say.
    return way === undefined || way.slice(1).some((path) => path.endsWith('.go')) ? [] : [way];
  });
  if (ways.length < minRouteFiles || ways.length < routeFiles.length / 2) return [];
  return [finding(routeFiles.length, ways, bySource, storage)];
}

/** Files with models and files that import a database's client, with the line that says so. */
function storageFiles(map: CodeMap): ReadonlyMap<string, number> {
  const found = new Map(map.model.inventory.models.map((model) => [model.file, model.line]));
  for (const { path } of map.files)
    for (const { external, fact } of found.has(path) ? [] : map.model.imports.importsOf(path))
      if (external !== undefined && fact.kind !== 'type' && reaches(external, fact)) found.set(path, fact.line);
  return found;
}

/** Errors, derives and values: with these alone nobody asks the database for anything. */
const plainName = /^(?:Derive\w*|\w*(?:Err|Error|Exception)|TryFromU64|Value(?:Type)?|FromRow|FromQueryResult)$/;

/** Prisma's client hands out the names of types and enumerations too, and Laravel's facades are of all kinds. */
function reaches(external: string, { specifier, bindings }: ImportFact): boolean {
  if (!storagePackages.some((pattern) => pattern.test(external))) return false;
  if (external === '@prisma/client')
    return bindings.length === 0 || bindings.some(({ imported }) => /^(?:PrismaClient|\*|default)$/.test(imported));
  if (bindings.length > 0 && bindings.every(({ imported }) => plainName.test(imported))) return false;
  return !/Support\\Facades\\/.test(specifier) || /\\(?:DB|Schema|Redis)$/.test(specifier);
}

type Way = readonly string[];

function finding(
  routeFiles: number,
  ways: readonly Way[],
  bySource: ReadonlyMap<string, readonly FileEdge[]>,
  storage: ReadonlyMap<string, number>,
): FindingDraft {
  const shapes = new Map<string, Way[]>();
  for (const way of ways) shapes.set(shapeOf(way), [...(shapes.get(shapeOf(way)) ?? []), way]);
  const ranked = [...shapes].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const [shape, same] = ranked[0] ?? ['', []];
  const end = (way: Way): Evidence[] => {
    const path = way.at(-1) ?? '';
    const line = storage.get(path) ?? 1;
    return [{ path, startLine: line, endLine: line }];
  };
  const shown = ranked.map(([, list]) => list[0] ?? []).slice(0, 4);
  const steps = shown.flatMap((way) => [...importEvidence(stepsOf(way, bySource)), ...end(way)]);
  return {
    layer: 'architecture',
    rule: 'architecture/route-to-storage',
    key: 'route-to-storage',
    title: titleOf(routeFiles, ways, shape, same),
    content: `Shortest ways along the imports, from files with routes to files that declare models or import a database client:\n\n${ranked
      .slice(0, 5)
      .map(
        ([name, list]) =>
          `- ${name}: ${counted(list.length, 'file')}, for example ${(list[0] ?? []).map((path) => markdownCode(path)).join(' → ')}`,
      )
      .join('\n')}`,
    importance: 4,
    confidence: 0.85,
    tags: ['routes', 'storage', 'flow'],
    evidence: (shape === direct ? same.flatMap(end) : steps).slice(0, 20),
  };
}

const direct = 'by themselves';

function titleOf(routeFiles: number, ways: readonly Way[], shape: string, same: readonly Way[]): string {
  const longest = Math.max(...ways.map((way) => way.length - 1));
  const reach = `${ways.length} of ${routeFiles} files with routes reach the storage within ${counted(longest, 'import')}`;
  // A way that few of them go is not the way of this code base.
  if (same.length < routeFiles * 0.6) return reach;
  if (shape === direct)
    return `${same.length} of ${routeFiles} files with routes declare models or import a database library themselves`;
  return fitting(`Routes reach the storage along ${shape} (${same.length} of ${routeFiles} files with routes)`, reach);
}

function stepsOf(way: Way, bySource: ReadonlyMap<string, readonly FileEdge[]>): FileEdge[] {
  return way.flatMap((path, at) => bySource.get(path)?.find((edge) => edge.to === way[at + 1]) ?? []);
}

/** The way by layers: `controllers → services → models`; a file without a layer by its folder. */
function shapeOf(way: Way): string {
  if (way.length === 1) return direct;
  const names = way.map((path) => layerOf(path)?.name ?? folderName(path));
  return names.filter((name, at) => name !== names[at - 1]).join(' → ');
}

function folderName(path: string): string {
  // `src` and `lib` name no place of their own.
  const [name = path, ...above] = path.split('/').reverse();
  const stem = name.replace(/\.\w+$/, '');
  return above.find((part) => !/^(?:src|lib|main|app|pkg|internal|java|kotlin|index)$/.test(part)) ?? stem;
}
