import type { Evidence } from '../../../../../shared/genesis';
import { markdownCode, markdownText } from '../../../markdownText';
import type { Ecosystem } from '../../dependencies/manifestFacts';
import type { StackEntry } from '../stack';
import { ecosystemsOf, homesOf, isOwn, libraries } from './leading';
import { isUsed, type Shown, shownOf } from './shown';
import { loaders, mappers } from './storage';
import { toolsInOrder } from './tools';

/** Of these and of what code runs on a version is told; of the others it stands in the place. */
const versioned: ReadonlySet<string> = new Set(['framework', 'language', 'database']);

const mostHosts = 4;

/** How many of a kind are told, each with its place; the tech stack itself has them all. */
const headings = [
  ['own', 'Made here', 2],
  ['host', 'For use with', mostHosts],
  ['framework', 'Frameworks and UI', 8],
  ['language', 'Languages', 3],
  ['database', 'Data', 6],
  ['backend', 'Libraries and services', 5],
  ['styling', 'Styling', 4],
  ['testing', 'Testing', 3],
  ['tooling', 'Tooling', 8],
] as const;

/** What code imports; the rest serves the build, or is named in markup. */
const usedByCode: ReadonlySet<string> = new Set(['framework', 'database', 'backend']);

/** What runs code of these languages. */
const runtimes: Readonly<Record<string, Ecosystem>> = { 'Node.js': 'npm', Bun: 'npm', Deno: 'npm', '.NET': 'nuget' };

/** Places that a finding may cite. */
export const maxPlaces = 20;

/** What the title tells, what routes are registered with, and then what else is surest, each with the line that shows it. */
export function listOf(
  entries: readonly StackEntry[],
  [first = [], served = [], hosts = []]: readonly (readonly Shown[])[],
  isProgram: boolean,
  title: string,
): { readonly content: string; readonly places: readonly Evidence[] } {
  const places: Evidence[] = [];
  const rows = new Map<string, Shown[]>();
  const cut = new Map<string, Set<string>>();
  const add = (shown: Shown, max: number): void => {
    const { name } = shown.entry;
    // Its own code uses it, and is built with nothing of somebody else's there.
    const category = isOwn(shown.entry) ? 'own' : hosts.includes(shown) ? 'host' : shown.entry.category;
    const row = rows.get(category) ?? [];
    if (row.some(({ entry }) => entry.name === name)) return;
    // Where no version is told, no lock file is needed to show it.
    const isTold = category !== 'host' && (hasVersion(shown.entry) || title.includes(shown.text));
    const own = isTold ? shown : { ...shown, text: name, places: shown.places.slice(0, 1) };
    if (row.length >= max) {
      cut.set(category, (cut.get(category) ?? new Set()).add(name));
      return;
    }
    row.push(own);
    rows.set(category, row);
    places.push(...own.places);
    cut.get(category)?.delete(name);
  };
  for (const shown of [...first, ...served]) add(shown, maxPlaces);
  for (const shown of hosts) add(shown, mostHosts);
  // What the title says the product is built with is at home whatever its part of the code.
  const leaders = first.filter(({ entry }) => entry.category === 'framework' && entry.isServerSide);
  const homes = new Set([
    ...homesOf(entries.filter(({ category }) => category === 'language')),
    ...leaders.flatMap(({ entry }) => [...ecosystemsOf(entry)]),
  ]);
  const hasFramework = first.some(({ entry }) => entry.category === 'framework');
  const hasLoader = entries.some(({ name }) => loaders.has(name));
  const fits = (category: string, entry: StackEntry): boolean => {
    const isSeen =
      isUsed(entry, homes) || isPartBuilt(entry, homes) || (hasLoader && isDriver(entry)) || isInPages(entry);
    if (usedByCode.has(category) && !isSeen) return false;
    // What only sites and tools beside it run on is no part of it.
    const runs = runtimes[entry.name];
    if (runs !== undefined && !homes.has(runs)) return false;
    return category !== 'framework' || isSureFramework(entry, hasFramework);
  };
  // First a few of each kind, so that libraries for pages leave room for what they are tested with.
  for (const isFirst of [true, false])
    for (const [category, , max] of headings) {
      const most = isFirst ? fewOfKind : max;
      for (const entry of inKind(category, entries, homes)) {
        const shown = isOwn(entry) ? undefined : shownOf(entry);
        if (shown === undefined) continue;
        add(shown, fits(category, entry) ? Math.min(most, max) : 0);
      }
    }
  const content = headings.flatMap(([category, heading]) => {
    const row = rows.get(category) ?? [];
    return row.length === 0
      ? []
      : [
          `- **${heading}**: ${row.map((shown) => itemOf(shown, isProgram && !hasFramework)).join(', ')}${restOf(cut.get(category)?.size ?? 0)}`,
        ];
  });
  return { content: content.join('\n'), places: places.slice(0, maxPlaces) };
}

