import type { FindingChange, ScanDiff } from '../../../shared/scanDiff';

type Findings = ScanDiff['findings'];

/** Which findings came, went, or say something else now; the most important first. */
export function compareFindings(before: readonly FindingChange[], after: readonly FindingChange[]): Findings {
  const known = new Map(before.map((finding) => [finding.identity, finding]));
  const opened: FindingChange[] = [];
  const changed: Findings['changed'][number][] = [];
  for (const finding of after) {
    const old = known.get(finding.identity);
    known.delete(finding.identity);
    if (old === undefined) opened.push(finding);
    else if (old.title !== finding.title) changed.push({ before: old, after: finding });
  }
  return {
    opened: opened.sort(byImportance),
    closed: [...known.values()].sort(byImportance),
    changed: changed.sort((a, b) => byImportance(a.after, b.after)),
  };
}

function byImportance(a: FindingChange, b: FindingChange): number {
  return b.importance - a.importance || (a.identity < b.identity ? -1 : 1);
}
