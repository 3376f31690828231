import type { Finding, FindingLayer } from '../../../shared/genesis';
import { importanceName, layerNames } from '../../words/findingWords';

export const findingGroupings = ['layer', 'importance', 'file'] as const;
export type FindingGrouping = (typeof findingGroupings)[number];

export interface FindingGroup {
  /** Unique over all groupings: `layer:security`, `file:src/a.ts`. */
  readonly id: string;
  readonly label: string;
  /** The most important first. */
  readonly findings: readonly Finding[];
  /** Path of the file, for the file grouping. */
  readonly file?: string;
  /** For the layer grouping. */
  readonly layer?: FindingLayer;
}

/** Order of findings everywhere: the most important and surest first, then by place, so that it is always the same. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    b.importance - a.importance ||
    b.confidence - a.confidence ||
    compareText(a.evidence[0]?.path ?? '', b.evidence[0]?.path ?? '') ||
    (a.evidence[0]?.startLine ?? 0) - (b.evidence[0]?.startLine ?? 0) ||
    compareText(a.title, b.title)
  );
}

/** Groups with the most important finding first. A finding stands under each file that it cites. */
export function groupFindings(findings: readonly Finding[], by: FindingGrouping): readonly FindingGroup[] {
  const sorted = [...findings].sort(compareFindings);
  const groups = groupers[by](sorted);
  return groups.sort((a, b) => (b.findings[0]?.importance ?? 0) - (a.findings[0]?.importance ?? 0));
}

const groupers: Readonly<Record<FindingGrouping, (sorted: readonly Finding[]) => FindingGroup[]>> = {
  layer: byLayer,
  importance: byImportance,
  file: byFile,
};

function byLayer(sorted: readonly Finding[]): FindingGroup[] {
  const groups = collect(sorted, (finding) => [finding.layer]);
  return Object.entries(layerNames).flatMap(([layer, label]) => {
    const own = groups.get(layer);
    return own ? [{ id: `layer:${layer}`, label, findings: own, layer: layer as FindingLayer }] : [];
  });
}

function byImportance(sorted: readonly Finding[]): FindingGroup[] {
  const groups = collect(sorted, (finding) => [String(finding.importance)]);
  return [...groups].map(([importance, own]) => ({
    id: `importance:${importance}`,
    label: importanceName(Number(importance)),
    findings: own,
  }));
}

function byFile(sorted: readonly Finding[]): FindingGroup[] {
  const groups = collect(sorted, (finding) => new Set([...finding.files, ...finding.evidence.map(({ path }) => path)]));
  return [...groups]
    .sort(([a, findingsA], [b, findingsB]) => findingsB.length - findingsA.length || compareText(a, b))
    .map(([file, own]) => ({ id: `file:${file}`, label: file.slice(file.lastIndexOf('/') + 1), findings: own, file }));
}

function collect(sorted: readonly Finding[], keysOf: (finding: Finding) => Iterable<string>): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of sorted) {
    for (const key of keysOf(finding)) {
      const own = groups.get(key);
      if (own) own.push(finding);
      else groups.set(key, [finding]);
    }
  }
  return groups;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
