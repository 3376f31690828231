import type { Finding, IgnoredFinding } from '../../../shared/genesis';
import { markdownCode, markdownText } from '../markdownText';
import type { Reported } from './exportText';

const shownPlaces = 20;

/** The findings as one Markdown document, for a pull request or an issue. */
export function findingsMarkdown({ name, status, open, ignored }: Reported): string {
  const commit = status.commit === null ? '' : ` at ${markdownCode(status.commit.slice(0, 12))}`;
  const branch = status.branch === null ? '' : ` on ${markdownCode(status.branch)}`;
  const parts = [
    `# Findings of ${markdownText(name)}`,
    `${open.length} findings${branch}${commit}${ignored.length > 0 ? `; ${ignored.length} more are ignored` : ''}.`,
    ...open.map(section),
    ...(ignored.length > 0 ? ['## Ignored', ignored.map(ignoredLine).join('\n')] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function section(finding: Finding): string {
  const places = finding.evidence.slice(0, shownPlaces).map(({ path, startLine, endLine }) => {
    const lines = startLine === endLine ? `${startLine}` : `${startLine}-${endLine}`;
    return `- ${markdownCode(`${path}:${lines}`, 300)}`;
  });
  const head = `## ${markdownText(finding.title)}`;
  const facts = `${markdownCode(finding.rule)}, importance ${finding.importance} of 5, confidence ${Math.round(100 * finding.confidence)} %`;
  return [head, facts, finding.content.trim(), places.join('\n')].join('\n\n');
}

function ignoredLine({ title, rule, ignored: { reason, expiresAt } }: IgnoredFinding): string {
  const until = expiresAt === null ? '' : ` (until ${expiresAt})`;
  return `- ${markdownText(title)}, ${markdownCode(rule)}: ${markdownText(reason, 500)}${until}`;
}
