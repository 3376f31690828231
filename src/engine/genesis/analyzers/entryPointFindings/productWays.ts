import type { EntryPoint } from '../../../../shared/inventory';
import { folderOf, foldersUp, isInside } from '../../facts/paths';
import { asideRoles } from '../../fileRoles';
import type { FileRecord, ScanModel } from '../../scanModel';
import { manifestExtractor } from '../dependencies/extractors';
import { isBeside, siteCheck } from '../techStack/productPaths';
import { programNames } from '../waysIn/programNames';
import { notShipped } from './notShipped';
import { ofOtherPrograms } from './otherPrograms';
import { LanguageShares } from './programs/languageShares';
import { isTestAsset, type Program } from './programs/program';

/** The site with the documents: below the source of the product such a folder is a part of it, or of a path. */
export const documentSite =
  /^(?:(?!(?:src|app|pages|routes|server|lib|internal)\/)[^/]+\/){0,6}(?:docs|documentation|[\w-]{1,30}[_-]docs|docs[_-]site)\//;

/** What those who develop run, where no manifest installs it: scripts, and commands in a folder of their own. */
const chores =
  /^(?:(?:apps|packages|libs|crates|services)\/[^/]{1,80}\/)?(?:scripts?|hack|contrib|dev|ci|extras?|xtasks?|tools?|packaging|releases?|misc|itests?|integration[-_]tests?|\.[\w-]{1,40})\/.{0,300}\.[a-z]{1,4}$|^utils?\/[\w-]{1,80}(?:\.[a-z]{1,4})?$|\/[Cc]ommands\/[Dd]ev(?:elop(?:ment|er))?\/|^(?:(?!src\/|lib\/)[^/]{1,80}\/){1,2}scripts\/.{0,300}\.(?:py|rb)$|(?:^|\/)tools\/(?:build|release|bump|update|gen(?:erate)?)[_-]?\w{0,60}\.py$|(?:^|\/)src\/bin\/(?:[\w-]{1,40}[_-])?(?:fixture|mock|dummy)s?(?:\.rs|\/)/;

/** At the top lies what builds the others, in Rust. */
const buildsAll = /^(?:build|ci|eng)\/.{0,300}\.rs$/;

/** What a program of the project's own runs to build it. */
const tasks = /^tasks\/.{0,300}\.[cm]?[jt]s$/;

/** What a package gives to the tests of others. */
const forTests = /\/(?:contrib\/)?testing\//;

export const isOfProduct = (file: FileRecord | undefined): boolean =>
  file === undefined || (!asideRoles.has(file.role) && !isTestAsset(file.path));

