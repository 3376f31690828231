import { markdownCode } from '../../../markdownText';
import type { Report } from '../../../scanModel';
import { unmaintainedAsOf, unmaintainedPackages } from '../data/unmaintainedPackages';
import type { DependencySet } from '../inventory/dependencySet';
import { groupBy } from '../text/groupBy';
import { packageUses } from './knownBad';
import { evidenceList, firstNames, shortTitle } from './lists';

const byId = new Map(unmaintainedPackages.map((row) => [row.package, row]));

/** Direct dependencies that their own makers have given up. */
export function reportUnmaintained(set: DependencySet, report: Report): void {
  const hits = packageUses(set).flatMap((use) => {
    const row = use.direct ? byId.get(use.id) : undefined;
    return row === undefined ? [] : [{ use, row }];
  });
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
      ...groups.flatMap(([hit]) =>
        hit === undefined ? [] : [`- ${markdownCode(hit.use.name)}: ${hit.row.why}; now ${hit.row.instead}`],
      ),
      '',
      `From a list of our own, as of ${unmaintainedAsOf}.`,
    ].join('\n'),
    importance: runtime ? 3 : 2,
    confidence: 0.9,
    tags: ['unmaintained', 'maintenance'],
    evidence: evidenceList(hits.map((hit) => hit.use.evidence)),
  });
}
