import { markdownCode } from '../../../markdownText';
import type { Report, ScanModel } from '../../../scanModel';
import { importOnlyPackages } from '../data/importOnlyPackages';
import { pythonImportNames } from '../data/pythonImportNames';
import { calledOf, type DependencySet, type DirectDependency } from '../inventory/dependencySet';
import { isWithin } from '../inventory/folderPattern';
import { groupBy } from '../text/groupBy';
import type { PackageUsage } from '../usage/packageUsage';
import { counted, evidenceList, evidenceOf, isCompiled, isOfProduct, named, plainNames, shortTitle } from './lists';

/** Files whose scripts are not parsed, and which may import what nothing else does. */
const unparsed = /\.(vue|svelte|astro|mdx|coffee|html?|erb|hbs|ejs|pug|ipynb|marko|riot|elm|res|re|ls)$/;

/** Import-only libraries that a manifest asks for and no parsed file below it imports. */
export function reportUnused(model: ScanModel, set: DependencySet, usage: PackageUsage, report: Report): void {
  const candidates = set.direct.filter(
    (one) =>
      isOfProduct(one.manifest) &&
      one.requirement.scope === 'runtime' &&
      one.requirement.source === undefined &&
      importOnlyPackages[one.ecosystem]?.has(one.name) === true &&
      !isLoadedByOthers(one) &&
      !usage.adapters.has(one.name) &&
      !isCompiled(set, one.manifest),
  );
  const found = [...groupBy(candidates, (one) => one.manifest)].flatMap(([manifest, all]): DirectDependency[] => {
    if (!isWhollyParsed(model, manifest.folder, manifest.facts.ecosystem)) return [];
    const unused = all.filter((one) => sitesBelow(one, usage, manifest.folder) === 0);
    // Where hardly anything seems used, it is the reading of imports that failed, or a table names what is loaded.
    return unused.length > all.length * 0.5 ? [] : unused;
  });
  if (found.length === 0) return;
  const manifests = groupBy(found, (one) => one.manifest.path);
  const names = [...new Set(found.map((one) => one.name))];
  const [only] = manifests.size === 1 ? manifests.keys() : [];
  const them = names.length === 1 ? 'it' : 'them';
  report.finding({
    layer: 'dependencies',
    rule: 'dependencies/unused',
    key: 'unused',
    title: shortTitle(
      `${only ?? counted(manifests.size, 'manifest')} ${only === undefined ? 'ask' : 'asks'} for ${plainNames(names)}; no import of ${them} was found${only === undefined ? ' there' : ''}`,
    ),
    content: [
      ...[...manifests].map(
        ([path, own]) =>
          `- ${markdownCode(path)}: ${named(
            own.map((one) => one.name),
            12,
          )}`,
      ),
      '',
      'Runtime libraries that do nothing without an import; none was found in the parsed files in and below the folder of the manifest.',
    ].join('\n'),
    importance: 2,
    confidence: 0.85,
    tags: ['unused', 'dependencies'],
    evidence: evidenceList(found.map(evidenceOf)),
  });
}

/** A peer of another package is loaded by that one; where no lock file tells peers, nothing is known of them. */
function isLoadedByOthers(one: DirectDependency): boolean {
  if (one.ecosystem !== 'npm') return false;
  const peers = one.lock?.facts.peers;
  return peers === undefined || peers.includes(one.name);
}

function sitesBelow(one: DirectDependency, usage: PackageUsage, folder: string): number {
  const names = one.ecosystem === 'pypi' ? pythonImportNames(one.name) : [calledOf(one)];
  return usage.sitesOf(one.ecosystem, names).filter((site) => isWithin(site.file.path, folder)).length;
}

const languages: Readonly<Record<string, readonly string[]>> = {
  npm: ['typescript', 'tsx', 'javascript'],
  pypi: ['python'],
};

function isWhollyParsed(model: ScanModel, folder: string, ecosystem: string): boolean {
  const below = model.files.filter(
    (file) => isWithin(file.path, folder) && file.role !== 'vendored' && file.role !== 'docs',
  );
  const code = below.filter((file) => languages[ecosystem]?.includes(file.language));
  if (code.length === 0 || code.some((file) => file.skipped !== undefined && file.skipped !== 'generated'))
    return false;
  return !below.some((file) => unparsed.test(file.path));
}
