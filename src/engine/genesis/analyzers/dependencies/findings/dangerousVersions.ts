import { markdownCode } from '../../../markdownText';
import type { FindingDraft, Report } from '../../../scanModel';
import { type NotoriousVersion, notoriousAsOf } from '../data/notoriousVersions';
import { DeclaredVersions } from '../inventory/declaredVersion';
import type { DependencySet } from '../inventory/dependencySet';
import { groupBy } from '../text/groupBy';
import type { PackageUsage } from '../usage/packageUsage';
import { maliciousFor, notoriousFor, type PackageUse, packageUses } from './knownBad';
import { evidenceList, firstNames, lockedEvidence, named, shortTitle } from './lists';

const weight = { critical: 3, high: 2, moderate: 1 } as const;
const source = `From a short list of our own, as of ${notoriousAsOf}; it is no full advisory check.`;

interface Hit {
  readonly use: PackageUse;
  readonly row: NotoriousVersion;
}

/** What only tests import is used in development, wherever the manifest has it. */
const withoutTests = (use: PackageUse, usage: PackageUsage): PackageUse => {
  if (use.instance?.ecosystem !== 'npm' || use.runtime !== true) return use;
  const sites = usage.sitesOf('npm', [use.name]);
  return sites.length > 0 && sites.every(({ file }) => file.role === 'test') ? { ...use, runtime: false } : use;
};

export function reportDangerousVersions(set: DependencySet, usage: PackageUsage, report: Report): void {
  const uses = packageUses(set).map((use) => withoutTests(use, usage));
  const versions = new DeclaredVersions(set.files);
  const hits = uses.flatMap((use): Hit[] => {
    const row = notoriousFor(use);
    return row === undefined ? [] : [{ use, row }];
  });
  reportMalicious(uses, versions, report);
  const direct = [
    ...groupBy(
      hits.filter((hit) => hit.use.direct),
      (hit) => hit.use.id,
    ).values(),
  ];
  const telling = direct
    .filter((group) => group.some((hit) => hit.use.runtime === true))
    .sort((a, b) => rank(b) - rank(a));
  for (const group of telling.slice(0, 6)) reportOne(group, versions, report);
  const told = new Set(telling.slice(0, 6).flatMap((group) => group.map(({ use }) => `${use.id} ${use.version}`)));
  const others = hits.filter(
    ({ use }) => (use.runtime !== true || !use.direct) && !told.has(`${use.id} ${use.version}`),
  );
  const rest = [...telling.slice(6).flat(), ...others];
  reportRest(rest, versions, report);
}

function rank(group: readonly Hit[]): number {
  return Math.max(...group.map((hit) => weight[hit.row.severity]));
}

function fixedIn(row: NotoriousVersion): string {
  const fixes = row.affected.map(([, fixed]) => fixed).filter((fixed) => fixed !== '999');
  return fixes.length === 0 ? 'There is no fixed version: replace it.' : `Fixed in ${fixes.join(', ')}.`;
}

function reportOne(group: readonly Hit[], versions: DeclaredVersions, report: Report): void {
  const [first] = group;
  if (first === undefined) return;
  const { use, row } = first;
  const same = group.filter((hit) => hit.use.version === use.version);
  const others = [...new Set(group.map((hit) => hit.use.version))].filter((version) => version !== use.version);
  const also =
    others.length === 0 ? '' : ` So ${others.length === 1 ? 'is' : 'are'} ${named(others)} in other manifests.`;
  const draft: FindingDraft = {
    layer: 'security',
    rule: 'dependencies/notorious-version',
    key: use.id,
    title: shortTitle(`${use.name} ${use.version} has ${row.id}: ${row.what}`),
    content: `${markdownCode(use.name)} ${markdownCode(use.version, 40)} is affected by ${row.id} (${row.severity}): ${row.what}. ${fixedIn(row)}${also}\n\n${source}`,
    importance: row.severity === 'critical' ? 5 : row.severity === 'high' ? 4 : 3,
    confidence: 0.95,
    tags: ['vulnerable-dependency', row.id.split(' ')[0] ?? row.id, row.cwe, 'OWASP-A06'],
    // Each line that is cited shows the version that is told.
    evidence: evidenceList(same.flatMap((hit) => placesOf(hit.use, versions))),
  };
  report.finding(draft);
}

