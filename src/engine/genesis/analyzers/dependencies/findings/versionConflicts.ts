import type { Evidence } from '../../../../../shared/genesis';
import { markdownCode } from '../../../markdownText';
import type { Report } from '../../../scanModel';
import type { DependencySet, DirectDependency } from '../inventory/dependencySet';
import { groupBy } from '../text/groupBy';
import { versionNumbers } from '../versions/version';
import { evidenceList, evidenceOf, isOfProduct, lockedEvidence, plainNames, shortTitle } from './lists';

/** Tools that install one package several times over; elsewhere one version wins, or each manifest stands for itself. */
const installsBoth: ReadonlySet<string> = new Set(['npm', 'cargo']);

/** One package that runs with two manifests below one lock file in different major versions. */
export function reportVersionConflicts(set: DependencySet, report: Report): void {
  const candidates = set.direct.filter(
    (one) =>
      isOfProduct(one.manifest) &&
      installsBoth.has(one.ecosystem) &&
      one.lock !== undefined &&
      one.requirement.scope === 'runtime' &&
      one.requirement.plugin !== true &&
      !isRenamed(one) &&
      isResolved(one) &&
      majorOf(one) !== undefined,
  );
  const conflicts: { name: string; uses: DirectDependency[]; majors: string[] }[] = [];
  for (const uses of groupBy(candidates, (one) => `${one.lock?.path} ${one.name}`).values()) {
    const majors = [...new Set(uses.map((one) => majorOf(one) ?? ''))];
    const first = uses[0];
    if (majors.length > 1 && first !== undefined && new Set(uses.map((one) => one.manifest.path)).size > 1)
      conflicts.push({ name: first.name, uses, majors });
  }
  if (conflicts.length === 0) return;
  report.finding({
    layer: 'dependencies',
    rule: 'dependencies/version-conflict',
    key: 'majors',
    title: shortTitle(
      `Manifests that share a lock file need different major versions at run time: ${plainNames(
        conflicts.map((one) => `${one.name} (${one.majors.join(', ')})`),
        2,
      )}`,
    ),
    content: [
      '| Package | Version | Asked for by |',
      '|---|---|---|',
      ...conflicts.slice(0, 12).flatMap(({ name, uses }) =>
        [...groupBy(uses, (one) => one.version)].map(
          ([version, own]) =>
            `| ${markdownCode(name)} | ${markdownCode(version, 40)} | ${own
              .slice(0, 4)
              .map((one) => markdownCode(one.manifest.path))
              .join(', ')} |`,
        ),
      ),
      '',
      'Compared is what is needed at run time. The lock file holds each of these versions, as far as the manifests ask for them.',
    ].join('\n'),
    importance: 3,
    confidence: 0.9,
    tags: ['versions', 'monorepo'],
    evidence: evidenceList(conflicts.flatMap(({ uses }) => uses.flatMap(placesOf))),
  });
}

/** A package that is asked for by another name is meant to stand beside its other version. */
const isRenamed = ({ requirement, name }: DirectDependency): boolean =>
  requirement.isRenamed === true || (requirement.alias?.startsWith('workspace:') === true && requirement.name !== name);

/** Where the lock file says which of its versions a manifest's own folder or range leads to; a guess says nothing. */
function isResolved({ lock, locked, manifest, declared }: DirectDependency): boolean {
  if (lock === undefined || locked === undefined) return false;
  if (lock.facts.format === 'Cargo.lock') return true;
  const folder = lock.folder === '' ? manifest.folder : manifest.folder.slice(lock.folder.length + 1);
  return [declared, `dir:${folder}`, 'dir:'].some((key) => locked.asked?.includes(key));
}

/** One use of each version, with the line of the lock file that holds it. */
function placesOf(one: DirectDependency): Evidence[] {
  const held = one.lock !== undefined && one.locked !== undefined ? [lockedEvidence(one.lock, one.locked)] : [];
  return [evidenceOf(one), ...held];
}

/** Below 1.0 the second number is what breaks. Go puts the major version into the name. */
function majorOf(one: DirectDependency): string | undefined {
  const numbers = versionNumbers(one.version.replace(/^[\^~<>=!\s]+/, ''));
  if (numbers === undefined || /[<>|,]/.test(one.version) || one.ecosystem === 'golang') return undefined;
  const [major = 0, minor = 0] = numbers;
  return major > 0 ? String(major) : `0.${minor}`;
}
