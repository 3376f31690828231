import { EngineError } from '../../../base/engineError';
import {
  type Finding,
  type FindingLayer,
  findingLayers,
  type ScanResults,
  type ScanResultsQuery,
  type ScanStatus,
} from '../../../shared/genesis';
import type { JudgedFindings } from '../report/judgedFindings';
import type { FindingStore } from './findingStore';
import type { InterimView } from './interimView';
import { noOverview, type ResultStore } from './resultStore';

export interface ResultParts {
  readonly findings: FindingStore;
  readonly results: ResultStore;
  /** Where the first scan of the project is still running. */
  readonly interim?: InterimView | undefined;
}

/**
 * The last results of a project, filtered; the summary is that of all that are not ignored. `latest` is its latest scan.
 */
export function readResults(
  parts: ResultParts,
  query: ScanResultsQuery,
  latest: ScanStatus | undefined,
  judge: (findings: readonly Finding[]) => JudgedFindings,
): ScanResults {
  if (latest === undefined) throw new EngineError('notFound', 'No scan found');
  const stored = parts.results.find(query.projectId);
  const { interim } = parts;
  const all = stored === undefined ? (interim?.list() ?? []) : parts.findings.list(stored.findingsOf, query.contents);
  const { open: findings, ignored, problems } = judge(all);
  const overview = (stored ?? interim)?.overview ?? noOverview;
  const scan = stored?.status ?? latest;
  return {
    scan,
    findings: findings.filter((finding) => fits(finding, query)),
    ignored: ignored.filter((finding) => fits(finding, query)),
    techStack: (stored ?? interim)?.techStack ?? [],
    summary: {
      totalFindings: findings.length,
      byLayer: countLayers(findings),
      scanDuration: Math.max(0, Date.parse(scan.completedAt ?? scan.startedAt) - Date.parse(scan.startedAt)) / 1000,
      filesAnalyzed: scan.filesProcessed,
      chunksAnalyzed: scan.chunksProcessed,
    },
    overview: { ...overview, problems: [...overview.problems, ...problems] },
  };
}

function fits(finding: Finding, query: ScanResultsQuery): boolean {
  const { layer, importance, tag, file } = query;
  return (
    (layer === undefined || finding.layer === layer) &&
    (importance === undefined || finding.importance === importance) &&
    (tag === undefined || finding.tags.includes(tag)) &&
    (file === undefined ||
      finding.files.some((path) => path === file || path.startsWith(`${file.replace(/\/$/, '')}/`)))
  );
}

function countLayers(findings: readonly Finding[]): Record<FindingLayer, number> {
  const counts = Object.fromEntries(findingLayers.map((layer) => [layer, 0])) as Record<FindingLayer, number>;
  for (const finding of findings) counts[finding.layer]++;
  return counts;
}
