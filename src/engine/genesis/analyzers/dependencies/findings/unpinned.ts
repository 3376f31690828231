import { markdownCode } from '../../../markdownText';
import type { Report, ScanModel } from '../../../scanModel';
import type { DependencySet, DirectDependency } from '../inventory/dependencySet';
import type { Ecosystem } from '../manifestFacts';
import { groupBy } from '../text/groupBy';
import {
  counted,
  evidenceList,
  evidenceOf,
  hasCompiled,
  isHeldElsewhere,
  isOfProduct,
  named,
  plainNames,
  shortTitle,
} from './lists';
import { servesProduct } from './servedCode';

/** Packages of less than this of the code are those of tools beside it. */
const leastServed = 0.05;

/** Where a package of Python says what is installed with it. */
const declaring: ReadonlySet<string> = new Set(['pyproject.toml', 'setup.cfg', 'setup.py']);

/** Versions that say "whatever is newest", where no lock file holds them. */
export function reportUnpinned(model: ScanModel, set: DependencySet, report: Report): void {
  const isBuiltOf = (ecosystem: Ecosystem): boolean => servesProduct(model, new Set([ecosystem]), leastServed);
  const candidates = set.direct.filter(
    (one) =>
      isOfProduct(one.manifest) && canFloat(one) && !hasCompiled(set, one.manifest) && !isForDevelopers(set, one),
  );
  const served = new Map(
    [...new Set(candidates.map(({ ecosystem }) => ecosystem))].map((one) => [one, isBuiltOf(one)]),
  );
  const lists = [
    ...groupBy(
      candidates.filter(({ ecosystem }) => served.get(ecosystem) === true),
      (one) => one.manifest,
    ),
  ].flatMap(([manifest, all]) => {
    const open = all.filter((one) => one.lock === undefined && isOpen(one));
    return open.length === 0 || isHeldElsewhere(set, manifest) ? [] : [{ path: manifest.path, open }];
  });
  const [only, ...others] = lists.toSorted((a, b) => b.open.length - a.open.length);
  if (only === undefined) return;
  const all = lists.flatMap(({ open }) => open);
  const where = others.length === 0 ? only.path : `${lists.length} manifests`;
  const verb = all.length === 1 ? 'names' : 'name';
  const namesOf = (open: readonly DirectDependency[]): string =>
    named(
      open.map(({ name }) => name),
      12,
    );
  const why = `${verb} no version (or \`*\`, \`latest\`), and no lock file was found beside`;
  const risk = 'an install takes the newest release, breaking ones included.';
  report.finding({
    layer: 'dependencies',
    rule: 'dependencies/unpinned',
    key: others.length === 0 ? only.path : 'manifests',
    title: shortTitle(
      `${counted(all.length, 'runtime dependency', 'runtime dependencies')} in ${where} ${verb} no version`,
    ),
    content:
      others.length === 0
        ? `${namesOf(only.open)} ${why} ${markdownCode(only.path)}: ${risk}`
        : [
            ...[only, ...others].slice(0, 12).map(({ path, open }) => `- ${markdownCode(path)}: ${namesOf(open)}`),
            '',
            `Each ${why.replace(/^names?/, 'names')} the manifest: ${risk}`,
          ].join('\n'),
    importance: all.length > 2 ? 3 : 2,
    confidence: 0.95,
    tags: ['versions', 'reproducible-builds'],
    evidence: evidenceList([only, ...others].flatMap(({ open }) => open.map(evidenceOf))),
  });
}

/**
 * Where a package of Python declares beside it what it needs to run, the list of requirements is for those who develop it:
 * only what both of them name, extras among it, is needed at run time. A library that leaves the version open leaves it open in both.
 */
function isForDevelopers(set: DependencySet, { manifest, requirement }: DirectDependency): boolean {
  if (manifest.facts.format !== 'requirements.txt') return false;
  const declared = set.files.manifests
    .filter(({ folder, facts }) => folder === manifest.folder && declaring.has(facts.format))
    .flatMap(({ facts }) => facts.requirements)
    .filter(({ scope }) => scope === 'runtime' || scope === 'optional');
  const isLibrary = set.files.manifests.some(
    ({ folder, facts }) =>
      folder === manifest.folder.replace(/(?:^|\/)requirements$/, '') &&
      facts.format === 'pyproject.toml' &&
      facts.isLibrary === true &&
      facts.requirements.some(({ name, scope }) => scope === 'runtime' && name === requirement.name),
  );
  const isDeclared = declared.some(({ scope }) => scope === 'runtime');
  return isLibrary || (isDeclared && !declared.some(({ name }) => name === requirement.name));
}

/** Maven, Gradle and NuGet leave a version out because a parent or a central file gives it. */
function canFloat(one: DirectDependency): boolean {
  const { requirement, ecosystem } = one;
  return (
    requirement.source === undefined &&
    requirement.alias === undefined &&
    requirement.plugin !== true &&
    requirement.scope === 'runtime' &&
    !['maven', 'nuget', 'golang'].includes(ecosystem) &&
    // A gem, and a library's own metadata, leave the choice to whoever installs; what rebar3 holds is not read.
    !['gemspec', 'setup.py', 'setup.cfg', '.cabal', 'package.yaml', 'rebar.config'].includes(
      one.manifest.facts.format,
    ) &&
    !(one.manifest.facts.format === 'pyproject.toml' && one.manifest.facts.isLibrary === true)
  );
}

function isOpen(one: DirectDependency): boolean {
  return /^(|\*|x|latest|>=\s?0(\.0)*)$/i.test(one.declared.trim());
}

/** Packages from a git branch change without a new version, where no lock file holds a commit. */
export function reportUnusualSources(set: DependencySet, report: Report): void {
  const floating = set.direct.filter(
    (one) =>
      isOfProduct(one.manifest) &&
      one.requirement.source?.kind === 'git' &&
      one.requirement.source.pinned !== true &&
      one.manifest.facts.format !== 'rebar.config' &&
      // A lock file holds the commit; one of another folder or tool that is not read may do so too.
      one.lock === undefined &&
      !hasCompiled(set, one.manifest) &&
      !isHeldElsewhere(set, one.manifest),
  );
  if (floating.length === 0) return;
  report.finding({
    layer: 'dependencies',
    rule: 'dependencies/unpinned-source',
    key: 'sources',
    title: `${plainNames(floating.map((one) => one.name))} ${floating.length === 1 ? 'comes' : 'come'} from a git repository without a fixed commit`,
    content: [
      ...floating
        .slice(0, 15)
        .map((one) => `- ${markdownCode(one.name)} from ${markdownCode(one.requirement.source?.location ?? '', 120)}`),
      '',
      'Whoever can push there changes what is installed here. Name a tag or commit.',
    ].join('\n'),
    importance: 3,
    confidence: 0.95,
    tags: ['supply-chain', 'versions'],
    evidence: evidenceList(floating.map(evidenceOf)),
  });
}
