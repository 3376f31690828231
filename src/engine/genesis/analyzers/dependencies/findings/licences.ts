import type { Evidence } from '../../../../../shared/genesis';
import type { Dependency } from '../../../../../shared/inventory';
import { markdownCode } from '../../../markdownText';
import type { Report } from '../../../scanModel';
import type { DependencySet } from '../inventory/dependencySet';
import { lookupName } from '../inventory/manifestSet';
import { evidenceList, firstNames, lineEvidence, lockedEvidence, shortTitle } from './lists';

/** Licences that ask something of whoever ships or serves the whole. LGPL and MPL bind the library alone. */
const strong = /^(AGPL|GPL|SSPL|OSL|EUPL|CC-BY-NC|CC-BY-SA|BUSL|Elastic|Commons-Clause)/i;

/** A choice (`MIT OR GPL-3.0`) is copyleft only where every branch is. */
function isCopyleft(expression: string): boolean {
  const branches = expression.replaceAll(/[()]/g, ' ').split(/\bOR\b|\//i);
  return branches.every((branch) => branch.split(/\bAND\b/i).some((part) => strong.test(part.trim())));
}

export function reportLicences(dependencies: readonly Dependency[], set: DependencySet, report: Report): void {
  if (set.files.manifests.some(({ folder, facts }) => folder === '' && isCopyleft(facts.license ?? ''))) return;
  const found = dependencies.filter(
    (one) => one.license !== undefined && one.scope === 'runtime' && isCopyleft(one.license) && one.line !== undefined,
  );
  if (found.length === 0) return;
  const distinct = [...new Map(found.map((one) => [one.name, one])).values()];
  report.finding({
    layer: 'dependencies',
    rule: 'dependencies/copyleft',
    key: 'copyleft',
    title: shortTitle(
      `Runtime ${distinct.length === 1 ? 'dependency' : 'dependencies'} with a strong copyleft licence: ${firstNames(
        distinct.map((one) => one.name),
        3,
      )}`,
    ),
    content: [
      ...distinct
        .slice(0, 15)
        .map(
          (one) =>
            `- ${markdownCode(one.name)} ${markdownCode(one.version, 40)}: ${markdownCode(one.license ?? '', 60)}${one.direct ? '' : ', not asked for directly'}`,
        ),
      '',
      'As the lock file states it. Whether it binds this project depends on how it is shipped; that is a question for whoever decides on licences.',
    ].join('\n'),
    importance: 3,
    confidence: 0.9,
    tags: ['licence', 'copyleft'],
    evidence: evidenceList(
      found.flatMap((one) => [lineEvidence(one.manifest, one.line ?? 1), ...licenceLines(one, set)]),
    ),
  });
}

/** As far below its version a lock file of npm, or of Composer, says the licence of a package. */
const linesToLicence = 60;

function licenceLines({ ecosystem, name, version, license }: Dependency, { files }: DependencySet): Evidence[] {
  for (const lock of files.locks) {
    if (lock.facts.ecosystem !== ecosystem) continue;
    const held = lock.byName.get(lookupName(lock.facts.ecosystem, name)) ?? [];
    const entry = held.find((one) => one.version === version && one.license === license);
    if (entry !== undefined) return [lockedEvidence(lock, entry, linesToLicence)];
  }
  return [];
}
