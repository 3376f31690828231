import { markdownText } from '../../../engine/genesis/markdownText';
import type { Finding } from '../../../shared/genesis';
import { importanceName, layerNames } from '../../words/findingWords';
import type { FindingValue } from './findingRows';
import { placeOf } from './findingRows';

const longest = 1500;

/** What the pointer shows over a row of the Findings view. */
export function findingTooltip(value: FindingValue): string {
  if (value.kind === 'group') return markdownText(value.group.file ?? value.group.label);
  if (value.kind === 'evidence') return `Open ${markdownText(placeOf(value.evidence))}`;
  const { finding } = value;
  const content = finding.content.length > longest ? `${finding.content.slice(0, longest)}…` : finding.content;
  const facts = [
    `${importanceName(finding.importance)} importance`,
    layerNames[finding.layer],
    `rule ${markdownText(finding.rule)}`,
    `confidence ${Math.round(finding.confidence * 100)} %`,
  ];
  return `**${markdownText(finding.title)}**\n\n${withoutImages(content)}\n\n---\n\n${facts.join(' · ')}`;
}

/** A hover would load a picture from wherever the text says; nothing is to be fetched on behalf of a repository. */
function withoutImages(markdown: string): string {
  return markdown.replaceAll('![', '!\\[');
}

/** A finding as text for an agent's prompt: what is true, where it can be seen, and where the statement comes from. */
export function findingForAgent(finding: Finding): string {
  const places = finding.evidence.map((evidence) => `- ${placeOf(evidence)}`);
  const lines = [
    `## ${finding.title}`,
    '',
    finding.content.trim(),
    '',
    ...(places.length > 0 ? ['Evidence:', ...places, ''] : []),
    `Layer: ${layerNames[finding.layer]}. Importance: ${finding.importance} of 5. Rule: ${finding.rule}.`,
  ];
  if (finding.tags.length > 0) lines.push(`Tags: ${finding.tags.join(', ')}.`);
  return `${lines.join('\n')}\n`;
}
