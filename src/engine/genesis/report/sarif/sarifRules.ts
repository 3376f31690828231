import type { Finding } from '../../../../shared/genesis';
import { cweOf } from './cweTaxonomy';

/** Of GitHub's scale, from 0 to 10: critical from 9.0, high from 7.0, medium from 4.0. */
const severityOf: Readonly<Record<number, string>> = { 5: '9.5', 4: '8.0', 3: '5.5', 2: '3.0', 1: '1.0' };

export const levelOf = (importance: number): 'error' | 'warning' | 'note' =>
  importance >= 4 ? 'error' : importance === 3 ? 'warning' : 'note';

/** What a finding says without its list of places. */
function helpOf(content: string): string {
  const paragraphs = content.split('\n\n').filter((part) => !/^(?:- |> )/.test(part));
  return paragraphs.join('\n\n').slice(0, 4_000);
}

const plain = (markdown: string): string => markdown.replace(/\\([\\`*_{}[\]<>#|~!&])/g, '$1').replace(/\*\*|`/g, '');

/** Each rule once, described by the most important finding that it made. */
export function sarifRules(findings: readonly Finding[]) {
  const byRule = new Map<string, Finding>();
  for (const finding of findings) {
    const known = byRule.get(finding.rule);
    if (known === undefined || known.importance < finding.importance) byRule.set(finding.rule, finding);
  }
  return [...byRule.values()].sort((a, b) => (a.rule < b.rule ? -1 : 1)).map(ruleOf);
}

/** Of GitHub's scale. */
function precisionOf(confidence: number): 'very-high' | 'high' | 'medium' | 'low' {
  if (confidence >= 0.85) return confidence >= 0.95 ? 'very-high' : 'high';
  return confidence >= 0.6 ? 'medium' : 'low';
}

function ruleOf(finding: Finding) {
  const help = helpOf(finding.content);
  const cwe = cweOf(finding);
  const security = finding.layer === 'security';
  return {
    id: finding.rule,
    name: finding.rule.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_all, first: string) => first.toUpperCase()),
    shortDescription: { text: plain(help.split('\n\n')[0] ?? '') || finding.title },
    fullDescription: { text: plain(help) || finding.title },
    help: { text: plain(help) || finding.title, markdown: help || finding.title },
    defaultConfiguration: { level: levelOf(finding.importance) },
    properties: {
      tags: tagsOf(finding),
      precision: precisionOf(finding.confidence),
      ...(security ? { 'security-severity': severityOf[finding.importance] ?? '5.0' } : {}),
    },
    ...(cwe === undefined
      ? {}
      : { relationships: [{ target: { id: cwe, toolComponent: { name: 'CWE' } }, kinds: ['superset'] }] }),
  };
}

/** Code scanning services group by tags of this form. */
function tagsOf(finding: Finding): string[] {
  const cwe = cweOf(finding);
  const own = [...new Set([finding.layer, ...finding.tags])];
  return cwe === undefined ? own : [...own, `external/cwe/cwe-${cwe}`];
}
