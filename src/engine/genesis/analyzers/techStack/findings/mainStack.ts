import type { Evidence } from '../../../../../shared/genesis';
import { markdownCode, markdownText } from '../../../markdownText';
import type { Report } from '../../../scanModel';
import { evidenceList, shortTitle } from '../../dependencies/findings/lists';
import type { Ecosystem } from '../../dependencies/manifestFacts';
import { ecosystemOfLanguage } from '../data/programmingLanguages';
import { isBeside } from '../productPaths';
import type { StackEntry } from '../stack';
import { ecosystemsOf, homesOf, isOwn, type Leading, leadingOf, libraries, partOf } from './leading';
import { isUsed, type Shown, shownOf } from './shown';
import { mappers, type Storage, storageOf } from './storage';

/** What else one must know of a project to say what it is built with. */
export interface ProjectShape {
  /** Tables that it makes itself. */
  readonly hasSchema: boolean;
  /** Languages whose builds are declared in files that are not read. */
  readonly unread: ReadonlySet<string>;
  /** More files of playbooks than of programs. */
  readonly isPlaybook: boolean;
  /** What runs most of its tests. */
  readonly runner: StackEntry | undefined;
}

/** Of these and of what code runs on a version is told; of the others it stands in the place. */
const versioned: ReadonlySet<string> = new Set(['framework', 'language', 'database']);

/** How many of a kind are told, each with its place; the tech stack itself has them all. */
const headings = [
  ['framework', 'Frameworks and UI', 6],
  ['language', 'Languages', 3],
  ['database', 'Data', 4],
  ['backend', 'Libraries and services', 5],
  ['styling', 'Styling', 2],
  ['testing', 'Testing', 3],
  ['tooling', 'Tooling', 3],
] as const;

/** What code imports; the rest serves the build, or is named in markup. */
const usedByCode: ReadonlySet<string> = new Set(['framework', 'database', 'backend']);

/** What runs code of these languages. */
const runtimes: Readonly<Record<string, Ecosystem>> = { 'Node.js': 'npm', Bun: 'npm', Deno: 'npm', '.NET': 'nuget' };

/** Places that a finding may cite. */
const maxPlaces = 20;

/** What sets things up, builds them or keeps their data is no language that a program is written in beside another one. */
const configurationLanguages: ReadonlySet<string> = new Set(['Nix', 'HCL', 'Shell', 'PowerShell', 'PL/pgSQL', 'GLSL']);

/** A language of less than this is no part of the title, and one of less than that no third one. */
const secondLanguage = 0.2;
const thirdLanguage = 0.15;

/** What the project is built with, in one sentence and one list. */
export function reportMainStack(entries: readonly StackEntry[], shape: ProjectShape, report: Report): void {
  const languages = entries.filter((entry) => entry.category === 'language');
  const [language] = languages;
  const least = (at: number): number => (at > 2 ? 1 : ([0, secondLanguage, thirdLanguage][at] ?? 1));
  const byShare = languages
    .filter(({ name }, at) => at === 0 || !configurationLanguages.has(name))
    .filter(({ score }, at) => score >= least(at))
    .map((entry) => shownOf(entry))
    .filter((shown) => shown !== undefined);
  // What a language is built with whose manifests nobody reads here may be more than all that is known.
  const isHalfRead = languages.some((one) => shape.unread.has(one.name) && one.score >= secondLanguage);
  const leading: Leading = isHalfRead ? { frameworks: [], isAside: false } : leadingOf(entries, languages);
  const own = entries.find((entry) => entry.category === 'framework' && entry.rank <= 3 && isOwn(entry));
  const shownLanguages = inOrder(byShare, leading.frameworks);
  const machines = (infrastructure(entries, language, shape.isPlaybook) ?? [])
    .map((entry) => shownOf(entry))
    .filter((shown) => shown !== undefined);
  const isBuilt = leading.frameworks.length > 0 && machines.length === 0;
  // What the parts of a framework can talk to is a choice of those who use it.
  const data = isBuilt && own === undefined && keepsData(leading) ? storageOf(entries, shape.hasSchema) : undefined;
  const runner = isBuilt && shape.runner !== undefined && !hasOwnRunner(language) ? shownOf(shape.runner) : undefined;
  const parts = {
    leading,
    languages: shownLanguages,
    machines,
    own: own === undefined ? undefined : shownOf(own),
    data,
    runner,
  };
  const title = titleOf(parts);
  if (title === undefined) return;
  // Beside playbooks the larger part of the programs may be additions that others gave.
  const isAdded = ({ path }: Evidence): boolean =>
    machines.length > 0 && isBeside(path.slice(0, path.indexOf('/') + 1));
  const ownLanguages = shownLanguages.filter(({ places: [place] }) => place === undefined || !isAdded(place));
  const left = shownLanguages.filter((shown) => !ownLanguages.includes(shown)).map(({ entry }) => entry.name);
  const first = [
    ...machines,
    ...(isBuilt ? leading.frameworks : own === undefined ? [] : [parts.own]),
    ...ownLanguages,
    ...(data?.shown ?? []),
    runner,
  ].filter((shown) => shown !== undefined);
  const told = entries.filter(
    ({ category, name }) =>
      (category !== 'testing' || name === shape.runner?.name) && !(category === 'language' && left.includes(name)),
  );
  const { content, places } = listOf(told, first, machines.length === 0);
  report.finding({
    layer: 'architecture',
    rule: 'techStack/main-stack',
    key: 'main-stack',
    title,
    content,
    importance: 4,
    confidence: 0.95,
    tags: ['tech-stack', ...first.map(({ entry }) => entry.name)].slice(0, 8),
    evidence: evidenceList(places, maxPlaces),
  });
}

