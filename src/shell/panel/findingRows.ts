import type { Finding } from '../../shared/genesis';
import type { FindingRow, HostMessage } from '../../shared/panelMessages';

function findingRow(finding: Finding): FindingRow {
  const { id, layer, title, importance, files, tags, rule, confidence } = finding;
  const first = finding.evidence[0];
  // The evidence leads: its file comes first, so that a row names the place that its line is in.
  const ordered = first ? [first.path, ...files.filter((file) => file !== first.path)] : files;
  return { id, layer, title, importance, files: ordered, tags, rule, confidence, line: first?.startLine ?? null };
}

const SLICE = 1000;

/** The list in messages small enough that packing one never holds up the host for long. */
export function* findingMessages(findings: readonly Finding[]): Generator<HostMessage> {
  const total = findings.length;
  for (let start = 0; start === 0 || start < total; start += SLICE)
    yield { type: 'findings', start, total, rows: findings.slice(start, start + SLICE).map(findingRow) };
}
