import { folderOf } from '../../../facts/paths';
import { languageEntry } from '../../../languages/linguistTable';
import { roleOf } from '../../../languages/roleOf';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { manifestExtractor } from '../../dependencies/extractors';
import { groupBy } from '../../dependencies/text/groupBy';
import { dumpExtractor } from '../../product/extractors';
import { isBeside } from '../../techStack/productPaths';
import { buildLanguages, stateOfSteps } from './codeFiles';

/** The product's own code, and what lies beside it in folders whose names say so. */
export interface ProductCode {
  readonly source: readonly FileRecord[];
  readonly aside: readonly FileRecord[];
}

/** Of all code so much is counted at least: where most of it is called scripts, it is the product. */
const leastOwn = 0.6;
/** A site that presents a small library may be as large. */
const leastBesideSite = 0.3;

/** Where people keep what they work with; a tool that has to be compiled may be given to others. */
const workshop =
  /^(?:labs?|experiments?|scratch|tools?|tooling|dev|dev-?tools|(?:dev|build|docker)[-_]?scripts|maint(?:enance)?|utils?-?scripts|packaging|releases?|snap(?:craft|-src)?|codemods|build\/(?:scripts?|tools?|config)|requirements|debian|rpm|flatpak|gulp(?:-?tasks)?|eslint-(?:local-)?rules|rubocop|cops)\//i;
const scripts: ReadonlySet<string> = new Set(
  'Shell Batchfile PowerShell Python Perl Ruby JavaScript TypeScript TSX Lua PHP Awk Tcl Makefile Dockerfile HCL'.split(
    ' ',
  ),
);
/** Where scripts of a shell build, pack or start a product, and any others do so for one that is compiled. */
const shellPlace = /^(?:builds?|builders?|utils?|misc|support|deploy(?:ment)?|docker|packag(?:e|ing))\//i;
/** Pages that present a product, in whichever language, also as a package. */
const sitePlace = /^(?:(?:packages|apps|js)\/)?_?(?:web-?site|home-?page|docs-site|landing(?:-page)?|marketing)\//i;
const shells: ReadonlySet<string> = new Set(['Shell', 'Batchfile', 'PowerShell']);

/** Whether it lies in a folder at the top whose name says that it is no part of the product. */
function isApart({ path, languageName }: FileRecord, isCompiled: boolean): boolean {
  // In PHP a folder with a capital is a namespace.
  if (languageName === 'PHP' && /^[A-Z]/.test(path)) return false;
  // Programs in Perl lie there by custom.
  if (languageName === 'Perl' && path.startsWith('script/')) return false;
  return (
    // What a manifest takes for the product is one, whatever its folder is called.
    (isBeside(topOf(path)) && roleOf(path) === 'source') ||
    sitePlace.test(path) ||
    path.startsWith('dev/') ||
    setApart.test(path) ||
    ((workshop.test(path) || ofPackage.test(path)) && scripts.has(languageName)) ||
    ((isCompiled ? scripts : shells).has(languageName) && shellPlace.test(path))
  );
}

/** The scripts of one package of many. */
const ofPackage =
  /^(?:packages|apps|libs|crates|modules|plugins|services)\/(?:@[\w.-]{1,60}\/)?[\w.-]{1,80}\/scripts?\//;
/** What an underscore sets apart, in whichever language: `app/_tools/`. */
const setApart = /^(?:[\w.-]{1,80}\/){0,3}?_(?:tools?|scripts?|dev)\//;

/** The folder whose name says so: one at the top, or in a package. */
export function asideFolder(path: string): string {
  return setApart.exec(path)?.[0] ?? ofPackage.exec(path)?.[0] ?? sitePlace.exec(path)?.[0] ?? topOf(path);
}

const topOf = (path: string): string => path.slice(0, path.indexOf('/') + 1);

/** Crates that are published with the product, whatever the folder of additions around them is called. */
function publishedCrates(model: ScanModel): readonly string[] {
  return model.files.flatMap(({ path }) => {
    const facts = addedCrate.test(path) ? model.factsIn(manifestExtractor, path) : undefined;
    return facts?.version !== undefined && facts.isPrivate !== true ? [`${folderOf(path)}/`] : [];
  });
}

const addedCrate = /^(?:contrib|extras?)\/.{1,300}\/Cargo\.toml$/;

/** The product uses a folder that so many of its files import from, whatever the folder is called. */
const leastUsers = 2;

