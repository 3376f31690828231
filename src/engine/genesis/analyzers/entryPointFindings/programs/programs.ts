import type { CodeFacts, SymbolFact } from '../../../facts/importGraph';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { pinnedToolsExtractor } from '../../architecture/map/pinnedTools';
import { codeExtractor } from '../../code/codeExtractor';
import { isBeside, siteCheck } from '../../techStack/productPaths';
import { isTemplatePath } from '../../techStack/templates';
import { androidPrograms } from './androidPrograms';
import { applicationPrograms } from './applicationPrograms';
import { browserPrograms } from './browserPrograms';
import { builtExtractor, builtPrograms } from './builtPrograms';
import { cmakeProgramOf, withoutBuildSteps } from './cmakePrograms';
import { commandPrograms } from './commandPrograms';
import { composePrograms } from './composePrograms';
import { processPrograms } from './containerPrograms';
import { withoutSideCrates } from './crates';
import { dartName, isInstalledByPub } from './dartPrograms';
import { declaredMains, type IsLaunched, launchedMains, type SaysMain } from './declaredMains';
import { dotnetProgram, startedProject, withoutTrials } from './dotnetPrograms';
import { elixirPrograms } from './elixirPrograms';
import { mainExtractor } from './extractors/mainExtractor';
import { goProgram, isReleased, type Release, releaseOf } from './goPrograms';
import { eachName, isOfPython, LanguageShares, missesMain } from './languageShares';
import { packagedPrograms } from './packagedPrograms';
import { placeAt as at, isTestAsset, ownName, type Program } from './program';
import { pythonProgram, servedFromTop } from './pythonPrograms';
import { xcodePrograms } from './xcodePrograms';

const isOwn = (file: FileRecord): boolean =>
  file.role === 'source' &&
  file.skipped === undefined &&
  !aside.test(withoutPackage(file.path)) &&
  !byHand.test(withoutPackage(file.path)) &&
  !benchmark.test(file.path) &&
  !isBeside(file.path) &&
  !isTestAsset(file.path) &&
  !runner.test(file.path) &&
  !isTemplatePath(file.path);

/** A module that is called like tools is shipped where scripts for users start its classes. */
const isShipped = (file: FileRecord, isLaunched: IsLaunched | undefined): boolean =>
  file.role === 'source' && file.skipped === undefined && !aside.test(file.path) && isLaunched?.(file.path) === true;

/** What those who develop run is a program for users where the build of C, or pub, installs it. */
const isInstalled = (file: FileRecord, model: ScanModel): boolean =>
  /\.(?:c|cc|cpp|cxx|dart)$/.test(file.path) &&
  byHand.test(file.path) &&
  isOwn({ ...file, path: file.path.replace(/(?:^|\/)(?:[\w-]{1,30}[_-])?tools?(?=\/)/g, '/src') }) &&
  (cmakeProgramOf(file.path, model)?.isInstalled === true || isInstalledByPub(file.path, model));

/** Below the sources of the JVM folders are parts of a name, as in `dev.shop.samples`, but for what says what a class is for. */
const withoutPackage = (path: string): string =>
  path.replace(
    /(?<=(?:^|\/)src\/\w{1,40}\/(?:java|kotlin|scala|groovy)\/)(?!.{0,300}\/(?:tools?|scripts?|fuzz)\/).*\//,
    '',
  );

/** Shown to readers, or started by tests, by whatever words their folders say so. */
const aside =
  /(?:^|\/)\w{1,20}Test\/(?:java|kotlin|scala|groovy)\/|(?:^|\/)spec\/|(?:^|[/_-])(?:examples?|samples?|demos?|tests?|benchmarks?|fixtures?)(?:[_-][^/]{0,40})?\/|(?:^|\/)(?:[^/]{0,80}\.)?(?:Tests?|TestApp|Samples?|Demos?|Examples?|Benchmarks?|Playground|Previews?)\//i;