/** Ways into the product, and not into what those who develop it run beside it. */
export function waysOfProduct(model: ScanModel, programs: readonly Program[]): readonly EntryPoint[] {
  const isOfSite = siteCheck(model);
  const isLeftOut = notShipped(model);
  const isOfOther = ofOtherPrograms(model, programs);
  const shares = new LanguageShares(model);
  const installed = model.inventory.commands.filter(({ kind }) => kind === 'binary');
  const names = new Set(
    [...programNames(model), ...programs.map(({ name }) => name)].map((name) => name.toLowerCase()),
  );
  const all = (model.inventory.entryPoints ?? []).filter((entry) => arePages(entry, isOfSite, model));
  return all.filter(
    (entry) =>
      !forTests.test(entry.file) &&
      // A script of Ruby that makes jobs of its own measures the queue.
      !(entry.kind === 'job' && /^(?:bin|bench|benchmarks?)\//.test(entry.file)) &&
      !(entry.kind === 'websocket' && (chores.test(entry.file) || tasks.test(entry.file))) &&
      (entry.kind !== 'cli' || (isForUsers(entry) && !isProgram(entry, names, all))),
  );

  /** A library that the nearest manifest asks for while one develops alone reads the words of those who do. */
  function isTyped(file: string, framework: string): boolean {
    if (!/\.[cm]?[jt]s$/.test(file)) return false;
    const path = [...foldersUp(folderOf(file))]
      .map((folder) => (folder === '' ? 'package.json' : `${folder}/package.json`))
      .find((one) => model.byPath.has(one));
    // What is installed may hold all that it asks for.
    if (path === undefined || installed.some((command) => command.file === path)) return false;
    const named = framework.toLowerCase().replace('caporal', '@caporal/core');
    const asked = model.factsIn(manifestExtractor, path)?.requirements.filter(({ name }) => name === named) ?? [];
    return asked.length > 0 && asked.every(({ scope }) => scope === 'dev');
  }

  /** A script of Python that lies in no package is typed by its path, beside what the package installs. */
  function isLoose(file: string): boolean {
    const folders = file.split('/').slice(0, -1);
    const beside = installed.filter((one) => pythonManifest.test(one.file) && isInside(file, folderOf(one.file)));
    return (
      folders.length > 0 &&
      beside.length > 0 &&
      !model.byPath.has(`${folderOf(file)}/__init__.py`) &&
      beside.every(({ run }) => !folders.includes(/^\w+/.exec(run)?.[0] ?? ''))
    );
  }

  function isForUsers({ file, framework }: EntryPoint): boolean {
    const name = file.slice(file.lastIndexOf('/') + 1);
    if (isLeftOut(file) || isOfOther(file) || buildsAll.test(file)) return false;
    if (tasks.test(file) || isTyped(file, framework)) return installed.some(({ run }) => run.includes(name));
    if (chores.test(file)) return installed.some(({ run }) => run.includes(name));
    if (!file.endsWith('.py')) return true;
    const record = model.byPath.get(file);
    // What little of another language there is looks after the repository.
    if (record !== undefined && !shares.isWidespread(record) && !installed.some((one) => pythonManifest.test(one.file)))
      return false;
    // Beside what a package of Python installs lies a script that looks after the repository.
    const own = installed.filter(
      (command) => pythonManifest.test(command.file) && folderOf(command.file) === folderOf(file),
    );
    if (framework !== 'Django' && own.length === 0 && isLoose(file)) return false;
    const module = name.slice(0, -'.py'.length);
    return own.length === 0 || own.some(({ run }) => run.startsWith(module) && !/\w/.test(run.charAt(module.length)));
  }
}

const pythonManifest = /(?:^|\/)(?:pyproject\.toml|setup\.(?:py|cfg))$/;

/** Libraries in which the program itself is written like one of its commands. */
const nested: ReadonlySet<string> = new Set(['Aesh', 'Cobra', 'clap', 'Clikt', 'Commander', 'picocli']);

/** The first of the commands, which is typed to reach all others. */
function isProgram({ framework, name }: EntryPoint, names: ReadonlySet<string>, all: readonly EntryPoint[]): boolean {
  return (
    (nested.has(framework) || framework.endsWith('/cli')) &&
    names.has(name.toLowerCase()) &&
    all.some((other) => other.kind === 'cli' && other.framework === framework && other.name !== name)
  );
}

/** Pages of sites of the repository's own that are not told with those of the product, by the folder of each. */
export function pagesBeside(model: ScanModel): ReadonlyMap<string, number> {
  const isOfSite = siteCheck(model);
  const counts = new Map<string, number>();
  for (const entry of model.inventory.entryPoints ?? [])
    if (entry.kind === 'page' && isOfProduct(model.byPath.get(entry.file)) && !arePages(entry, isOfSite, model)) {
      const folder = applicationOf(entry.file);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  return counts;
}

/** The application that pages are of: below it folders may be called anything. */
export const applicationOf = (path: string): string =>
  path.slice(0, path.search(/(?:^|\/)(?:src|app|pages|routes)\//) + 1);

/** Pages of the product, and not those of a site that explains it, of a sample or of what it is tried out with. */
function arePages({ kind, file }: EntryPoint, isOfSite: (path: string) => boolean, model: ScanModel): boolean {
  if (kind !== 'page') return true;
  const application = applicationOf(file);
  return !(
    isOfSite(file) ||
    documentSite.test(application) ||
    (application !== '' && isBeside(application)) ||
    !isOfProduct(model.byPath.get(file))
  );
}