const fewOfKind = 3;

const restOf = (count: number): string => (count === 0 ? '' : ` and ${count} more`);

/** Changes what others wrote: beside those it is no look of its own. */
const lookTools: ReadonlySet<string> = new Set(['PostCSS', 'Autoprefixer']);

/** What shapes the looks comes before icons, in the order of the table. */
function inKind(
  category: string,
  entries: readonly StackEntry[],
  homes: ReadonlySet<Ecosystem | undefined>,
): readonly StackEntry[] {
  const own = entries.filter((one) => one.category === category);
  if (category === 'tooling') return toolsInOrder(own, homes);
  // What only moves a schema on says less than what keeps the data, or reaches them.
  const isSaid = ({ isEngine, name }: StackEntry): number => Number(isEngine || mappers.has(name));
  if (category === 'database') return own.toSorted((a, b) => isSaid(b) - isSaid(a));
  if (category !== 'styling') return own;
  const looks = own.filter(({ name }) => !lookTools.has(name));
  return (looks.length > 0 ? looks : own).toSorted((a, b) => a.order - b.order);
}

/** Drawn with it is a side part, which somebody asks for as the product is run. */
const isPartBuilt = (entry: StackEntry, homes: ReadonlySet<Ecosystem | undefined>): boolean =>
  entry.shapesPart === true &&
  entry.hits.some(({ weight }) => weight > 1) &&
  [...ecosystemsOf(entry)].some((one) => homes.has(one));

/** Pages take it from a tag, and no code imports it. */
const isInPages = ({ name, hits }: StackEntry): boolean =>
  name === 'jQuery' && hits.some(({ dependency, weight }) => weight > 1 && dependency?.requirement.scope === 'runtime');

/** Asked for as the product is run: what loads it by name is asked for as well. */
const isDriver = ({ isEngine, hits }: StackEntry): boolean =>
  isEngine && hits.some(({ kind, weight }) => kind === 'package' && weight > 1);

/** Beside what the title tells: nothing that comes with the language, that only tests and mocks ask for, or that one file uses. */
function isSureFramework(entry: StackEntry, hasFramework: boolean): boolean {
  const asking = entry.hits.filter(({ weight, dependency }) => weight > 0 && dependency !== undefined);
  // What a system draws with is imported by what is drawn.
  if (asking.length === 0)
    return entry.hits.some(
      ({ part, imports = 0 }) =>
        !part.startsWith('import:') || (part.startsWith('import:swift/') && imports >= manyImports),
    );
  if (libraries.has(entry.name)) return false;
  // A library that no framework leads fills in templates for its own scripts.
  if (!hasFramework && entry.rank > 3 && !asking.some(({ weight }) => weight > 1)) return false;
  return !entry.isServerSide || asking.some(({ weight }) => weight > 1);
}

const manyImports = 10;

function itemOf({ text, places, entry }: Shown, hasShare: boolean): string {
  const at = places.map(({ path, startLine }) => markdownCode(`${path}:${startLine}`, 120)).join(', ');
  const isPart = hasShare && entry.category === 'language';
  const share = isPart ? `, ${partOf(entry.score)} of its own code by size` : '';
  return `${markdownText(text, 60)} (${at}${share})`;
}

const hasVersion = (entry: StackEntry): boolean =>
  versioned.has(entry.category) || entry.hits.some(({ kind }) => kind === 'runtime');

/** Languages that are not known here, and copies that nothing tells as such, change the last digit. */
function partOf(part: number): string {
  const tens = Math.round(part * 10) * 10;
  return tens >= 100 ? 'nearly all' : tens === 0 ? 'a little' : `about ${tens} %`;
}
