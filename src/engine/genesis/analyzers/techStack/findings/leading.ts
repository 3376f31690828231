import type { Ecosystem } from '../../dependencies/manifestFacts';
import { ecosystemOfLanguage } from '../data/programmingLanguages';
import { packageFolder } from '../hits';
import { isRunning } from '../mainFrameworks';
import type { StackEntry } from '../stack';
import { type Shown, shownOf } from './shown';

/** Of all code, a second framework draws or serves at least this much to stand beside the first. */
const smallestReach = 0.1;
/** And a server at least this much to be told before the pages. */
const serverReach = 0.2;
/** Beside two others a service of its own holds at least this much. */
const serviceReach = 0.05;
const mostServices = 2;
/** What leads has to be written in the main language, or in one of at least this much of the code. */
const homeShare = 0.3;

export interface Leading {
  /** The main one first; each is shown by a place of the product, and those after two by the part that they serve. */
  readonly frameworks: readonly Shown[];
  /** They only draw pages of what is mostly written in another language. */
  readonly isAside: boolean;
}

/** What leads is what the product's main code asks for; what its side packages ask for stands behind, or is left out. */
export function leadingOf(entries: readonly StackEntry[], languages: readonly StackEntry[]): Leading {
  const candidates = entries
    .filter((entry) => entry.category === 'framework' && entry.rank <= 3 && !isOwn(entry) && isRun(entry))
    .filter((entry) => !libraries.has(entry.name) || isUsedWidely(entry))
    .filter((entry) => entry.isServerSide || !isUnseen(entry))
    .map((entry) => shownOf(entry))
    .filter((shown) => shown !== undefined);
  const homes = homesOf(languages);
  const isForeign = ({ entry }: Shown): boolean => {
    // Scripts of pages are large; what serves a good part of the files is at home whatever their size.
    if (entry.isServerSide && (entry.reach ?? 0) >= serverReach) return false;
    const own = [...ecosystemsOf(entry)];
    return own.length > 0 && !own.some((ecosystem) => homes.has(ecosystem));
  };
  const atHome = candidates.filter((shown) => !isForeign(shown));
  // An app beside a program of C or C++ is the smaller part, though a list of packages asks for what it is made with.
  const main = /^(?:C|C\+\+)$/.test(languages[0]?.name ?? '') ? atHome.find(isOfHeaders) : undefined;
  const first = main ?? atHome[0] ?? candidates[0];
  // A wrapper that puts the product onto another system is no part of what it is built with.
  const isWrapper = atHome.length === 0 && (first?.entry.reach ?? 0) < smallestReach;
  if (first === undefined || isWrapper) return { frameworks: [], isAside: false };
  const others = candidates.filter((shown) => shown !== first && stands(shown.entry, first.entry));
  // The other side of the product says more than an addition to the first.
  const second = others.find((shown) => shown.entry.isServerSide !== first.entry.isServerSide) ?? others[0];
  const pair =
    second === undefined
      ? [first]
      : isServerOf(second.entry, first.entry, ecosystemOfLanguage(languages[0]?.name ?? ''))
        ? [second, first]
        : [first, second];
  return { frameworks: [...pair, ...servicesOf(candidates, pair)], isAside: atHome.length === 0 };
}

/** Known by headers that code includes. */
const isOfHeaders = ({ entry }: Shown): boolean =>
  entry.hits.every(({ part, weight }) => weight === 0 || part.startsWith('import:native/'));

/** Where each of several services, or of several pages of one, is built with a framework of its own, all are told. */
function servicesOf(candidates: readonly Shown[], pair: readonly Shown[]): readonly Shown[] {
  const taken = new Set(pair.map(({ entry }) => partOf(entry)));
  if (!pair.some(({ entry }) => entry.isServerSide || servesPages.has(entry.name))) return [];
  return candidates
    .filter(({ entry }) => {
      const part = partOf(entry);
      if (part === '' || taken.has(part) || libraries.has(entry.name)) return false;
      const [rank, least] = entry.isServerSide ? [2, serviceReach] : [3, smallestReach];
      if (entry.rank > rank || (entry.reach ?? 0) < least) return false;
      taken.add(part);
      return true;
    })
    .slice(0, mostServices);
}

/** Both sides in one. */
const servesPages = new Set(['Next.js', 'Nuxt', 'Remix', 'SvelteKit', 'SolidStart', 'TanStack Start', 'React Router']);

const isRun = (entry: StackEntry): boolean => !entry.isServerSide || entry.hits.some((hit) => isRunning(entry, hit));

/** A toolkit of Python that no code imports is asked for by another package, or was left over. */
const isUnseen = ({ hits }: StackEntry): boolean =>
  hits.every(
    ({ weight, dependency, imports = 0 }) => weight === 0 || (dependency?.ecosystem === 'pypi' && imports === 0),
  );

