import type { Evidence } from '../../../../../shared/genesis';
import type { Report } from '../../../scanModel';
import { evidenceList, shortTitle } from '../../dependencies/findings/lists';
import { ecosystemOfLanguage } from '../data/programmingLanguages';
import type { Hit } from '../hits';
import { isBeside } from '../productPaths';
import type { Runners } from '../signals/testFiles';
import type { StackEntry } from '../stack';
import { commandLibraryOf, drawsWindows } from './commandLibrary';
import { ecosystemsOf, isOfWhole, isOwn, type Leading, leadingOf, partOf } from './leading';
import { type Served, shownServed, smallServersOf, withServed } from './servedWith';
import { type Shown, shownOf } from './shown';
import { listOf, maxPlaces } from './stackList';
import { type Storage, storageOf } from './storage';

/** What else one must know of a project to say what it is built with. */
export interface ProjectShape {
  /** Tables that it makes itself. */
  readonly hasSchema: boolean;
  /** Engines that such a schema was written out of. */
  readonly dumped: ReadonlySet<string>;
  /** Languages whose builds are declared in files that are not read. */
  readonly unread: ReadonlySet<string>;
  /** More files of playbooks than of programs. */
  readonly isPlaybook: boolean;
  readonly runners: Runners;
  readonly served: readonly Served[];
}

/** What sets things up, builds them or keeps their data is no language that a program is written in beside another one. */
const configurationLanguages: ReadonlySet<string> = new Set(['Nix', 'HCL', 'Shell', 'PowerShell', 'PL/pgSQL', 'GLSL']);

/** A language of less than this is no part of the title, and one of less than that no third one. */
const secondLanguage = 0.2;
const thirdLanguage = 0.15;

