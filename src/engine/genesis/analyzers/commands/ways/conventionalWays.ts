import type { Evidence } from '../../../../../shared/genesis';
import { folderOf } from '../../../facts/paths';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { codeExtractor } from '../../code/codeExtractor';
import { lineEvidence } from '../../dependencies/findings/lists';
import { ManifestSet } from '../../dependencies/inventory/manifestSet';
import { versionNumbers } from '../../dependencies/versions/version';
import { isBeside } from '../../techStack/productPaths';
import { type ConventionalCommand, conventionalCommands } from '../conventionalCommands';
import { commandExtractor } from '../extractors';
import { contentMarkExtractor, wantsArguments } from './contentMarks';
import { lacksEmbedded } from './embeddedFiles';
import { createMainLanguageCheck, isLargest } from './mainLanguages';
import { markLineOf } from './markLines';
import type { Way } from './way';

/** Builders whose files are not read: where one stands at the top, what is usual for the language may be the wrong way. */
const unreadBuilder =
  /^(?:WORKSPACE(?:\.bazel)?|MODULE\.bazel|BUILD(?:\.bazel)?|SConstruct|build\.xml|waf|wscript|pants\.toml|build\.zig|project\.clj|build\.mill)$/;

/** What everyone types who knows the tools that are there, where they build the language that most of the code is in. */
export function conventionalWays(model: ScanModel): Way[] {
  const isUnread = model.files.some(({ path }) => unreadBuilder.test(path));
  const seen = new Set<string>();
  const isMain = createMainLanguageCheck(model);
  // Data of tests and samples are projects of their own.
  const own = model.files.filter(({ role }) => role !== 'fixture' && role !== 'example' && role !== 'vendored');
  // What CMake builds calls other builders for parts of it.
  const isCmake = model.byPath.has('CMakeLists.txt');
  // What a plugin of one part offers is not there at the top.
  const atTop = model.inventory.dependencies.filter((one) => !one.manifest.includes('/'));
  const marked = filesByMarker(model);
  return conventionalCommands.flatMap((command, at) => {
    const { purpose, run, marker, dependency, somewhere, also, unless, isOfJobs, needsTests, testsIn } = command;
    // Builds of C are written by hand for each of the tools.
    if (isUnread && !/^(?:cmake|ctest|meson|autoreconf|zig|lein|\.\/(?:configure|autogen))\b/.test(run)) return [];
    if (wantsArguments(model, run.replace(/^\.\//, ''))) return [];
    if (isOfJobs === true && !isStartedByJobs(model, run)) return [];
    if (dependency !== undefined && !atTop.some((one) => dependency.test(one.name) && hasCommand(command, one.version)))
      return [];
    if (somewhere !== undefined && !model.inventory.dependencies.some((one) => somewhere.test(one.name))) return [];
    const found = marked(marker);
    const file = run.startsWith('dotnet ') ? mainSolution(found) : found[0];
    if (also !== undefined && !own.some((one) => also.test(one.path))) return [];
    if (unless?.every((other) => own.some((one) => other.test(one.path))) === true) return [];
    const tool = `${purpose} ${run.replace(/^\.\/mvnw/, 'mvn').replace('./gradlew', 'gradle')}`;
    if (file === undefined || seen.has(tool) || (isCmake && run.startsWith('cargo ')) || !isMain(file.path)) return [];
    if (cannotRun(model, run) || importsOther(model, file.path, command.unlessImports)) return [];
    seen.add(tool);
    const tests = model.factsIn(contentMarkExtractor, file.path)?.tests;
    if (needsTests === true && tests === undefined) return [];
    const below = testsIn === undefined ? undefined : firstTests(model, testsIn);
    if (testsIn !== undefined && below === undefined) return [];
    const line = needsTests === true ? tests : undefined;
    const evidence = below ?? lineEvidence(file.path, line ?? markLineOf(file.path, model));
    // A solution in a folder, or one of several, has to be named.
    const isAmbiguous = file.path.includes('/') || found.length > 1 || hasProjectBeside(model, file.path);
    const isWorkspace = /^cargo (?:build|test)$/.test(run) && hasMembers(model, run);
    const typed =
      run === 'go build ./...'
        ? `go build ${programOfGo(model)}`
        : run.startsWith('dotnet ') && isAmbiguous
          ? `${run} ${file.path}`
          : isWorkspace
            ? `${run} --workspace`
            : run;
    return [{ purpose, run: typed, evidence, does: '', declared: false, atTop: true, whole: true, order: 50 + at }];
  });
}

/** The first line that says that there are tests, the file nearest to the top before others. */
function firstTests(model: ScanModel, form: RegExp): Evidence | undefined {
  const [first] = [...model.factsOf(contentMarkExtractor)]
    .flatMap(([{ path, role }, { tests }]) =>
      tests === undefined || !form.test(path) || role === 'vendored' || role === 'example'
        ? []
        : lineEvidence(path, tests),
    )
    .toSorted((a, b) => a.path.split('/').length - b.path.split('/').length);
  return first;
}

/** Whether a pipeline starts a script at the top. */
function isStartedByJobs(model: ScanModel, run: string): boolean {
  return [...model.factsOf(commandExtractor)].some(([, commands]) =>
    commands.some((command) => command.kind === 'job' && command.run.split('; ').some((step) => step.startsWith(run))),
  );
}

/** The files with some mark: most marks are those of several commands. */
function filesByMarker({ files }: ScanModel): (marker: RegExp) => readonly FileRecord[] {
  const known = new Map<string, readonly FileRecord[]>();
  return (marker) => {
    const before = known.get(String(marker));
    if (before !== undefined) return before;
    const found = files.filter(({ path }) => marker.test(path));
    known.set(String(marker), found);
    return found;
  };
}

const pluginOfOthers = /^github\.com\/hashicorp\/(?:terraform-plugin-|packer-plugin-sdk)/;

/** What stops what is usual: files that a build of Go takes in and that are made before, and a choice of programs of Cargo. */
function cannotRun(model: ScanModel, run: string): boolean {
  // What Terraform and its like start says no more than that by itself.
  if (run === 'go run .' && model.inventory.dependencies.some(({ name }) => pluginOfOthers.test(name))) return true;
  if (run.startsWith('go ')) return lacksEmbedded(model);
  if (run.startsWith('dotnet ')) return hasOldProjects(model);
  // What an application of another framework has in Rust is built with that.
  if (run.startsWith('cargo ') && !isLargest(model, 'Cargo.toml')) return true;
  if (run !== 'cargo run') return false;
  const named = [...model.factsOf(commandExtractor)].find(([{ path }]) => path === 'Cargo.toml')?.[1] ?? [];
  const binaries = named.filter(({ kind, does }) => kind === 'binary' && does !== 'src/main.rs').length;
  return binaries + model.files.filter(({ path }) => /^src\/bin\/[^/]+(?:\.rs|\/main\.rs)$/.test(path)).length > 0;
}

/** Of packages of Go those of programs alone are kept when they are built, and of several only where a folder for them is named. */
function programOfGo(model: ScanModel): string {
  const folders = new Set(
    model.files
      .filter(
        ({ path, language, role }) => language === 'go' && role === 'source' && !isBeside(path) && !aside.test(path),
      )
      .filter(({ path }) => {
        const facts = model.factsIn(codeExtractor, path);
        return facts?.namespace === 'main' && facts.symbols.some(({ name }) => name === 'main');
      })
      .map(({ path }) => folderOf(path)),
  );
  const [only, second] = folders;
  if (only === undefined) return './...';
  if (folders.has('')) return '.';
  return second === undefined ? `./${only}` : '-o bin/ ./...';
}

const aside = /(?:^|\/)(?:scripts?|hack|tools?|contrib|build|ci|internal|integration|e2e|tests?)\//;

/** A package at the top of a workspace, or a choice of its members: without a word for the others Cargo takes these alone, of which to build them is meant. */
function hasMembers(model: ScanModel, run: string): boolean {
  const facts = ManifestSet.of(model).manifests.find(({ path }) => path === 'Cargo.toml')?.facts;
  const isChosen = run === 'cargo test' && facts?.mainMembers !== undefined;
  return (facts?.name !== undefined || isChosen) && (facts?.members?.length ?? 0) > 0;
}

/** Projects in the form that only MSBuild of Windows reads: they name a version of .NET Framework as `v4.8`. */
function hasOldProjects(model: ScanModel): boolean {
  return ManifestSet.of(model).manifests.some(({ facts }) =>
    facts.runtimes?.some(({ name, version }) => name === 'dotnet' && /^v[1-4]\.\d/.test(version.trim())),
  );
}

/** A solution beside a project: the tool asks which of them is meant. */
function hasProjectBeside(model: ScanModel, solution: string): boolean {
  const folder = folderOf(solution);
  return model.files.some(({ path }) => /\.\w{2,4}proj$/.test(path) && folderOf(path) === folder);
}

/** A tool learns commands, and loses them; where its version is not known, it is taken for a recent one. */
function hasCommand({ since = 0, before = Number.POSITIVE_INFINITY }: ConventionalCommand, version: string): boolean {
  const [major] = versionNumbers(version.replace(/^[\^~<>=!\s]+/, '')) ?? [];
  if (major === undefined) return before === Number.POSITIVE_INFINITY;
  return major >= since && major < before;
}

const solutionsAside = /(?:sample|example|demo|test|benchmark|build)s?\b/i;

/** Of several solutions that of the product, if one can be told: the others are called after it, or after what they show. */
function mainSolution(solutions: readonly FileRecord[]): FileRecord | undefined {
  const own = solutions.filter(({ path }) => !solutionsAside.test(path.slice(path.lastIndexOf('/') + 1)));
  const stem = ({ path }: FileRecord): string => path.replace(/\.slnx?$/, '');
  const [shortest] = [...own].sort((a, b) => a.path.length - b.path.length);
  return shortest !== undefined && own.every((one) => stem(one).startsWith(stem(shortest))) ? shortest : undefined;
}

function importsOther(model: ScanModel, path: string, others: RegExp | undefined): boolean {
  return others !== undefined && model.imports.importsOf(path).some(({ external = '' }) => others.test(external));
}
