import { type Finding, type FindingLayer, findingLayers, type ScanResults } from '../../shared/genesis';
import type { Inventory } from '../../shared/inventory';
import { plainText } from '../plainText';

const layerNames: Readonly<Record<FindingLayer, string>> = {
  product: 'Product',
  architecture: 'Architecture',
  dependencies: 'Dependencies',
  conventions: 'Conventions',
  dataModel: 'Data model',
  entryPoints: 'Entry points',
  security: 'Security',
};

/** The results of a scan for people: one screen, or a few. */
export function scanReport(results: ScanResults, inventory: Inventory): string {
  const lines = [
    headline(results),
    ...list('Languages', languages(results)),
    ...list(
      'Stack',
      results.techStack.map(({ name, version }) => (version === '' ? name : `${name} ${version}`)),
    ),
    ...list('Counts', counts(inventory)),
    ...findingLayers.flatMap((layer) => layerLines(layer, results.findings)),
    ...ignoredLines(results),
    ...skippedLines(results),
  ];
  return `${plainText(lines.join('\n'))}\n`;
}

function headline({ scan, summary }: ScanResults): string {
  const place = scan.branch === null ? '' : ` on ${scan.branch}`;
  const commit = scan.commit === null ? '' : ` at ${scan.commit.slice(0, 7)}`;
  const { filesAnalyzed, totalFindings, scanDuration } = summary;
  return `${filesAnalyzed} files${place}${commit}, ${totalFindings} findings, ${scanDuration.toFixed(1)} s`;
}

function languages({ overview }: ScanResults): string[] {
  const total = overview.languages.reduce((sum, share) => sum + share.bytes, 0);
  return overview.languages
    .filter((share) => share.bytes >= total / 100)
    .map((share) => `${share.language} ${Math.round((100 * share.bytes) / total)} %`);
}

function counts(inventory: Inventory): string[] {
  return Object.entries(inventory).flatMap(([name, rows]: [string, readonly unknown[]]) =>
    rows.length === 0 ? [] : [`${rows.length} ${name}`],
  );
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${title}: ${items.join(', ')}`];
}

function layerLines(layer: FindingLayer, findings: readonly Finding[]): string[] {
  const own = findings.filter((finding) => finding.layer === layer);
  if (own.length === 0) return [];
  return ['', `${layerNames[layer]} (${own.length})`, ...own.flatMap(findingLines)];
}

function ignoredLines({ ignored = [] }: ScanResults): string[] {
  if (ignored.length === 0) return [];
  const lines = ignored.map(({ title, ignored: { reason, expiresAt } }) => {
    return `  ${title}: ${reason}${expiresAt === null ? '' : ` (until ${expiresAt})`}`;
  });
  return ['', `Ignored (${ignored.length})`, ...lines];
}

function findingLines(finding: Finding): string[] {
  const [first] = finding.evidence;
  const more = finding.evidence.length > 1 ? ` and ${finding.evidence.length - 1} more` : '';
  const place = first === undefined ? [] : [`      ${first.path}:${first.startLine}${more}`];
  return [`  ${finding.importance}/5 ${finding.title}`, ...place];
}

function skippedLines({ overview }: ScanResults): string[] {
  const reasons = Object.entries(overview.skipped).map(([reason, count]) => `${count} ${reason}`);
  const problems = overview.problems
    .slice(0, 10)
    .map(({ path, message }) => `  ${path === '' ? '' : `${path}: `}${message}`);
  return [
    ...(reasons.length === 0 ? [] : ['', `Left out: ${reasons.join(', ')}`]),
    ...(problems.length === 0 ? [] : ['', `Problems (${overview.problems.length})`, ...problems]),
  ];
}
