import type { IgnoreEntry } from '../../../../shared/findingReport';
import type { Evidence, Finding, IgnoredFinding } from '../../../../shared/genesis';
import { markdownText } from '../../markdownText';
import { fitsPath } from './pathGlob';

export interface Judged {
  readonly open: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
}

/** Tag of a finding that came back because the day of its entry has passed. */
export const expiredTag = 'ignore-expired';

/** A finding with so many places may have more that nobody has seen. */
const fullEvidence = 100;

/** Parts what somebody decided to leave from what is open. `today` is a day such as `2026-11-22`. */
export function applyIgnores(findings: readonly Finding[], entries: readonly IgnoreEntry[], today: string): Judged {
  const byRule = new Map<string, IgnoreEntry[]>();
  for (const entry of entries) byRule.set(entry.rule, [...(byRule.get(entry.rule) ?? []), entry]);
  if (byRule.size === 0) return { open: findings, ignored: [] };
  const open: Finding[] = [];
  const ignored: IgnoredFinding[] = [];
  for (const finding of findings) {
    const own = byRule.get(finding.rule) ?? [];
    const judged = own.length === 0 ? finding : judge(finding, own, today);
    if (isIgnored(judged)) ignored.push(judged);
    else open.push(judged);
  }
  return { open, ignored };
}

const isIgnored = (finding: Finding | IgnoredFinding): finding is IgnoredFinding => 'ignored' in finding;

function judge(finding: Finding, own: readonly IgnoreEntry[], today: string): Finding | IgnoredFinding {
  const current = own.filter((entry) => entry.expires === undefined || entry.expires >= today);
  const covering = finding.evidence.map((place) => current.find((entry) => covers(entry, finding, place)));
  const left = finding.evidence.filter((_place, index) => covering[index] === undefined);
  const gone = finding.evidence.length - left.length;
  const [first] = covering;
  if (left.length === 0 && gone > 0 && gone < fullEvidence && first !== undefined)
    return { ...finding, ignored: { reason: first.reason, expiresAt: first.expires ?? null } };
  const expired = own.find(
    (entry) => !current.includes(entry) && finding.evidence.some((place) => covers(entry, finding, place)),
  );
  const notes = [
    ...(gone > 0 ? [`> ${gone} of its ${finding.evidence.length} places are ignored.`] : []),
    ...(expired === undefined
      ? []
      : [`> It was ignored until ${expired.expires}: ${markdownText(expired.reason, 500)}`]),
  ];
  if (notes.length === 0) return finding;
  const evidence = left.length > 0 ? left : finding.evidence;
  return {
    ...finding,
    title: gone > 0 ? `${finding.title} (${gone} ignored)` : finding.title,
    content: finding.content === '' ? '' : `${notes.join('\n>\n')}\n\n${finding.content}`,
    tags: expired === undefined ? finding.tags : [...finding.tags, expiredTag],
    evidence,
    files: [...new Set(evidence.map((place) => place.path))],
  };
}

function covers(entry: IgnoreEntry, finding: Finding, place: Evidence): boolean {
  if (entry.fingerprint === undefined) return fitsPath(entry.path, place.path);
  if (place.fingerprint === undefined) return entry.fingerprint === finding.fingerprint;
  return entry.fingerprint === place.fingerprint && entry.path === place.path;
}

/** The entries that ignore a finding as it is now: one for each place, or one for the whole where places have no mark. */
export function entriesFor(finding: Finding, decision: Pick<IgnoreEntry, 'reason' | 'expires'>): IgnoreEntry[] {
  const { rule, title, evidence, fingerprint } = finding;
  const marked = evidence.filter((place) => place.fingerprint !== undefined);
  const [first] = evidence;
  const places =
    marked.length > 0 ? marked : first === undefined ? [] : [{ path: first.path, fingerprint: fingerprint }];
  return places.map((place) => ({
    rule,
    path: place.path,
    ...(place.fingerprint === undefined ? {} : { fingerprint: place.fingerprint }),
    reason: decision.reason,
    ...(decision.expires === undefined ? {} : { expires: decision.expires }),
    title: title.slice(0, 300),
  }));
}
