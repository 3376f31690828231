import { markdownCode } from '../../../markdownText';
import type { FindingDraft } from '../../../scanModel';
import { shortestPath } from '../graph/shortestPath';
import { stronglyConnected } from '../graph/stronglyConnected';
import type { CodeMap, FileEdge } from '../map/codeMap';
import { counted, fitting, importEvidence, importList } from '../map/wording';

/** Languages in which loading a file runs it, so that a circle can meet names that are not there yet. */
const loadOrderMatters = new Set(['typescript', 'tsx', 'javascript', 'python']);
const atLoad = new Set<FileEdge['kind']>(['import', 'require', 'reexport']);

/** What only says types is never loaded. */
const isStub = /\.(?:pyi|d\.[cm]?ts)$/;

/** Files that import each other in a circle while they are loaded. */
export function fileCycleFindings(map: CodeMap): FindingDraft[] {
  const languages = new Map(map.files.map((file) => [file.path, file.language]));
  const edges = map.edges.filter(
    ({ kind, from, to }) =>
      atLoad.has(kind) &&
      loadOrderMatters.has(languages.get(from) ?? 'other') &&
      !isStub.test(from) &&
      !isStub.test(to),
  );
  const bySource = new Map<string, FileEdge[]>();
  for (const edge of edges) bySource.set(edge.from, [...(bySource.get(edge.from) ?? []), edge]);
  const next = (path: string): readonly string[] => (bySource.get(path) ?? []).map((edge) => edge.to);
  const groups = stronglyConnected([...bySource.keys()], next).sort((a, b) => b.length - a.length);
  const [largest] = groups;
  if (largest === undefined) return [];
  const circles = groups.slice(0, 6).map((group) => circleIn(group, next, bySource));
  const others = groups.slice(0, 6).flatMap((group, at) => restOf(group, circles[at] ?? [], bySource));
  const files = groups.reduce((sum, group) => sum + group.length, 0);
  const title =
    groups.length === 1
      ? fitting(
          `${counted(largest.length, 'file')} import each other in a circle`,
          'Some files import each other in a circle',
        )
      : `${groups.length} import circles found that join ${counted(files, 'file')}${groups.every(({ length }) => length === largest.length) ? '' : `, one of them ${largest.length}`}`;
  return [
    {
      layer: 'architecture',
      rule: 'architecture/file-cycle',
      key: 'file-cycles',
      title,
      content: `Imports and re-exports outside of functions, without those of interfaces and other types alone; a class or another value that only types name counts. The shortest circle found of each group:\n\n${circles
        .map(
          (circle) =>
            `- ${circle.map((edge) => markdownCode(edge.from)).join(' → ')} → ${markdownCode(circle[0]?.from ?? '')}`,
        )
        .join(
          '\n',
        )}${groups.length > circles.length ? `\n- and ${groups.length - circles.length} more groups` : ''}${others.length === 0 ? '' : `\n\nIn these circles too:\n\n${importList(others, 12)}`}`,
      importance: largest.length > 5 || groups.length > 3 ? 3 : 2,
      confidence: 0.9,
      tags: ['cycle', 'imports'],
      evidence: importEvidence([...circles.flat(), ...others]),
    },
  ];
}

/** Of each file that the shortest circle leaves out one import by which it belongs to the group. */
function restOf(
  group: readonly string[],
  circle: readonly FileEdge[],
  bySource: ReadonlyMap<string, readonly FileEdge[]>,
): readonly FileEdge[] {
  const members = new Set(group);
  const shown = new Set(circle.map((edge) => edge.from));
  return group
    .filter((path) => !shown.has(path))
    .flatMap((path) => bySource.get(path)?.find((edge) => members.has(edge.to)) ?? []);
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
