import type { Evidence } from '../../../../../shared/genesis';
import { folderOf, foldersUp } from '../../../facts/paths';
import { markdownCode } from '../../../markdownText';
import type { Report, ScanModel } from '../../../scanModel';
import { evidenceList, shortTitle } from '../../dependencies/findings/lists';
import { isWithin } from '../../dependencies/inventory/folderPattern';
import { groupBy } from '../../dependencies/text/groupBy';
import { packageFolder } from '../hits';
import { isBeside } from '../productPaths';
import type { StackEntry } from '../stack';
import { isOwn } from './leading';

/** In a repository of several packages: which of them is built with what. */
export function reportPackageStacks(entries: readonly StackEntry[], model: ScanModel, report: Report): void {
  const isLibrary = entries.some(isOwn);
  const uses = entries
    .filter((entry) => entry.category === 'framework' && (entry.rank <= 3 || entry.shapesPart === true))
    .flatMap((entry) =>
      entry.hits
        .filter((hit) => hit.kind === 'tool' || hit.dependency !== undefined)
        .filter((hit) => hit.dependency?.requirement.isUnapplied !== true)
        // What a library is tried out with, and works with where somebody has it, shapes no package of it.
        .filter((hit) => !(isLibrary && forOthers.has(hit.dependency?.requirement.scope ?? '')))
        // Bundled code is often asked for in development only; a build's settings only name their plugins.
        .filter((hit) => hit.weight > 1 || (hit.weight > 0 && (hit.imports ?? 0) > 0 && !entry.isServerSide))
        // What is drawn with is imported: what is only listed may be left from before.
        .filter((hit) => !(entry.rank > 2 && hit.part.startsWith('npm:') && hit.imports === 0))
        .filter((hit) => !isBeside(hit.evidence.path))
        .filter((hit) => !/(?:^|\/)settings\.gradle(?:\.kts)?$/.test(hit.evidence.path))
        .map((hit) => ({ entry, evidence: hit.evidence, folder: packageFolder(hit.evidence.path), part: hit.part })),
    );
  const groups = groupBy(withoutTopPlugins(uses), (use) => use.folder);
  const sizes = sizesOf(model, groups);
  const folders = [...groups].sort(
    (a, b) =>
      Number(isProgram(b[1])) - Number(isProgram(a[1])) ||
      Number(b[0] === '') - Number(a[0] === '') ||
      (sizes.get(b[0]) ?? 0) - (sizes.get(a[0]) ?? 0) ||
      (a[0] < b[0] ? -1 : 1),
  );
  const different = new Set(folders.map(([, own]) => [...new Set(own.map((use) => use.entry.name))].sort().join(' ')));
  if (folders.length < 2 || different.size < 2) return;
  // The main framework of each package, and packages of different ones before others of the same.
  const rows: Row[] = [];
  let places = 0;
  for (const [folder, own] of differentFirst(folders)) {
    const named = namesOf(own).slice(0, 3);
    const shown = named.flatMap((name) => own.find((use) => use.entry.name === name) ?? []);
    if (places + shown.length > maxPlaces) break;
    places += shown.length;
    rows.push({ folder, shown });
  }
  const items = itemsOf(rows, (folder) => folder);
  // Where all are built with the same, a part that asks for less tells nothing.
  if (items.length < 2) return;
  report.finding({
    layer: 'architecture',
    rule: 'techStack/stack-by-package',
    key: 'packages',
    title:
      titleOf(items) ?? titleOf(itemsOf(rows, lastFolder)) ?? shortTitle(`Frameworks by package: ${items[0] ?? ''}`),
    content: [
      '| Package | Asks for |',
      '|---|---|',
      ...rows.map(lineOf),
      ...moreThan(folders.length, rows.length),
      '',
      'Tests, samples and what no code imports are left out.',
    ].join('\n'),
    importance: 3,
    confidence: 0.9,
    tags: ['monorepo', 'tech-stack'],
    evidence: evidenceList(rows.flatMap(({ shown }) => shown.map(({ evidence }) => evidence))),
  });
}

