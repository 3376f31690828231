import type { Evidence } from '../../../../../shared/genesis';
import { markdownCode } from '../../../markdownText';
import type { Report } from '../../../scanModel';
import { unmaintainedAsOf, unmaintainedPackages } from '../data/unmaintainedPackages';
import type { DependencySet } from '../inventory/dependencySet';
import { groupBy } from '../text/groupBy';
import { type PackageUse, packageUses } from './knownBad';
import { evidenceList, firstNames, lineEvidence, shortTitle } from './lists';

const byId = new Map(unmaintainedPackages.map((row) => [row.package, row]));

interface Hit {
  readonly use: PackageUse;
  /** Why it is told, and what to take. */
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly isListed: boolean;
}

/** By our own list, else by what the lock file says of the package. */
function hitOf(use: PackageUse): Hit | undefined {
  const row = byId.get(use.id);
  if (row !== undefined)
    return { use, text: `${row.why}; now ${row.instead}`, evidence: [use.evidence], isListed: true };
  const { lock, locked } = use.instance ?? {};
  if (lock === undefined || locked?.abandoned === undefined) return undefined;
  const { line, instead } = locked.abandoned;
  const now = instead === undefined ? '' : `; now ${markdownCode(instead)}`;
  return {
    use,
    text: `marked as abandoned in ${markdownCode(lock.path)}${now}`,
    evidence: [use.evidence, lineEvidence(lock.path, line)],
    isListed: false,
  };
}

/** Direct dependencies that their own makers have given up. */
export function reportUnmaintained(set: DependencySet, report: Report): void {
  const hits = packageUses(set).flatMap((use) => (use.direct ? (hitOf(use) ?? []) : []));
  const groups = [...groupBy(hits, (hit) => hit.use.id).values()];
  if (groups.length === 0) return;
  const runtime = hits.some((hit) => hit.use.runtime);
  report.finding({
    layer: 'dependencies',
    rule: 'dependencies/unmaintained',
    key: 'unmaintained',
    title: shortTitle(
      `Direct ${groups.length === 1 ? 'dependency that is' : 'dependencies that are'} no longer maintained: ${firstNames(
        groups.map((group) => group[0]?.use.name ?? ''),
        3,
      )}`,
    ),
    content: [
      ...groups.flatMap(([hit]) => (hit === undefined ? [] : [`- ${markdownCode(hit.use.name)}: ${hit.text}`])),
      ...(hits.some(({ isListed }) => isListed) ? ['', sourceOf(hits)] : []),
    ].join('\n'),
    importance: runtime ? 3 : 2,
    confidence: 0.9,
    tags: ['unmaintained', 'maintenance'],
    evidence: evidenceList(hits.flatMap((hit) => hit.evidence)),
  });
}

const sourceOf = (hits: readonly Hit[]): string =>
  hits.every(({ isListed }) => isListed)
    ? `From a list of our own, as of ${unmaintainedAsOf}.`
    : `The others are from a list of our own, as of ${unmaintainedAsOf}.`;
