import type { Evidence, Finding, IgnoredFinding } from '../../../../shared/genesis';
import { cweOf } from './cweTaxonomy';
import { levelOf } from './sarifRules';

/**
 * One result a place where places have marks of their own, so that each is opened, closed and ignored by itself;
 * otherwise one for the finding, with its further places beside the first.
 */
export function sarifResult(finding: Finding | IgnoredFinding, ruleIndex: number) {
  const marked = finding.evidence.every((place) => place.fingerprint !== undefined);
  const groups = marked ? finding.evidence.map((place) => [place]) : [finding.evidence];
  return groups.map((places) => resultOf(finding, ruleIndex, places));
}

function resultOf(finding: Finding | IgnoredFinding, ruleIndex: number, places: readonly Evidence[]) {
  const cwe = cweOf(finding);
  const [first, ...others] = places;
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levelOf(finding.importance),
    message: { text: finding.title },
    locations: first === undefined ? [] : [locationOf(first)],
    ...(others.length > 0 ? { relatedLocations: others.map((place, id) => ({ id, ...locationOf(place) })) } : {}),
    partialFingerprints: fingerprintsOf(finding, first),
    rank: Math.round(finding.confidence * 100),
    ...(cwe === undefined ? {} : { taxa: [{ id: cwe, toolComponent: { name: 'CWE' } }] }),
    ...suppressionsOf(finding),
  };
}

function fingerprintsOf(finding: Finding, place: Evidence | undefined): Record<string, string> {
  const own = place?.fingerprint ?? finding.fingerprint;
  return own === undefined ? {} : { 'contoxPlace/v1': place?.fingerprint ? `${place.path}:${own}` : own };
}

function locationOf({ path, startLine, endLine }: Evidence) {
  return {
    physicalLocation: {
      // Names may hold anything; a URI may not.
      artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' },
      region: { startLine, endLine },
    },
  };
}

function suppressionsOf(finding: Finding | IgnoredFinding) {
  if (!('ignored' in finding)) return {};
  const { reason, expiresAt } = finding.ignored;
  const properties = expiresAt === null ? {} : { properties: { expires: expiresAt } };
  return { suppressions: [{ kind: 'external', status: 'accepted', justification: reason, ...properties }] };
}