/** What the first framework is written in comes first: what its pages do may be more code. */
function inOrder(languages: readonly Shown[], [first]: readonly Shown[]): readonly Shown[] {
  const home = first === undefined ? [] : [...ecosystemsOf(first.entry)];
  const isHome = ({ entry }: Shown): number => Number(home.some((one) => one === ecosystemOfLanguage(entry.name)));
  return [...languages].sort((a, b) => isHome(b) - isHome(a));
}

/** A server, or an app of a phone; what a program on a desk looks at may be anybody's data. */
function keepsData({ frameworks }: Leading): boolean {
  return frameworks.some(({ entry }) => entry.isServerSide || withStore.has(entry.name));
}

const withStore = new Set(
  'Next.js|Nuxt|Remix|SvelteKit|Astro|SolidStart|TanStack Start|React Router|Android SDK|Jetpack Compose|Flutter|SwiftUI|UIKit|React Native|Expo'.split(
    '|',
  ),
);

/** Rust's tests lie beside the code and run by its own tool: files of tests are the smaller part of them. */
const hasOwnRunner = (language: StackEntry | undefined): boolean =>
  language !== undefined && ['Rust', 'C', 'C++', 'Zig'].includes(language.name);

/** What a sentence calls a library whose name alone says too little. */
const spoken: Readonly<Record<string, string>> = { 'testing (Go)': "Go's own testing" };

interface Told {
  readonly leading: Leading;
  readonly languages: readonly Shown[];
  readonly machines: readonly Shown[];
  readonly own: Shown | undefined;
  readonly data: Storage | undefined;
  readonly runner: Shown | undefined;
}

/** As much of the sentence as a title holds; a part is left out as a whole, the least telling first. */
function titleOf({ leading, languages, machines, own, data, runner }: Told): string | undefined {
  if (machines.length > 0) return `Built with ${joined(machines.map(({ text }) => text))}`;
  if (languages.length === 0) return undefined;
  const written = (versions: boolean): string =>
    joined(languages.map(({ text, entry }) => (versions ? text : entry.name)));
  const frameworks = leading.frameworks;
  if (frameworks.length === 0) {
    const start = own === undefined ? 'Written in' : `The source of ${own.entry.name}, written in`;
    return shortTitle(`${start} ${written(true)}`);
  }
  const named = (versions: boolean): string => joined(frameworks.map((shown) => inPart(shown, frameworks, versions)));
  const start = (versions: 0 | 1 | 2): string =>
    leading.isAside
      ? `Written in ${written(versions > 1)}, with ${named(versions > 0)}`
      : `Built with ${named(versions > 0)} on ${written(versions > 1)}`;
  const rest = [
    data?.words ?? '',
    runner === undefined ? '' : `, tested with ${spoken[runner.entry.name] ?? runner.entry.name}`,
  ];
  const parts = rest.filter((part) => part !== '');
  // What keeps the data says more than versions, and these more than what runs the tests.
  for (const [versions, kept] of [
    [2, 2],
    [1, 2],
    [2, 1],
    [1, 1],
    [0, 1],
    [2, 0],
    [1, 0],
    [0, 0],
  ] as const) {
    const title = `${start(versions)}${parts.slice(0, kept).join('')}`;
    if (title.length <= 120) return title;
  }
  return frameworks.length > 2
    ? titleOf({ leading: { ...leading, frameworks: frameworks.slice(0, -1) }, languages, machines, own, data, runner })
    : shortTitle(start(0));
}