/** Run by hand, to build, to pack or to look after the repository. */
const byHand =
  /^utils?\/.{1,300}\.(?:go|py|rb|[cm]?[jt]s)$|(?:^|\/)(?:Build[_-]?Tools|xtasks?)\/|(?:^|\/)(?:extras?|packaging|scripts?|(?:[\w-]{1,30}[_-])?tools?|cargokit|build|ci|eng|hack|(?:[\w-]{1,40}[_-])?contrib|dev|pocs?|toys?|(?:[\w-]{1,40}[_-])?docs?|website|(?:[\w-]{1,30}[_-])?fuzz(?:ing|ers?)?)\//;

const benchmark = /(?:^|\/)(?:metrics|benchmarks?|jmh|perf|(?:[\w-]{1,40}[_-])?load-?tests?)\/|Benchmarks?\.\w{1,6}$/i;

/** The windows that a framework of several platforms puts its one program into. */
const runner = /(?:^|\/)(?:ios|macos|linux|windows)\/(?:Runner|runner)\//;

/** All programs of the product: those that manifests declare, then those that the code of no other program imports. */
export function programsOf(model: ScanModel): readonly Program[] {
  const shares = new LanguageShares(model);
  const isOfProduct = (file: FileRecord): boolean => shares.isWidespread(file);
  const packaged = packagedPrograms(model, isOwn);
  const declared = commandPrograms(model, isOfProduct, new Set(packaged.map(({ place }) => place.path)));
  const xcode = xcodePrograms(model, isOwn);
  // What a package installs is told by the name that it is installed by.
  const services = composePrograms(model, (file) => isOwn(file) && isOfProduct(file) && !declared.covers(file.path));
  const release = releaseOf(model);
  const isLaunched = launchedMains(model);
  const saysMain = declaredMains(model, isLaunched);
  const isTold = (file: FileRecord): boolean =>
    isOwn(file) || isReleased(file, release) || isShipped(file, isLaunched) || isInstalled(file, model);
  const inCode = model.files
    .filter((file) => isTold(file) && isOfProduct(file))
    .filter(({ path }) => ![declared, xcode, services].some((told) => told.covers(path)))
    .flatMap((file) => {
      const program = programIn(file, { release, saysMain }, model);
      return program === undefined ? [] : [{ ...program, file }];
    });
  const imported = inCode.length > 1 ? importedFiles(model) : new Set<string>();
  // The root of a crate is named by its own modules.
  const free = withoutBuildSteps(inCode, model).filter(
    ({ file }) => !triedOut.has(file.language) || !imported.has(file.path) || saysMain(file.path) === true,
  );
  // A class that others use has a `main` to try it out, unless there is nothing else that starts.
  const started = free.length > 0 ? free : inCode;
  const known = [
    ...packaged,
    ...declared.programs,
    ...xcode.programs,
    ...started.map(({ file: _, ...program }) => program),
  ];
  // Beside a server that is not told, what works for it would pass for the whole.
  const hasServer =
    model.inventory.routes.length === 0 ||
    known.some(isOfPython) ||
    services.programs.some(({ name }) => !aid.test(name));
  const found = hasServer ? [...known, ...services.programs] : known;
  const archives = builtPrograms(model, found, isOwn, shares);
  // A class of a library that is typed by those who develop, where a server runs what is built.
  const isServed = archives.some(({ place }) => place.path.endsWith('pom.xml'));
  const isTyped = ({ place: { path } }: Program): boolean => typed.test(path) && saysMain(path) !== true;
  const built = [...(isServed ? found.filter((program) => !isTyped(program)) : found), ...archives];
  const apps = androidPrograms(model, isOwn);
  const all = [
    ...built.filter(({ place }) => apps.length === 0 || !besideApps.test(place.path)),
    ...applicationPrograms(model, built),
    ...elixirPrograms(model, isOwn),
    ...apps,
  ];
  all.push(...browserPrograms(model, all, shares));
  // A program that lies where no other module may import from is mostly one of those who develop.
  const hasOpen = all.some(({ place }) => place.path.endsWith('.go') && !internal.test(place.path));
  const open = all.filter(({ place }) => !(hasOpen && place.path.endsWith('.go') && internal.test(place.path)));
  // What makes the site is a program where there is no other.
  const isOfSite = siteCheck(model);
  const hasOthers = open.some(({ place }) => !writesCode.test(place.path));
  const ofProduct = open.filter(({ place }) => !isOfSite(place.path) && !(hasOthers && writesCode.test(place.path)));
  const programs = withoutTrials(withoutSideCrates(ofProduct.length > 0 ? ofProduct : open, model), model);
  if (programs.length === 0) {
    const served = servedFromTop(model, isOwn);
    return served.length > 0 ? served : processPrograms(model);
  }
  return missesMain(programs, shares, model) ? [] : eachName(programs, shares);
}

