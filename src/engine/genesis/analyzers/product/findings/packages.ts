import { folderOf } from '../../../facts/paths';
import { markdownCode, markdownText } from '../../../markdownText';
import type { Report, ScanModel } from '../../../scanModel';
import { evidenceList, firstNames, shortTitle } from '../../dependencies/findings/lists';
import { type ManifestFile, ManifestSet } from '../../dependencies/inventory/manifestSet';
import { groupBy } from '../../dependencies/text/groupBy';
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
  const packages = bySize(model, oneOfFolder(withoutCommon(set, told)));
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
      ...(packages.length > mostPackages ? ['', `and ${packages.length - mostPackages} more`] : []),
    ].join('\n'),
    importance: 3,
    confidence: 0.95,
    tags: ['packages', 'monorepo'],
    evidence: evidenceList(packages.map((one) => namedEvidence(model, one.path))),
  });
}

/** What a generator or nobody wrote, and what many packages say alike, says nothing of one of them. */
function withoutCommon(set: ManifestSet, told: readonly ManifestFile[]): readonly ManifestFile[] {
  const same = groupBy(told, ({ facts }) => facts.description);
  const base = ({ path }: ManifestFile): string => path.slice(path.lastIndexOf('/') + 1);
  // A manifest of another tool at the top is of the same package, and speaks for it.
  const isSaidAbove = (one: ManifestFile): boolean =>
    set.manifests.some(
      (above) =>
        above.folder === '' &&
        above.facts.name === one.facts.name &&
        above.facts.description !== undefined &&
        base(above) !== base(one),
    );
  return told.filter(
    (one) =>
      (same.get(one.facts.description)?.length ?? 0) < manyAlike &&
      !placeholder.test(one.facts.description ?? '') &&
      !isSaidAbove(one),
  );
}

const manyAlike = 3;
const placeholder =
  /^(?:this is (?:the|a) package\.json|add your description here|a new flutter (?:project|plugin|package|application)|todo|tbd)\b/i;

/** Manifests of several tools in one folder are of one package: for users what they install it with, and scripts of Node last. */
function oneOfFolder(told: readonly ManifestFile[]): readonly ManifestFile[] {
  const rank = ({ path }: ManifestFile): number => kinds.findIndex((kind) => kind.test(path));
  const best = new Map<string, number>();
  for (const one of told) best.set(one.folder, Math.min(best.get(one.folder) ?? kinds.length, rank(one)));
  return told.filter((one) => rank(one) === best.get(one.folder));
}

const kinds = [
  /(?:pyproject\.toml|setup\.(?:py|cfg))$/,
  /composer\.json$/,
  /(?<!Cargo\.toml|package\.json)$/,
  /Cargo\.toml$/,
  /$/,
];

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
