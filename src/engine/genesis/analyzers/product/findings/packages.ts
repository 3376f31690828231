import { folderOf } from '../../../facts/paths';
import { markdownCode, markdownText } from '../../../markdownText';
import type { Report, ScanModel } from '../../../scanModel';
import { evidenceList, firstNames, shortTitle } from '../../dependencies/findings/lists';
import { ManifestSet } from '../../dependencies/inventory/manifestSet';
import { isBeside } from '../../techStack/productPaths';
import { namedEvidence } from '../manifestLines';

const mostPackages = 25;

/** Packages of a workspace and what each says it is for. */
export function reportPackages(model: ScanModel, report: Report): void {
  const set = ManifestSet.of(model);
  const told = set.manifests.filter(
    (one) =>
      one.folder !== '' &&
      one.role !== 'test' &&
      one.role !== 'example' &&
      one.role !== 'docs' &&
      !/(?:^|\/)(?:bench(?:es|marks?)?|perf)$|(?:^|\/)(?:specs?|__tests__|_tools?|_scripts?)\//.test(one.folder) &&
      !isBeside(one.path) &&
      // What projects share are their defaults.
      !/(?:^|\/)Directory\.(?:Build|Packages)\.(?:props|targets)$/.test(one.path) &&
      one.facts.name !== undefined &&
      (one.facts.description ?? '').length > 12 &&
      // Its name alone says nothing.
      one.facts.description !== one.facts.name,
  );
  const packages = bySize(model, told);
  // What all say alike is said of the whole.
  if (packages.length < 2 || new Set(packages.map((one) => one.facts.description)).size < 2) return;
  report.finding({
    layer: 'product',
    rule: 'product/packages',
    key: 'packages',
    title: titleOf(packages.map(({ facts }) => facts.name ?? '')),
    content: [
      '| Package | Folder | What it says it is |',
      '|---|---|---|',
      ...packages
        .slice(0, mostPackages)
        .map(
          (one) =>
            `| ${markdownCode(one.facts.name ?? '', 60)} | ${markdownCode(one.folder)} | ${markdownText((one.facts.description ?? '').replaceAll(/\s+/g, ' '), 140)} |`,
        ),
      ...(packages.length > mostPackages ? ['', 'and others'] : []),
    ].join('\n'),
    importance: 3,
    confidence: 0.95,
    tags: ['packages', 'monorepo'],
    evidence: evidenceList(packages.map((one) => namedEvidence(model, one.path))),
  });
}

/** The largest first: those of a list that are named in its title are the ones that a reader looks for. */
function bySize<P extends { readonly folder: string }>(model: ScanModel, packages: readonly P[]): readonly P[] {
  const sizes = new Map(packages.map(({ folder }) => [folder, 0]));
  for (const { path, role } of model.files) {
    if (role !== 'source') continue;
    let folder = folderOf(path);
    while (folder !== '' && !sizes.has(folder)) folder = folderOf(folder);
    const size = sizes.get(folder);
    if (size !== undefined) sizes.set(folder, size + 1);
  }
  const sizeOf = ({ folder }: P): number => sizes.get(folder) ?? 0;
  return [...packages].sort((a, b) => sizeOf(b) - sizeOf(a) || (a.folder < b.folder ? -1 : 1));
}

function titleOf(names: readonly string[]): string {
  const titles = [5, 4, 3, 2].map((most) => `What packages say they are for: ${firstNames(names, most)}`);
  return titles.find((title) => title.length <= 120) ?? shortTitle(titles[0] ?? '');
}
