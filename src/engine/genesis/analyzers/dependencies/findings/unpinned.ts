import { markdownCode } from '../../../markdownText';
import type { Report } from '../../../scanModel';
import type { DependencySet, DirectDependency } from '../inventory/dependencySet';
import { groupBy } from '../text/groupBy';
import { counted, evidenceList, evidenceOf, hasCompiled, isOfProduct, named, plainNames } from './lists';

/** Versions that say "whatever is newest", where no lock file holds them. */
export function reportUnpinned(set: DependencySet, report: Report): void {
  const candidates = set.direct.filter(
    (one) => isOfProduct(one.manifest) && canFloat(one) && !hasCompiled(set, one.manifest),
  );
  for (const [manifest, all] of groupBy(candidates, (one) => one.manifest)) {
    const open = all.filter((one) => one.lock === undefined && isOpen(one));
    if (open.length === 0) continue;
    report.finding({
      layer: 'dependencies',
      rule: 'dependencies/unpinned',
      key: manifest.path,
      title: `${open.length} of ${counted(all.length, 'dependency', 'dependencies')} in ${manifest.path} take any version`,
      content: `${named(
        open.map((one) => one.name),
        12,
      )} ${open.length === 1 ? 'names' : 'name'} no version (or \`*\`, \`latest\`) and no lock file holds ${open.length === 1 ? 'it' : 'them'}: every install takes the newest release, breaking ones included.`,
      importance: open.length > 2 ? 3 : 2,
      confidence: 0.95,
      tags: ['versions', 'reproducible-builds'],
      evidence: evidenceList(open.map(evidenceOf)),
    });
  }
}

/** Maven, Gradle and NuGet leave a version out because a parent or a central file gives it. */
function canFloat(one: DirectDependency): boolean {
  const { requirement, ecosystem } = one;
  return (
    requirement.source === undefined &&
    requirement.alias === undefined &&
    requirement.plugin !== true &&
    requirement.scope !== 'peer' &&
    requirement.scope !== 'build' &&
    !['maven', 'nuget', 'golang'].includes(ecosystem) &&
    // A gem, and a library's own metadata, leave the choice to whoever installs.
    !['gemspec', 'setup.py', 'setup.cfg'].includes(one.manifest.facts.format) &&
    !(one.manifest.facts.format === 'pyproject.toml' && one.manifest.facts.isLibrary === true)
  );
}

function isOpen(one: DirectDependency): boolean {
  return /^(|\*|x|latest|>=\s?0(\.0)*)$/i.test(one.declared.trim());
}

/** Packages from a git branch or a bare address change without a new version. */
export function reportUnusualSources(set: DependencySet, report: Report): void {
  const floating = set.direct.filter(
    (one) =>
      isOfProduct(one.manifest) &&
      (one.requirement.source?.kind === 'git' || one.requirement.source?.kind === 'url') &&
      one.requirement.source.pinned !== true,
  );
  if (floating.length === 0) return;
  const unlocked = floating.filter((one) => one.lock === undefined);
  report.finding({
    layer: 'dependencies',
    rule: 'dependencies/unpinned-source',
    key: 'sources',
    title: `${plainNames(floating.map((one) => one.name))} ${floating.length === 1 ? 'comes' : 'come'} from a repository without a fixed commit`,
    content: [
      ...floating
        .slice(0, 15)
        .map((one) => `- ${markdownCode(one.name)} from ${markdownCode(one.requirement.source?.location ?? '', 120)}`),
      '',
      unlocked.length === 0
        ? 'The lock file holds the commit until the next update; name a tag or commit so that an update is a decision.'
        : 'Whoever can push there changes what is installed here. Name a tag or commit.',
    ].join('\n'),
    importance: unlocked.length > 0 ? 3 : 2,
    confidence: 0.95,
    tags: ['supply-chain', 'versions'],
    evidence: evidenceList(floating.map(evidenceOf)),
  });
}