/** The source without what lies in folders of scripts, checks and additions, at the top or in a package. */
export function productCode(model: ScanModel): ProductCode {
  return model.shared(divide, divide);
}

function divide(model: ScanModel): ProductCode {
  const all = model.files.filter(
    (file) =>
      file.role === 'source' &&
      file.skipped === undefined &&
      isCode(file) &&
      !buildLanguages.has(file.languageName) &&
      !stateOfSteps.test(file.path) &&
      model.factsIn(dumpExtractor, file.path) === undefined,
  );
  const isGo = all.some(({ languageName }) => languageName === 'Go');
  return apart(
    model,
    // Templates of others end so, too.
    all.filter(({ path }) => isGo || !path.endsWith('.tmpl')),
  );
}

/** Where a site may lie as well as the pages that a program serves: a manual has many pages, and little beside them. */
const pagePlace = /^(?:www|htdocs|public_html)\//;
const leastPages = 20;
const pagesOfManual = 0.8;

function manualsOf(all: readonly FileRecord[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [folder, files] of groupBy(
    all.filter(({ path }) => pagePlace.test(path)),
    ({ path }) => topOf(path),
  )) {
    const pages = files.filter(({ languageName }) => languageName === 'HTML').length;
    if (pages >= leastPages && pages >= files.length * pagesOfManual) found.add(folder);
  }
  return found;
}

function apart(model: ScanModel, all: readonly FileRecord[]): ProductCode {
  const isCompiled = !scripts.has(mainLanguage(all));
  const manuals = isCompiled ? manualsOf(all) : new Set<string>();
  const isSetApart = (file: FileRecord): boolean => isApart(file, isCompiled) || manuals.has(topOf(file.path));
  const users = new Map<string, Set<string>>();
  for (const file of all) {
    if (!isSetApart(file)) continue;
    const { path } = file;
    const top = asideFolder(path);
    const own = users.get(top) ?? new Set();
    for (const from of model.imports.importersOf(path))
      if (asideFolder(from) !== top && !isBeside(topOf(from)) && model.byPath.get(from)?.role === 'source')
        own.add(from);
    users.set(top, own);
  }
  const published = publishedCrates(model);
  const isAside = (file: FileRecord): boolean =>
    isSetApart(file) &&
    !published.some((folder) => file.path.startsWith(folder)) &&
    (users.get(asideFolder(file.path))?.size ?? leastUsers) < leastUsers;
  const bytes = (files: readonly FileRecord[]): number => files.reduce((sum, file) => sum + file.bytes, 0);
  const source = all.filter((file) => !isAside(file));
  if (bytes(source) >= bytes(all) * leastOwn) return { source, aside: all.filter(isAside) };
  const isSite = (file: FileRecord): boolean => sitePlace.test(file.path) && isAside(file);
  const others = all.filter((file) => !isSite(file));
  return bytes(others) < bytes(all) * leastBesideSite
    ? { source: all, aside: [] }
    : { source: others, aside: all.filter(isSite) };
}

/** The language in which most of it is written. */
function mainLanguage(files: readonly FileRecord[]): string {
  const sizes = new Map<string, number>();
  for (const { languageName, bytes } of files) sizes.set(languageName, (sizes.get(languageName) ?? 0) + bytes);
  return [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** Of linguist's data those that people write as code, and of its markup those that are documents. */
const codeOfData = new Set(['SQL', 'GraphQL', 'Protocol Buffer', 'CQL', 'Vue', 'Svelte', 'Astro']);
const documents = new Set([
  'Roff',
  'Roff Manpage',
  'TeX',
  'MDX',
  'mdsvex',
  'Jupyter Notebook',
  'SVG',
  'Rich Text Format',
  'Mermaid',
  'PlantUML',
  'D2',
]);

/** What linguist takes for programs, and people write for others to read. */
const texts = new Set(['Gherkin', 'Fluent']);

/** Programs write schemas of GraphQL that are longer, out of the code beside them. */
const longestSchema = 5_000;

/** What is written to run, to be shown or to be asked: no keys, lists and settings. */
export function isCode({ languageName, lines }: FileRecord): boolean {
  if ((languageName === 'GraphQL' && lines > longestSchema) || texts.has(languageName)) return false;
  const type = languageEntry(languageName)?.type;
  return codeOfData.has(languageName) || type === 'programming' || (type === 'markup' && !documents.has(languageName));
}