/** Classes of the JVM beside applications of phones that are typed where these are made. */
const besideApps =
  /(?:^|\/)(?:cli|command-?line|codegen|generators?|build-?(?:src|logic|plugins?))\/(?:[^/]+\/){1,12}[^/]+\.(?:java|kt)$/i;

/** Classes of the JVM that a build starts, to write what it compiles. */
const writesCode =
  /(?:^|[/_-])(?:code-?gen|generat(?:e|ors?|ion))\/.{0,300}\.(?:java|kt|scala)$|\/(?:Generate[A-Z]|CodeGen|Generator(?:Main)?\.)\w{0,80}\.?(?:java|kt|scala)$/;

const aid = /worker|consumer|scheduler|beat|executor|queue|cron|listener|bot$/;

const typed = /(?:^|\/)(?:Main|Cli|CLI)\.(?:java|kt)$/;

const internal = /(?:^|\/)internal\//;

/** Where anything may have a main part of its own, to try it out. */
const triedOut: ReadonlySet<string> = new Set(['java', 'kotlin', 'python']);

function importedFiles(model: ScanModel): ReadonlySet<string> {
  return new Set(
    model.files
      .filter((file) => file.role === 'source')
      .flatMap((file) => model.imports.importsOf(file.path))
      .filter(({ fact }) => fact.kind !== 'module' && fact.kind !== 'implicit')
      .flatMap(({ files }) => files),
  );
}

/** How a program of each language says that it is one. */
function programIn(
  file: FileRecord,
  { release, saysMain }: { readonly release: Release; readonly saysMain: SaysMain },
  model: ScanModel,
): Program | undefined {
  const facts = model.factsIn(codeExtractor, file.path);
  // A class may itself be called `Main`.
  const main = facts?.symbols.find(
    ({ name, kind }) => (name === 'main' || name === 'Main') && (kind === 'method' || kind === 'function'),
  );
  const mark = model.factsIn(mainExtractor, file.path)?.line;
  const named = (name: string, line: number): Program => ({ name: name || model.name, place: at(file.path, line) });
  const stem = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  switch (file.language) {
    case 'go':
      if (model.factsIn(pinnedToolsExtractor, file.path) !== undefined) return undefined;
      if (main !== undefined && facts !== undefined && isLoaded(main, facts)) return undefined;
      return facts?.namespace === 'main' && main ? goProgram(file, main.line, release, model) : undefined;
    case 'rust':
      return rustProgram(file, facts?.symbols ?? [], mark, model);
    case 'java':
      return main?.container &&
        main.kind === 'method' &&
        !triesOut.test(main.container) &&
        (saysMain(file.path) ?? startsSomething.test(main.container))
        ? named(className(main.container, facts?.namespace), main.line)
        : undefined;
    case 'kotlin':
      return main &&
        main.container === undefined &&
        (saysMain(file.path) ?? (mark !== undefined || startsSomething.test(stem)))
        ? named(className(stem, facts?.namespace), main.line)
        : undefined;
    case 'csharp':
      if (stem === 'Program') return dotnetProgram(file, mark ?? main?.line ?? 1, model);
      return main?.kind === 'method' ? startedProject(file, mark ?? main.line, model) : undefined;
    case 'python':
      return pythonProgram(file, mark, model);
    default:
      if (mark === undefined) return undefined;
      if (file.path.endsWith('.scala')) return scalaProgram(file, mark, saysMain, model);
      return nativeProgram(file.path, stem, mark, model);
  }
}

/** A `main` that does nothing beside code of C is there for the compiler alone: what is built is loaded by another program. */
const isLoaded = (main: SymbolFact, { imports }: CodeFacts): boolean =>
  main.endLine - main.line <= 1 && imports.some(({ specifier }) => specifier === 'C');

