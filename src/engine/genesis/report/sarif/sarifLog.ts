import type { Finding, IgnoredFinding } from '../../../../shared/genesis';
import type { Reported } from '../exportText';
import { cweTaxonomy } from './cweTaxonomy';
import { sarifResult } from './sarifResult';
import { sarifRules } from './sarifRules';

/** The findings of a scan in SARIF 2.1.0 (OASIS), as code scanning services take them. */
export function sarifLog({ status, version, open, ignored }: Reported) {
  const all: readonly (Finding | IgnoredFinding)[] = [...open, ...ignored];
  const rules = sarifRules(all);
  const indexOf = new Map(rules.map((rule, index) => [rule.id, index]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Contox', version, semanticVersion: version, rules } },
        automationDetails: { id: 'contox/genesis/' },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The folder that was scanned.' } } },
        invocations: [
          {
            executionSuccessful: status.phase === 'complete',
            startTimeUtc: status.startedAt,
            ...(status.completedAt === null ? {} : { endTimeUtc: status.completedAt }),
          },
        ],
        ...(status.commit === null
          ? {}
          : { properties: { commit: status.commit, ...(status.branch === null ? {} : { branch: status.branch }) } }),
        taxonomies: cweTaxonomy(all),
        results: all.flatMap((finding) => sarifResult(finding, indexOf.get(finding.rule) ?? 0)),
      },
    ],
  };
}