/** A library shapes what imports it in several places. */
function isUsedWidely({ hits }: StackEntry): boolean {
  return hits.some(({ imports }) => imports === undefined || imports >= leastImports);
}

const leastImports = 3;

/** Where the packages of the main languages come from. */
export function homesOf(languages: readonly StackEntry[]): ReadonlySet<Ecosystem | undefined> {
  const main = languages.filter(({ score }, at) => at === 0 || score >= homeShare);
  return new Set(main.map(({ name }) => ecosystemOfLanguage(name)));
}

/** The repository is where it is made, and no package but those beside it asks for it. */
export function isOwn({ hits }: StackEntry): boolean {
  const own = new Set(hits.flatMap(({ kind, part }) => (kind === 'own' ? [part] : [])));
  return own.size > 0 && hits.every(({ part, weight }) => own.has(part) || weight === 0);
}

/** Beside the first: another side of the product, or an addition that the same package asks for. */
function stands(entry: StackEntry, first: StackEntry): boolean {
  const folders = foldersOf(first);
  const isAddition = entry.isServerSide === first.isServerSide && [...foldersOf(entry)].some((one) => folders.has(one));
  if (isAddition) return additions.has(entry.name);
  return (entry.reach ?? 0) >= smallestReach && !libraries.has(entry.name);
}

/** What serves comes before what it is shown with, unless it is a small part. */
function isServerOf(second: StackEntry, first: StackEntry, home: Ecosystem | undefined): boolean {
  if (!second.isServerSide || first.isServerSide) return false;
  if (home !== undefined && ecosystemsOf(second).has(home) && !ecosystemsOf(first).has(home)) return true;
  const reach = second.reach ?? 0;
  return first.rank > 1 ? reach >= serverReach : reach > (first.reach ?? 1);
}

/** What makes another thing of the framework that it is added to; the rest is a library among others. */
const additions = new Set(
  [
    'Jetpack Compose|Wagtail|Electron|Tauri|Ionic|Expo|Capacitor|Django REST framework|Django Ninja|Flask-RESTful',
    'Flask-RESTX|API Platform|Livewire|Filament|Inertia.js|Phoenix LiveView|Ash|FastEndpoints|Netflix DGS|Spring Cloud',
    'Apache Camel|Grape|.NET MAUI|Blazor|Orleans|ABP Framework|React|Vue|Svelte|SolidJS|Preact|Lit|Angular',
  ].flatMap((names) => names.split('|')),
);

/** Of the rank of a framework, and yet what serves no pages and no calls by itself. */
export const libraries: ReadonlySet<string> = new Set(
  'aiohttp|LangChain|LangGraph|LlamaIndex|Transformers|scikit-learn|Keras|Ray|CrewAI|DSPy|Haystack|PydanticAI|.NET Aspire'.split(
    '|',
  ),
);

/** The top asks for it, or code that no folder stands for. */
export const isOfWhole = (entry: StackEntry): boolean =>
  foldersOf(entry).has('') ||
  entry.hits.some((hit) => hit.weight > 0 && ofNoFolder.test(hit.part) && hit.within === undefined);

/** An import is shown by one file of many, and a reference to what .NET brings is one of all that refer to the project. */
const ofNoFolder = /^(?:import|tool:framework):/;

function foldersOf(entry: StackEntry): ReadonlySet<string> {
  return new Set(entry.hits.filter((hit) => isRunning(entry, hit)).map((hit) => packageFolder(hit.evidence.path)));
}

export function ecosystemsOf(entry: StackEntry): ReadonlySet<Ecosystem> {
  const own = entry.hits
    .filter(({ weight }) => weight > 0)
    .map(({ part, dependency }) => {
      if (dependency !== undefined) return dependency.ecosystem;
      const kind = part.replace(/^import:/, '').split(/[:/]/)[0] ?? '';
      const runtime = part === 'runtime:vscode' ? 'npm' : 'pub';
      return (kind === 'tool' ? 'nuget' : kind === 'runtime' ? runtime : kind) as Ecosystem;
    });
  return new Set(
    own.filter((ecosystem) => !['file', 'root', 'suffix', 'manifest', 'image', 'native'].includes(ecosystem)),
  );
}

/** The folder that alone asks for a framework, to be said beside its name; empty for the top and for several. */
export function partOf(entry: StackEntry): string {
  const within = entry.hits.find((hit) => hit.weight > 0 && hit.within !== undefined)?.within;
  if (within !== undefined) return within;
  if (entry.hits.some((hit) => hit.weight > 0 && ofNoFolder.test(hit.part))) return '';
  const folders = [...foldersOf(entry)];
  const [folder = ''] = folders;
  return folders.length === 1 && folder.length <= 30 ? folder : '';
}