/** An object that starts, where the build names it, or it says by its name that it is a program. */
function scalaProgram(file: FileRecord, line: number, saysMain: SaysMain, model: ScanModel): Program | undefined {
  const whole = model.factsIn(mainExtractor, file.path)?.name;
  const own = whole?.replace(/^.*\./, '') ?? '';
  if (whole === undefined || !(saysMain(file.path) ?? startsSomething.test(own))) return undefined;
  return {
    name: className(own, whole.includes('.') ? whole.slice(0, -own.length - 1) : undefined),
    place: at(file.path, line),
  };
}

/** C and Swift say what they build in files of the build; `@main` says it in the text. */
function nativeProgram(path: string, stem: string, mark: number, model: ScanModel): Program | undefined {
  if (/\w[_-]gen$|(?:^|[_-])(?:load[_-]?gen(?:erator)?|bench\w{0,10}|fuzz\w{0,10})$/i.test(stem)) return undefined;
  // A package of Swift calls a program like the folder of its sources.
  const target = /(?:^|\/)Sources?\/([^/]{1,80})\/main\.swift$/.exec(path)?.[1];
  const swift = path.endsWith('.swift') ? (target ?? path) : undefined;
  // A build of the project's own may say nothing that is read: a file that is called like the whole is its program.
  const isWhole =
    /\.(?:c|cc|cpp|cxx)$/.test(path) &&
    stem.toLowerCase() === model.name.toLowerCase() &&
    !isBuiltElsewhere(stem, model);
  const made = cmakeProgramOf(path, model);
  const name = made?.name ?? dartName(path, model) ?? swift ?? (isWhole ? stem : undefined);
  return name === undefined ? undefined : { name, place: at(path, mark), ...(made?.also && { also: made.also }) };
}

/** A build that names a program is cited for it: a file of that name may be one of several, or of another program. */
const isBuiltElsewhere = (name: string, model: ScanModel): boolean =>
  [...model.factsOf(builtExtractor)].some(([, built]) => built.some((one) => one.name === name));

/** A class that is called like those of any program is known by its package. */
const className = (name: string, namespace: string | undefined): string =>
  namespace !== undefined && /^(?:App|Main|main|Application|Launcher|Server)$/.test(name)
    ? `${namespace}.${name}`
    : name;

/** Classes of the JVM often have a `main` to try them out: a program says by its name that it is one. */
const startsSomething =
  /^(?:App|Main|main)(?:[A-Z]\w{0,40})?$|(?:App|Application|Main|Server|Launcher|Bootstrap|Cli|CLI|Daemon)$/;

/** What shows a library, and a server that tests ask. */
const triesOut = /^(?:Demo|Example|Sample)(?:[A-Z]\w{0,40})?$|(?:Demo|Example|Sample|Test(?:Server|App|Application))$/;

/** Cargo makes a program of these files, whatever a framework calls what starts it. */
function rustProgram(
  file: FileRecord,
  symbols: readonly SymbolFact[],
  mark: number | undefined,
  model: ScanModel,
): Program | undefined {
  const [, crate = '', bin] = /^(.*?)\/?src\/(?:main\.rs|bin\/([^/.]+)(?:\.rs|\/main\.rs))$/.exec(file.path) ?? [];
  if (!/(?:^|\/)src\/(?:main\.rs|bin\/[^/]+(?:\/main)?\.rs)$/.test(file.path)) return undefined;
  // Where it cannot run, a short one says so.
  const [start] = symbols
    .filter(({ name, container }) => container === undefined && /^(?:main|rocket)$/.test(name))
    .toSorted((a, b) => b.endLine - b.line - (a.endLine - a.line));
  // A crate may itself lie in a folder `src/bin`.
  const above = /^(.*)\/src\/main\.rs$/.exec(file.path)?.[1];
  const isCrate = above !== undefined && model.byPath.has(`${above}/Cargo.toml`);
  const line = start?.line ?? mark;
  // What a macro makes of it is loaded by another program.
  return line === undefined
    ? undefined
    : { name: isCrate ? ownName(above, model) : (bin ?? ownName(crate, model)), place: at(file.path, line) };
}
