import { markdownCode } from '../../../markdownText';
import type { FindingDraft } from '../../../scanModel';
import { shortestPath } from '../graph/shortestPath';
import { stronglyConnected } from '../graph/stronglyConnected';
import type { CodeMap, FileEdge } from '../map/codeMap';
import { counted, fitting, importEvidence } from '../map/wording';

/** Languages in which loading a file runs it, so that a circle can meet names that are not there yet. */
const loadOrderMatters = new Set(['typescript', 'tsx', 'javascript', 'python']);
const atLoad = new Set<FileEdge['kind']>(['import', 'require', 'reexport']);

/** Files that import each other in a circle while they are loaded. */
export function fileCycleFindings(map: CodeMap): FindingDraft[] {
  const languages = new Map(map.files.map((file) => [file.path, file.language]));
  const edges = map.edges.filter(
    (edge) => atLoad.has(edge.kind) && loadOrderMatters.has(languages.get(edge.from) ?? 'other'),
  );
  const bySource = new Map<string, FileEdge[]>();
  for (const edge of edges) bySource.set(edge.from, [...(bySource.get(edge.from) ?? []), edge]);
  const next = (path: string): readonly string[] => (bySource.get(path) ?? []).map((edge) => edge.to);
  const groups = stronglyConnected([...bySource.keys()], next).sort((a, b) => b.length - a.length);
  const [largest] = groups;
  if (largest === undefined) return [];
  const circles = groups.slice(0, 6).map((group) => circleIn(group, next, bySource));
  const files = groups.reduce((sum, group) => sum + group.length, 0);
  const title =
    groups.length === 1
      ? fitting(
          `${counted(largest.length, 'file')} import each other in a circle`,
          'Some files import each other in a circle',
        )
      : `${groups.length} import circles join ${counted(files, 'file')}; the largest joins ${largest.length}`;
  return [
    {
      layer: 'architecture',
      rule: 'architecture/file-cycle',
      key: 'file-cycles',
      title,
      content: `Imports at the top of the files; those of types alone are left out. The shortest circle of each group:\n\n${circles
        .map(
          (circle) =>
            `- ${circle.map((edge) => markdownCode(edge.from)).join(' → ')} → ${markdownCode(circle[0]?.from ?? '')}`,
        )
        .join('\n')}${groups.length > circles.length ? `\n- and ${groups.length - circles.length} more groups` : ''}`,
      importance: largest.length > 5 || groups.length > 3 ? 3 : 2,
      confidence: 0.9,
      tags: ['cycle', 'imports'],
      evidence: importEvidence(circles.flat()),
    },
  ];
}

/** The imports of a shortest circle through the group's first file that has one. */
function circleIn(
  group: readonly string[],
  next: (path: string) => readonly string[],
  bySource: ReadonlyMap<string, readonly FileEdge[]>,
): readonly FileEdge[] {
  const members = new Set(group);
  const inside = (path: string): readonly string[] => next(path).filter((target) => members.has(target));
  let best: readonly string[] | undefined;
  for (const start of group.slice(0, 50))
    for (const second of inside(start)) {
      const back = shortestPath(
        second,
        inside,
        (path) => path === start,
        best === undefined ? group.length : best.length - 2,
      );
      if (back !== undefined && (best === undefined || back.length < best.length)) best = back;
    }
  const way = best ?? [];
  return way.flatMap((path, at) => bySource.get(path)?.find((edge) => edge.to === way[(at + 1) % way.length]) ?? []);
}
