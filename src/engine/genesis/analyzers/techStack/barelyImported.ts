import type { ScanModel } from '../../scanModel';
import { codeFiles } from '../architecture/map/codeFiles';
import { pythonImportNames } from '../dependencies/data/pythonImportNames';
import type { PackageUsage } from '../dependencies/usage/packageUsage';
import type { StackEntry } from './stack';

interface Spread {
  readonly languages: readonly ('python' | 'go' | 'rust' | 'java' | 'kotlin')[];
  readonly ecosystem: 'pypi' | 'golang' | 'cargo' | 'maven';
  readonly packages: readonly string[];
  /** What shapes the product is imported by more of its files than this. */
  readonly least: number;
  /** And by so many it is imported enough, however large the rest is. */
  readonly enough: number;
}

/** Many a program of Python brings a small server for a page of settings; what serves is spread over what it is made of. */
const python = (name: string): Spread => ({
  languages: ['python'],
  ecosystem: 'pypi',
  packages: [name.toLowerCase()],
  least: 0.05,
  enough: 6,
});

/** A router of Go is asked for where routes are put together, a library of terminals where something is drawn. */
const go = (paths: string, least: number): Spread => ({
  languages: ['go'],
  ecosystem: 'golang',
  packages: paths.split(' '),
  least,
  enough: 40,
});

/** A server of Rust imports its framework wherever it answers; what only shows its pages for a moment does so in one file. */
const rust = (name: string): Spread => ({
  languages: ['rust'],
  ecosystem: 'cargo',
  packages: [name, name.replaceAll('-', '_')],
  least: 0.02,
  enough: 3,
});

/** What answers over HTTP beside something larger does so in one corner of it. */
const jvm: Spread = {
  languages: ['java', 'kotlin'],
  ecosystem: 'maven',
  packages: ['org.glassfish.jersey', 'org.jboss.resteasy', 'javax.ws.rs', 'jakarta.ws.rs'],
  least: 0.02,
  enough: 40,
};

const spreads: ReadonlyMap<string, Spread> = new Map([
  ...['FastAPI', 'Flask', 'Starlette', 'aiohttp', 'Sanic', 'Quart', 'Bottle', 'Tornado'].map(
    (name) => [name, python(name)] as const,
  ),
  ...['JAX-RS', 'Jersey', 'RESTEasy'].map((name) => [name, jvm] as const),
  ['Actix Web', rust('actix-web')],
  ['Axum', rust('axum')],
  ['Rocket', rust('rocket')],
  ['Warp', rust('warp')],
  ['Poem', rust('poem')],
  ['Salvo', rust('salvo')],
  ['GTK', { languages: ['rust'], ecosystem: 'cargo', packages: ['gtk', 'gtk4'], least: 0.05, enough: 6 }],
  // A toolkit of models that a few files can hand theirs to.
  ...['scikit-learn', 'Keras'].map(
    (name) => [name, { ...python(name), packages: pythonImportNames(name.toLowerCase()), enough: 20 }] as const,
  ),
  ['Gin', go('github.com/gin-gonic/gin', 0.04)],
  ['Echo', go('github.com/labstack/echo', 0.04)],
  ['Chi', go('github.com/go-chi/chi', 0.01)],
  ['httprouter', go('github.com/julienschmidt/httprouter', 0.01)],
  ['Gorilla Mux', go('github.com/gorilla/mux', 0.01)],
  ['Bubble Tea', go('github.com/charmbracelet/bubbletea charm.land/bubbletea', 0.05)],
  ['tview', go('github.com/rivo/tview github.com/derailed/tview', 0.05)],
  ['gocui', go('github.com/jesseduffield/gocui github.com/jroimartin/gocui github.com/awesome-gocui/gocui', 0.05)],
]);

const fewFiles = 30;

/** In fewer files what imports a framework may be something that is not read. */
const leastFiles = 5;

/** Whether it is a server of few words, which something larger may have in a corner. */
export const isSmallServer = (name: string): boolean => spreads.has(name);

/** Whether so few files of the product import a framework that it shapes a corner of it; none do where it was left over. */
export function isBarelyImported({ name, hits }: StackEntry, model: ScanModel, usage: PackageUsage): boolean {
  const spread = spreads.get(name);
  if (spread === undefined) return false;
  const files = codeFiles(model).filter(({ language }) => spread.languages.some((one) => one === language));
  const own = new Set(files.map(({ path }) => path));
  const sites = usage.sitesOf(spread.ecosystem, spread.packages).map((site) => site.file.path);
  const importing = new Set(sites.filter((path) => own.has(path))).size;
  // Interfaces of Java may be generated, and where it is made nobody imports it from outside.
  if (importing === 0) return spread !== jvm && files.length >= leastFiles && !hits.some(({ kind }) => kind === 'own');
  return files.length >= fewFiles && importing < Math.min(spread.enough, files.length * spread.least);
}
