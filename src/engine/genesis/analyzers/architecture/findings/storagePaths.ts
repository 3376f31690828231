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
    return way === undefined ? [] : [way];
  });
  if (ways.length < minRouteFiles || ways.length < routeFiles.length / 2) return [];
  return [finding(routeFiles.length, ways, bySource)];
}

/** Files with models, and files that import a database's client. */
function storageFiles(map: CodeMap): ReadonlySet<string> {
  const found = new Set(map.model.inventory.models.map((model) => model.file));
  for (const file of map.files)
    for (const { external } of map.model.imports.importsOf(file.path))
      if (external !== undefined && storagePackages.some((pattern) => pattern.test(external))) found.add(file.path);
  return found;
}

function finding(
  routeFiles: number,
  ways: readonly (readonly string[])[],
  bySource: ReadonlyMap<string, readonly FileEdge[]>,
): FindingDraft {
  const shapes = new Map<string, (readonly string[])[]>();
  for (const way of ways) {
    const shape = shapeOf(way);
    shapes.set(shape, [...(shapes.get(shape) ?? []), way]);
  }
  const ranked = [...shapes].sort((a, b) => b[1].length - a[1].length);
  const [common, same] = ranked[0] ?? ['', []];
  const example = same[0] ?? [];
  const steps = example.flatMap((path, at) => bySource.get(path)?.find((edge) => edge.to === example[at + 1]) ?? []);
  const direct = example.length === 1;
  return {
    layer: 'architecture',
    rule: 'architecture/route-to-storage',
    key: 'route-to-storage',
    title: direct
      ? fitting(`${same.length} of ${routeFiles} files with routes talk to the storage themselves`)
      : fitting(
          `Routes reach the storage along ${common} (${same.length} of ${routeFiles} files with routes)`,
          `Routes reach the storage in ${counted(example.length - 1, 'import')} (${same.length} of ${routeFiles} files with routes)`,
        ),
    content: `Shortest ways along the imports, from files with routes to files that declare models or import a database client:\n\n${ranked
      .slice(0, 5)
      .map(
        ([shape, list]) =>
          `- ${shape}: ${counted(list.length, 'file')}, for example ${(list[0] ?? []).map((path) => markdownCode(path)).join(' → ')}`,
      )
      .join('\n')}`,
    importance: 4,
    confidence: 0.85,
    tags: ['routes', 'storage', 'flow'],
    evidence:
      steps.length > 0
        ? importEvidence(steps)
        : same.slice(0, 10).map(([path = '']) => ({ path, startLine: 1, endLine: 1 })),
  };
}

/** The way by layers: `controllers → services → models`; a file without a layer by its folder. */
function shapeOf(way: readonly string[]): string {
  const names = way.map((path) => layerOf(path)?.name ?? folderName(path));
  return names.filter((name, at) => name !== names[at - 1]).join(' → ');
}

function folderName(path: string): string {
  const parts = path.split('/');
  return parts.at(-2) ?? path;
}
