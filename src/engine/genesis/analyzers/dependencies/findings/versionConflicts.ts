import { markdownCode } from '../../../markdownText';
import type { Report } from '../../../scanModel';
import type { DependencySet, DirectDependency } from '../inventory/dependencySet';
import { groupBy } from '../text/groupBy';
import { versionNumbers } from '../versions/version';
import { evidenceList, evidenceOf, isOfProduct, plainNames } from './lists';

/** Tools that install one package several times over; elsewhere one version wins, or each manifest stands for itself. */
const installsBoth: ReadonlySet<string> = new Set(['npm', 'cargo']);

/** One package that two manifests below one lock file use in different major versions. */
export function reportVersionConflicts(set: DependencySet, report: Report): void {
  const candidates = set.direct.filter(
    (one) =>
      isOfProduct(one.manifest) &&
      installsBoth.has(one.ecosystem) &&
      one.lock !== undefined &&
      one.requirement.scope !== 'peer' &&
      one.requirement.plugin !== true &&
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
  const runtime = conflicts.some(({ uses }) => uses.some((one) => one.requirement.scope === 'runtime'));
  report.finding({
    layer: 'dependencies',
    rule: 'dependencies/version-conflict',
    key: 'majors',
    title: `Packages of this repository disagree on ${plainNames(
      conflicts.map((one) => `${one.name} (${one.majors.join(', ')})`),
      2,
    )}`,
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
      'Types and objects of two major versions do not mix, and both are installed.',
    ].join('\n'),
    importance: runtime ? 3 : 2,
    confidence: 0.9,
    tags: ['versions', 'monorepo'],
    evidence: evidenceList(conflicts.flatMap(({ uses }) => uses.map(evidenceOf))),
  });
}

/** Below 1.0 the second number is what breaks. Go puts the major version into the name. */
function majorOf(one: DirectDependency): string | undefined {
  const numbers = versionNumbers(one.version.replace(/^[\^~<>=!\s]+/, ''));
  if (numbers === undefined || /[<>|,]/.test(one.version) || one.ecosystem === 'golang') return undefined;
  const [major = 0, minor = 0] = numbers;
  return major > 0 ? String(major) : `0.${minor}`;
}