/** What a table leaves out. */
const moreThan = (all: number, shown: number): string[] => (all > shown ? ['', `and ${all - shown} more`] : []);

const forOthers: ReadonlySet<string> = new Set(['dev', 'peer']);

/** How many source files lie in each folder and in none of the others below it. */
function sizesOf({ files }: ScanModel, folders: ReadonlyMap<string, unknown>): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { path, role } of files) {
    if (role !== 'source') continue;
    for (const folder of foldersUp(folderOf(path))) {
      if (!folders.has(folder)) continue;
      sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
      break;
    }
  }
  return sizes;
}

/** A project of .NET that is started, not a library that such projects are made of. */
function isProgram(uses: readonly { readonly part: string }[]): boolean {
  return uses.some(({ part }) => part.startsWith('tool:sdk:') && !part.startsWith('tool:sdk:Aspire'));
}

/** Places that a finding may cite. */
const maxPlaces = 20;

interface Row {
  readonly folder: string;
  readonly shown: readonly Use[];
}

/** Each framework once, with the first package that asks for it. */
function itemsOf(rows: readonly Row[], called: (folder: string) => string): readonly string[] {
  const seen = new Set<string>();
  return rows.flatMap(({ folder, shown }) => {
    const names = shown.map(({ entry }) => entry.name);
    const isNew = names.some((name) => !seen.has(name));
    for (const name of names) seen.add(name);
    return isNew ? [`${folder === '' ? 'the top' : called(folder)} asks for ${joined(names.slice(0, 2))}`] : [];
  });
}

const lastFolder = (folder: string): string => folder.slice(folder.lastIndexOf('/') + 1);

/** As many as a title holds, two at least. */
function titleOf(items: readonly string[]): string | undefined {
  for (let kept = Math.min(4, items.length); kept > 1; kept--) {
    const title = `Frameworks by package: ${items.slice(0, kept).join(', ')}`;
    if (title.length <= 120) return title;
  }
  return undefined;
}

const joined = (names: readonly string[]): string => names.join(' and ');

function lineOf({ folder, shown }: Row): string {
  const asked = shown.map(
    ({ entry, evidence }) =>
      `${entry.name} (${markdownCode(`${evidence.path.slice(evidence.path.lastIndexOf('/') + 1)}:${evidence.startLine}`, 80)})`,
  );
  return `| ${markdownCode(folder === '' ? '.' : folder)} | ${asked.join(', ')} |`;
}

/** The top of a Gradle build names the plugins of its parts without applying them. */
function withoutTopPlugins<T extends Use & { readonly folder: string; readonly part: string }>(
  uses: readonly T[],
): T[] {
  const isTop = ({ evidence, entry, folder, part }: T): boolean =>
    part.startsWith('maven:plugin:') &&
    /(?:^|\/)build\.gradle(?:\.kts)?$/.test(evidence.path) &&
    uses.some((use) => use.entry.name === entry.name && use.folder !== folder && isWithin(use.folder, folder));
  return uses.filter((use) => !isTop(use));
}

interface Use {
  readonly entry: StackEntry;
  readonly evidence: Evidence;
}

/** Best known first. */
function namesOf(uses: readonly Use[]): string[] {
  const sorted = [...uses].sort((a, b) => a.entry.rank - b.entry.rank || b.entry.score - a.entry.score);
  return [...new Set(sorted.map(({ entry }) => entry.name))];
}

function differentFirst<T extends Use>(folders: readonly (readonly [string, T[]])[]): (readonly [string, T[]])[] {
  const seen = new Set<string>();
  const isFirst = folders.map(([, own]) => {
    const name = namesOf(own)[0] ?? '';
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
  // What shapes more than a part is told first.
  const isMain = ([, own]: readonly [string, T[]]): boolean => own.some(({ entry }) => entry.shapesPart !== true);
  const first = folders.filter((_, at) => isFirst[at]);
  const others = folders.filter((_, at) => !isFirst[at]);
  return [...first.filter(isMain), ...first.filter((folder) => !isMain(folder)), ...others];
}