/** What the project is built with, in one sentence and one list. */
export function reportMainStack(entries: readonly StackEntry[], shape: ProjectShape, report: Report): void {
  const languages = entries.filter((entry) => entry.category === 'language');
  const [language] = languages;
  // What a language is built with whose manifests nobody reads here may be more than all that is known.
  const isHalfRead = languages.some(
    (one) => shape.unread.has(one.name) && one.score >= secondLanguage && !hasFramework(entries, one),
  );
  const library = entries.find(isOwn);
  const declared = isHalfRead ? nothingLeads : leadingOf(withoutAdapters(entries), languages);
  const found = library === undefined ? withServed(declared, entries, shape.served) : declared;
  // What a library can be used with is built with that by others, and what is in another language is an addition to it.
  const isOfOthers = found.isAside || found.frameworks.every(({ entry }) => isForUsers(entry));
  const leading =
    library !== undefined && isOfOthers ? nothingLeads : { ...found, isAside: found.isAside || isPartly(found) };
  const framework = entries.find((entry) => entry.category === 'framework' && entry.rank <= 3 && isOwn(entry));
  const isTop = library?.hits.some(({ kind, evidence }) => kind === 'own' && !evidence.path.includes('/')) === true;
  const own = framework ?? (leading.frameworks.length === 0 || isTop ? library : undefined);
  const shownLanguages = languagesOf(languages, leading);
  const machines = (infrastructure(entries, language, shape.isPlaybook) ?? [])
    .map((entry) => shownOf(entry))
    .filter((shown) => shown !== undefined);
  const isBuilt = leading.frameworks.length > 0 && machines.length === 0;
  const isPlain = leading.frameworks.length === 0 && machines.length === 0 && own === undefined;
  const small = smallServersOf(leading.frameworks, shape.served);
  const isServed = small.length > 0;
  const hasCommands = own === undefined && (isPlain || isServed) && !entries.some(drawsWindows);
  const commands = hasCommands ? commandLibraryOf(entries) : undefined;
  // What more of the files read commands with than serve, the commands come first.
  const isOfCommands =
    isServed && commands !== undefined && small.every(({ entry }) => importsOf(entry) <= importsOf(commands.entry));
  // What the parts of a framework can talk to is a choice of those who use it.
  const data =
    isBuilt && own === undefined && !leading.isAside && keepsData(leading)
      ? storageOf(entries, shape.hasSchema, shape.dumped)
      : undefined;
  const { main } = shape.runners;
  const runner = isBuilt && main !== undefined && !hasOwnRunner(language) ? shownOf(main) : undefined;
  const parts = {
    leading,
    languages: shownLanguages,
    machines,
    own: own === undefined ? undefined : shownOf(own),
    data,
    runner,
    commands,
    isOfCommands,
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
    parts.own,
    ...(isOfCommands ? [commands] : []),
    ...(isBuilt ? leading.frameworks : []),
    commands,
    ...ownLanguages,
    ...(data?.shown ?? []),
    runner,
  ].filter((shown) => shown !== undefined);
  const isLibrary = library !== undefined || leading.frameworks.length === 0;
  const hosts = entries.filter((entry) => isLibrary && entry.category === 'framework' && isForUsers(entry));
  const told = entries.filter(
    (entry) =>
      !hosts.includes(entry) &&
      (entry.category !== 'testing' || shape.runners.names.has(entry.name)) &&
      !(entry.category === 'language' && left.includes(entry.name)),
  );
  const runners = [...shape.runners.names].flatMap((name) => told.filter((entry) => entry.name === name));
  const inTurn = [...told.filter((entry) => !runners.includes(entry)), ...runners];
  const known = [first, shownServed(entries, shape.served), hosts.flatMap((entry) => shownOf(entry, isPeer) ?? [])];
  const { content, places } = listOf(inTurn, known, machines.length === 0, title);
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

/** Files of the product that import one of its packages, at most. */
const importsOf = ({ hits }: StackEntry): number =>
  Math.max(0, ...hits.map(({ weight, imports = 0 }) => (weight > 0 ? imports : 0)));

/** Whether a framework is known that the packages of a language bring. */
const hasFramework = (entries: readonly StackEntry[], { name }: StackEntry): boolean => {
  const home = ecosystemOfLanguage(name);
  return entries.some(
    ({ category, rank, hits }) =>
      category === 'framework' &&
      rank <= 2 &&
      hits.some(({ weight, dependency }) => weight > 1 && dependency !== undefined && dependency.ecosystem === home),
  );
};

/** A library that works with more frameworks than this has a part for each of them, and is built with none. */
const mostHosts = 2;

function withoutAdapters(entries: readonly StackEntry[]): readonly StackEntry[] {
  const isAsked = ({ hits }: StackEntry, as: 'peer' | 'runtime'): boolean =>
    hits.some(({ weight, dependency }) => weight > 0 && dependency?.requirement.scope === as);
  const hosts = entries.filter((entry) => entry.category === 'framework' && isAsked(entry, 'peer'));
  // A program beside the library is built with what it runs on.
  return hosts.length > mostHosts
    ? entries.filter((entry) => !hosts.includes(entry) || isAsked(entry, 'runtime'))
    : entries;
}

/** Of all code what asks for them is the smaller half, in folders of its own: the whole is not built with them. */
function isPartly({ frameworks }: Leading): boolean {
  const reach = frameworks.reduce((sum, { entry }) => sum + (entry.reach ?? 1), 0);
  return frameworks.length > 0 && reach < wholeReach && frameworks.every(({ entry }) => !isOfWhole(entry));
}

const wholeReach = 0.5;

const nothingLeads: Leading = { frameworks: [], isAside: false };

/** Whoever takes the library brings it along; those who work on it have it for trying that. */
function isForUsers({ hits }: Pick<StackEntry, 'hits'>): boolean {
  const asking = hits.filter(({ weight }) => weight > 0).map(({ dependency }) => dependency?.requirement.scope);
  return asking.includes('peer') && asking.every((scope) => scope === 'peer' || scope === 'dev');
}

const isPeer = ({ dependency }: Hit): boolean => dependency?.requirement.scope === 'peer';

/**
 * The main ones. What the first framework is written in comes before them and is never left out: what its pages do, and
 * copies that nobody marked as such, may be more code.
 */
function languagesOf(languages: readonly StackEntry[], { frameworks: [first], isAside }: Leading): readonly Shown[] {
  const home = first === undefined || isAside ? [] : [...ecosystemsOf(first.entry)];
  const isHome = ({ name }: StackEntry): boolean => home.some((one) => one === ecosystemOfLanguage(name));
  const least = (at: number): number => (at > 2 ? 1 : ([0, secondLanguage, thirdLanguage][at] ?? 1));
  const main = languages
    .filter(({ name }, at) => at === 0 || !configurationLanguages.has(name))
    .filter(({ score }, at) => score >= least(at));
  const own = languages.filter(isHome).slice(0, main.some(isHome) ? 0 : 1);
  return [...main.filter(isHome), ...own, ...main.filter((entry) => !isHome(entry))].flatMap(
    (entry) => shownOf(entry) ?? [],
  );
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
  /** Where nothing else leads, or only a router does. */
  readonly commands: Shown | undefined;
  /** They are more of it than what it serves. */
  readonly isOfCommands: boolean;
}

/** As much of the sentence as a title holds; a part is left out as a whole, the least telling first. */
function titleOf(told: Told): string | undefined {
  const { leading, languages, machines, own, data, runner, commands } = told;
  if (machines.length > 0) return `Built with ${joined(machines.map(({ text }) => text))}`;
  if (languages.length === 0) return undefined;
  const written = (versions: boolean): string =>
    joined(languages.map(({ text, entry }) => (versions ? text : entry.name)));
  const frameworks = leading.frameworks;
  if (frameworks.length === 0) {
    const start = own === undefined ? 'Written in' : `The source of ${madeHere(own)}, written in`;
    return shortTitle(
      `${start} ${written(true)}${commands === undefined ? '' : `, its commands with ${commands.text}`}`,
    );
  }
  const named = (versions: boolean): string =>
    joined(frameworks.map((shown) => inPart(shown, leading.isAside ? [] : frameworks, versions)));
  const isSpread = frameworks.some(({ entry }) => partOf(entry) === '' && !isOfWhole(entry));
  const start = (versions: 0 | 1 | 2): string => {
    if (told.isOfCommands && commands !== undefined)
      return `Written in ${written(versions > 1)}, its commands with ${versions > 0 ? commands.text : commands.entry.name}, a server in it with ${named(versions > 0)}`;
    if (leading.isAside)
      return `Written in ${written(versions > 1)}, with ${named(versions > 0)}${isSpread ? ' in parts of it' : ''}`;
    const built = `${named(versions > 0)} on ${written(versions > 1)}`;
    return own === undefined ? `Built with ${built}` : `The source of ${madeHere(own)}, built with ${built}`;
  };
  const rest = [
    data?.words ?? '',
    commands === undefined || told.isOfCommands ? '' : `, its commands with ${commands.text}`,
    runner === undefined ? '' : `, tested with ${spoken[runner.entry.name] ?? runner.entry.name}`,
  ];
  const parts = rest.filter((part) => part !== '');
  // What keeps the data says more than versions, and these more than what runs the tests.
  for (let kept = parts.length; kept >= 0; kept--)
    for (const versions of kept > 1 ? ([2, 1] as const) : ([2, 1, 0] as const)) {
      const title = `${start(versions)}${parts.slice(0, kept).join('')}`;
      if (title.length <= 120) return title;
    }
  return frameworks.length > 2
    ? titleOf({ ...told, leading: { ...leading, frameworks: frameworks.slice(0, -1) } })
    : shortTitle(start(0));
}

/** Others use it by a part of it, which is called by the whole. */
const madeHere = ({ entry }: Shown): string => entry.name.replace(/ SDK$/, '');

/** With the folder that asks for it, where several frameworks share the sentence and not the folder, or one shapes no more than that. */
function inPart(shown: Shown, all: readonly Shown[], hasVersion: boolean): string {
  const part = partOf(shown.entry);
  const isApart = part !== '' && (all.length === 0 || all.some((other) => partOf(other.entry) !== part));
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