/** The manifest's line, then that of the lock file, else those to which the manifest leaves the version. */
function placesOf(use: PackageUse, versions: DeclaredVersions): FindingDraft['evidence'][number][] {
  const { instance } = use;
  if (instance === undefined) return [use.evidence];
  if (instance.locked === undefined || instance.lock === undefined)
    return [use.evidence, ...versions.placesOf(instance.manifest, instance.requirement)];
  return [use.evidence, lockedEvidence(instance.lock, instance.locked)];
}

function reportRest(hits: readonly Hit[], versions: DeclaredVersions, report: Report): void {
  const groups = [...groupBy(hits, (hit) => `${hit.use.id} ${hit.use.version}`).values()]
    .filter((group) => group.some((hit) => hit.use.runtime !== false || hit.row.severity === 'critical'))
    .sort((a, b) => Number(b[0]?.use.runtime === true) - Number(a[0]?.use.runtime === true) || rank(b) - rank(a));
  if (groups.length === 0) return;
  const runtime = groups.some((group) => group.some((hit) => hit.use.runtime === true));
  const name = (group: readonly Hit[]): string => `${group[0]?.use.name ?? ''} ${group[0]?.use.version ?? ''}`;
  report.finding({
    layer: 'security',
    rule: 'dependencies/notorious-transitive',
    key: 'transitive',
    title: shortTitle(
      `Locked ${groups.length === 1 ? 'package' : 'packages'} with widely known weaknesses: ${firstNames(groups.map(name), 3)}`,
    ),
    content: [
      '| Package | Used | Weakness | Fixed in |',
      '|---|---|---|---|',
      ...groups.slice(0, 20).flatMap(([hit]) => (hit === undefined ? [] : [tableRow(hit)])),
      '',
      ...(groups.length > 20 ? [`And ${groups.length - 20} more.`] : []),
      `${groups.some(([hit]) => hit?.use.direct === false) ? 'What comes with another package is fixed by updating that one, or by an override. ' : ''}${source}`,
    ].join('\n'),
    importance: runtime ? 3 : 2,
    confidence: 0.9,
    tags: ['vulnerable-dependency', 'transitive', 'OWASP-A06'],
    evidence: evidenceList(groups.flatMap((group) => group.flatMap((hit) => placesOf(hit.use, versions)))),
  });
}

function tableRow({ use, row }: Hit): string {
  const fixes = row.affected.map(([, fixed]) => (fixed === '999' ? 'none' : fixed)).join(', ');
  return `| ${markdownCode(`${use.name} ${use.version}`)} | ${use.runtime === true ? 'at runtime' : use.runtime === false ? 'in development' : 'not said'} | ${row.what} (${row.id}) | ${fixes} |`;
}

function reportMalicious(uses: readonly PackageUse[], versions: DeclaredVersions, report: Report): void {
  for (const use of uses) {
    const row = maliciousFor(use);
    if (row === undefined) continue;
    const isSabotage = /\bby its author\b/.test(row.what);
    report.finding({
      layer: 'security',
      rule: 'dependencies/malicious-version',
      key: `${use.id} ${use.version}`,
      title: `${use.name} ${use.version} is a release ${isSabotage ? 'that its author broke' : "with an attacker's code in it"}`,
      content: `This release of ${markdownCode(use.name)}: ${row.what}. Change the version${isSabotage ? '' : ', and treat every machine that installed it as compromised'}.\n\n${source}`,
      importance: 5,
      confidence: 0.95,
      tags: ['supply-chain', 'malware', 'CWE-506', 'OWASP-A08'],
      evidence: placesOf(use, versions),
    });
  }
}