/** With the folder that asks for it, where several frameworks share the sentence and not the folder. */
function inPart(shown: Shown, all: readonly Shown[], hasVersion: boolean): string {
  const part = partOf(shown.entry);
  const isApart = part !== '' && all.some((other) => partOf(other.entry) !== part);
  return `${hasVersion ? shown.text : shown.entry.name}${isApart ? ` (${part})` : ''}`;
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** What describes machines and clusters is built with its tool, not with the language of its scripts. */
function infrastructure(
  entries: readonly StackEntry[],
  language: StackEntry | undefined,
  isPlaybook: boolean,
): readonly StackEntry[] | undefined {
  const tool = (name: string): StackEntry[] => entries.filter((entry) => entry.name === name);
  if (isPlaybook && tool('Ansible').length > 0) return tool('Ansible');
  if (language?.name === 'HCL') return tool('Terraform').length > 0 ? tool('Terraform') : undefined;
  const isGlue = language === undefined || ['Shell', 'PowerShell', 'Go Template', 'Mustache'].includes(language.name);
  const charts = tool('Helm').length > 0 ? tool('Helm') : language === undefined ? tool('Ansible') : [];
  return isGlue && charts.length > 0 ? charts : undefined;
}

/** What the title tells and then what else is surest, each with the line that shows it. */
function listOf(
  entries: readonly StackEntry[],
  first: readonly Shown[],
  isProgram: boolean,
): { readonly content: string; readonly places: readonly Evidence[] } {
  const places: Evidence[] = [];
  const rows = new Map<string, Shown[]>();
  const add = (shown: Shown, max: number): void => {
    const { category } = shown.entry;
    const row = rows.get(category) ?? [];
    const isKnown = row.some(({ entry }) => entry.name === shown.entry.name);
    if (isKnown || row.length >= max || places.length + shown.places.length > maxPlaces) return;
    row.push(shown);
    rows.set(category, row);
    places.push(...shown.places);
  };
  for (const shown of first) add(shown, maxPlaces);
  // What the title says the product is built with is at home whatever its part of the code.
  const leaders = first.filter(({ entry }) => entry.category === 'framework' && entry.isServerSide);
  const homes = new Set([
    ...homesOf(entries.filter(({ category }) => category === 'language')),
    ...leaders.flatMap(({ entry }) => [...ecosystemsOf(entry)]),
  ]);
  const hasFramework = first.some(({ entry }) => entry.category === 'framework');
  const hasEngine = first.some(({ entry }) => entry.isEngine);
  for (const [category, , max] of headings)
    for (const entry of entries.filter((one) => one.category === category && !isOwn(one))) {
      // Beside the engine that keeps the data others are only talked to.
      if (entry.isEngine && !hasEngine && category === 'database') continue;
      // What a title does not tell of the data is not known well enough.
      if (mappers.has(entry.name) && !first.some((shown) => shown.entry.category === 'database')) continue;
      if (usedByCode.has(category) && !isUsed(entry, homes)) continue;
      // What only sites and tools beside it run on is no part of it.
      const runs = runtimes[entry.name];
      if (runs !== undefined && !homes.has(runs)) continue;
      if (category === 'framework' && !isSureFramework(entry, hasFramework)) continue;
      const shown = shownOf(entry);
      if (shown !== undefined) add(shown, max);
    }
  const content = headings.flatMap(([category, heading]) => {
    const row = rows.get(category) ?? [];
    return row.length === 0
      ? []
      : [`- **${heading}**: ${row.map((shown) => itemOf(shown, isProgram && !hasFramework)).join(', ')}`];
  });
  return { content: content.join('\n'), places };
}

/** Beside what the title tells: nothing that comes with the language, that only tests and mocks ask for, or that one file uses. */
function isSureFramework(entry: StackEntry, hasFramework: boolean): boolean {
  const asking = entry.hits.filter(({ weight, dependency }) => weight > 0 && dependency !== undefined);
  if (asking.length === 0) return !entry.hits.every(({ part }) => part.startsWith('import:'));
  if (libraries.has(entry.name)) return false;
  // A library that no framework leads fills in templates for its own scripts.
  if (!hasFramework && entry.rank > 3 && !asking.some(({ weight }) => weight > 1)) return false;
  return !entry.isServerSide || asking.some(({ weight }) => weight > 1);
}

function itemOf({ text, places, entry }: Shown, hasShare: boolean): string {
  const at = places.map(({ path, startLine }) => markdownCode(`${path}:${startLine}`, 120)).join(', ');
  const isPart = hasShare && entry.category === 'language';
  const share = isPart ? `, ${percent(entry.score)} % of its own code by size` : '';
  const hasVersion = versioned.has(entry.category) || entry.hits.some(({ kind }) => kind === 'runtime');
  return `${markdownText(hasVersion ? text : entry.name, 60)} (${at}${share})`;
}

/** All is all: what is left of a part rounds to less. */
function percent(part: number): number {
  return part < 1 ? Math.min(99, Math.round(part * 100)) : 100;
}
