import type { ProjectCommand } from '../../../../../shared/inventory';
import { folderOf, foldersUp } from '../../../facts/paths';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { codeExtractor } from '../../code/codeExtractor';
import { manifestExtractor } from '../../dependencies/extractors';
import { packageExtractor } from '../../entryPoints/packages/packageExtractor';
import { isBeside, siteCheck } from '../../techStack/productPaths';
import { inFolder as at, containerPrograms, forDevelopers, isOwn, lastOfChain, startedIn } from './containerPrograms';
import type { Program } from './program';

interface DeclaredPrograms {
  readonly programs: readonly Program[];
  /** Whether a declared program starts in this file. */
  covers(path: string): boolean;
}

/** What a `start` script starts: a file, by a runtime, or the server of a framework. */
const starts =
  /(?:^|&&\s{0,3}|\s)(?:(?:node|nodemon|tsx|ts-node|ts-node-dev|bun|deno|pm2|pm2-runtime)\b[^&|]{0,200}?\b[\w./-]{1,100}(?:\.[cm]?[jt]s|\/[\w-]{1,40})(?:\s|$)|node(?:\s-{1,2}[\w=./-]{1,60}){0,4}\s\.\/?(?:\s|$)|(?:next|nuxt|nuxi|nest|remix-serve|react-router-serve|medusa|strapi|keystone|fastify)\b(?:\s{1,3}start\b|\s{1,3}\.?\/)?)/;
/** The application of a desktop is started from the folder that holds it. */
const startsDesktop = /(?:^|\s)electron\s{1,3}(?:\.|\.\/(?:app|build|dist|out))\/?(?:\s|$)/;
/** A script of the bare name may serve those who develop, unless it runs what was built. */
const startsBuilt = /(?:^|\s)node\s[^&|]{0,200}?\bdist\/[\w./-]{1,150}\.[cm]?js(?:\s|$)/;
const testFile = /[\s/](?:[\w-]{1,80}\.)?(?:test|spec)\.[cm]?[jt]sx?(?:\s|$)/;
const startName = /^start(?:[:-](?:server|prod|production|app))?$|^serve$|^prod(?:uction)?$/;

const isStart = (name: string, run: string): boolean =>
  name === 'server'
    ? startsBuilt.test(run)
    : startName.test(name) &&
      (starts.test(lastOfChain(run)) || startsDesktop.test(run)) &&
      !/\bnode_modules\//.test(run) &&
      !buildsFile.test(run) &&
      !(name === 'serve' && /\s--watch\b/.test(run));

/** What it starts builds the product. */
const buildsFile =
  /[\s/](?:esbuild|rollup|webpack|vite|gulpfile|build|bundle)(?:[.-][\w.-]{1,30})?\.[cm]?[jt]s(?:\s|$)/;

const startsIn = (folder: string, run: string, path: string): boolean =>
  startedIn(run).some((started) => at(folder, started) === path);

/** Programs that manifests name: installed commands, binaries, and what a package is started with. */
export function commandPrograms(
  model: ScanModel,
  isOfProduct: (file: FileRecord) => boolean,
  /** Manifests of applications that are told by themselves: their scripts serve those who develop. */
  packaged: ReadonlySet<string>,
): DeclaredPrograms {
  const { commands } = model.inventory;
  const all = commands.filter(
    ({ kind, file, run }) =>
      kind === 'binary' &&
      !isLeftOver(file, run, model) &&
      isOwn(model, file) &&
      !isBeside(file) &&
      !buildsAll.test(file) &&
      !/(?:^|\/)(?:tools?|examples?[_-][\w-]{1,60}|extras?|fuzz(?:ing)?|xtask|bench(?:es|marks?)?)\//.test(file) &&
      !deployments.some((name) => model.byPath.has(at(folderOf(file), name))) &&
      !servesOthers(file, model),
  );
  // Beside a package that is published, one that is not serves those who develop.
  const isPrivate = ({ file }: { readonly file: string }): boolean =>
    file.endsWith('package.json') && model.factsIn(manifestExtractor, file)?.isPrivate === true;
  const declared = all.every(isPrivate) ? all : all.filter((command) => !isPrivate(command));
  const binaries = eachOnce(declared, model);
  const seen = new Set(binaries.map(({ file }) => file));
  const scripts = throughOthers(commands).filter(
    ({ kind, name, run, file }) =>
      kind === 'script' &&
      !forDevelopers.test(file) &&
      !testedIn.test(file) &&
      file.endsWith('package.json') &&
      !packaged.has(file) &&
      (isStart(name, run) || isWorker(name, run, folderOf(file), model)) &&
      !/\b(?:tests?|examples?|demo)\//.test(run) &&
      !testFile.test(run) &&
      !(triedOut.test(run) && isLibrary(file, model)) &&
      isOwn(model, file),
  );
  const isOfSite = siteCheck(model);
  // A site that tells of the product is started like a part of it.
  const ofProduct = scripts.filter(({ file }) => !isOfSite(file));
  const installed = new Set(binaries.map(({ run, file }) => at(folderOf(file), run.replace(/^\.\//, ''))));
  // What an image is made of may be laid beside the manifest of a whole workspace: its package is told by itself.
  const here = (ofProduct.length > 0 ? ofProduct : scripts).filter((script) => !startsElsewhere(script, model));
  const services = (here.length === 0 ? scripts : here).filter(({ file, run }) => {
    const first = !seen.has(file) || startsBeside(file, run, installed, model);
    seen.add(file);
    return first;
  });
  const place = (path: string, line: number): Program['place'] => ({ path, startLine: line, endLine: line });
  const programs = [
    ...binaries.map(({ name, file, line = 1, also }) => ({ name, place: place(file, line), also })),
    ...services.map(({ file, line = 1, run }) => {
      const name = packageName(file, model);
      const isTaken = binaries.some((binary) => binary.name === name && binary.file === file);
      return { name: isTaken ? (startedIn(run)[0] ?? name) : name, place: place(file, line) };
    }),
  ];
  // `bin/shop` may do no more than to load the file that an image starts.
  const loaded = new Set([...installed].flatMap((path) => model.imports.importsOf(path).flatMap(({ files }) => files)));
  const modules = binaries.flatMap(({ run }) => /^([\w.]{1,200}):\w/.exec(run)?.[1]?.replaceAll('.', '/') ?? []);
  const isModule = (path: string): boolean =>
    modules.some((name) => new RegExp(`(?:^|/)${name}(?:/__init__)?\\.py$`).test(path));
  const containers = containerPrograms(model).filter(
    ({ path, file }) =>
      !installed.has(path) &&
      !loaded.has(path) &&
      !isModule(path) &&
      isOfProduct(file) &&
      !services.some(({ run, file: manifest }) => run.includes(path) || startsIn(folderOf(manifest), run, path)),
  );
  const bins = binaries.filter(({ file }) => file.endsWith('Cargo.toml'));
  // Cargo finds `src/main.rs` by itself, and takes it for the binary that names no other file.
  const mains = bins.map(({ file, run }) => at(folderOf(file), run.endsWith('.rs') ? run : 'src/main.rs'));
  return {
    programs: [...programs, ...containers.map(({ program }) => program), ...builtPrograms(model, seen)],
    covers: (path) => {
      if (containers.some((container) => container.path === path)) return true;
      if (mains.includes(path)) return true;
      // `python -m tool` starts what the command `tool` starts.
      const own = /(?:^|\/)(\w{1,80})\/__main__\.py$/.exec(path)?.[1];
      if (own === undefined || isModule(path)) return isModule(path);
      return (
        modules.some((name) => name.split('/')[0] === own) ||
        binaries.some(({ name }) => name.replaceAll('-', '_') === own) ||
        model.imports.importsOf(path).some(({ files }) => files.some(isModule))
      );
    },
  };
}

/** At the top lies what builds the others, in Rust. */
const buildsAll = /^(?:build|ci|eng)\/.{0,200}Cargo\.toml$/;

/** So many lines that take in nothing, and declare nothing, can only say where the program has gone. */
const mostLeftOver = 15;

function isLeftOver(manifest: string, run: string, model: ScanModel): boolean {
  const path = at(folderOf(manifest), run.replace(/^\.\//, ''));
  const facts = manifest.endsWith('package.json') ? model.factsIn(codeExtractor, path) : undefined;
  const lines = model.byPath.get(path)?.lines ?? mostLeftOver;
  return facts !== undefined && lines < mostLeftOver && facts.imports.length + facts.symbols.length === 0;
}

/** A package that is published nowhere and that others of the workspace ask for while they are developed, and only then. */
function servesOthers(manifest: string, model: ScanModel): boolean {
  const facts = manifest.endsWith('package.json') ? model.factsIn(manifestExtractor, manifest) : undefined;
  if (facts?.isPrivate !== true || facts.name === undefined) return false;
  const asked = [...model.factsOf(manifestExtractor)].flatMap(([, { requirements }]) =>
    requirements.filter(({ name }) => name === facts.name),
  );
  return asked.length > 0 && asked.every(({ scope }) => scope === 'dev');
}

/** `yarn babel index.js`, where the script `babel` is `node -r ./register.cjs`: what is started stands behind its name. */
function throughOthers(commands: readonly ProjectCommand[]): readonly ProjectCommand[] {
  return commands.map((command) => {
    const [call, name] = command.kind === 'script' ? (throughScript.exec(command.run) ?? []) : [];
    if (call === undefined) return command;
    const other = commands.find((one) => one.kind === 'script' && one.file === command.file && one.name === name);
    return other === undefined ? command : { ...command, run: command.run.replace(call, () => other.run) };
  });
}

const throughScript =
  /(?<=^|\s)(?:yarn|pnpm|npm)\s(?:run\s)?([\w:-]{1,60})(?=\s(?:--\s)?[\w./-]{1,200}\.[cm]?[jt]s(?:\s|$))/;

/** `node ./main.js` beside a manifest where no such file is. */
function startsElsewhere({ run, file }: ProjectCommand, model: ScanModel): boolean {
  const [started] = startedIn(run);
  if (started === undefined || started.includes('/')) return false;
  const stem = at(folderOf(file), started.replace(/\.[cm]?[jt]s$/, ''));
  return !['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'].some((end) => model.byPath.has(`${stem}${end}`));
}

/** Two names of one file are one program, best known by what the whole is called, or by what is typed the fastest. */
function eachOnce(
  declared: readonly ProjectCommand[],
  model: ScanModel,
): (ProjectCommand & { readonly also: readonly string[] })[] {
  const groups = new Map<string, ProjectCommand[]>();
  for (const command of declared) {
    const key = `${command.file}\n${command.run}`;
    groups.set(key, [...(groups.get(key) ?? []), command]);
  }
  return [...groups.values()].flatMap((names) => {
    // The whole and the package are called after what is typed first.
    const rank = ({ name, file }: ProjectCommand): number =>
      name === model.name ? -1 : name === model.factsIn(packageExtractor, file)?.name ? 0 : name.length;
    const [first, ...others] = names.toSorted((a, b) => rank(a) - rank(b));
    return first === undefined ? [] : [{ ...first, also: others.map(({ name }) => name) }];
  });
}

/** A package may install a small client, and an image starts its server. */
function startsBeside(manifest: string, run: string, installed: ReadonlySet<string>, model: ScanModel): boolean {
  const [started] = startedIn(run);
  const isInstalled = started !== undefined && installed.has(at(folderOf(manifest), started));
  return (
    started !== undefined &&
    !isInstalled &&
    model.inventory.commands.some(
      (command) =>
        command.name === 'container' &&
        folderOf(command.file) === folderOf(manifest) &&
        /\b(?:npm|pnpm|yarn|bun)\s(?:run\s)?start\b/.test(command.run),
    )
  );
}

/** Where those who develop a library try it out; in a service the same words may mean the product. */
const triedOut = /\b(?:sandbox|playgrounds?|demos)\//;

const isLibrary = (manifest: string, model: ScanModel): boolean =>
  model.factsIn(manifestExtractor, manifest)?.isPrivate !== true &&
  (model.factsIn(packageExtractor, manifest)?.entries.length ?? 0) > 0;

/** What Cloudflare runs; where a file says its name, it is told as a function. */
const isWorker = (name: string, run: string, folder: string, model: ScanModel): boolean =>
  /^deploy\b/.test(name) &&
  /(?:^|\s)wrangler\sdeploy\b/.test(run) &&
  !['toml', 'json', 'jsonc'].some((end) => model.byPath.has(at(folder, `wrangler.${end}`)));

/** What an image begins with, where that is made of a package: `node build`, `node dist/main.js`. */
function builtPrograms(model: ScanModel, told: ReadonlySet<string>): Program[] {
  const found = model.inventory.commands.flatMap(({ name, run, file, line = 1 }) => {
    const written =
      name === 'container'
        ? startedBuild.exec(run)?.[1]?.replace(/^(?:\.\/|\/(?:app|usr\/src\/app)\/)/, '')
        : undefined;
    if (written === undefined || isBeside(file) || !isOwn(model, file) || forDevelopers.test(file)) return [];
    // A path that begins with the folder of a package is one of a workspace.
    const inside = [...foldersUp(folderOf(written))].map((folder) => at(folder, 'package.json'));
    const manifest = [...inside.slice(0, -1), at(folderOf(file), 'package.json')].find((one) => model.byPath.has(one));
    const facts = manifest === undefined ? undefined : model.factsIn(manifestExtractor, manifest);
    const isRoot = (facts?.members?.length ?? 0) > 0;
    if (manifest === undefined || facts === undefined || isRoot || told.has(manifest)) return [];
    return [{ name: packageName(manifest, model), place: { path: file, startLine: line, endLine: line } }];
  });
  return found.filter(({ name }, index) => found.findIndex((other) => other.name === name) === index);
}

const startedBuild =
  /(?:^|\s)(?:node|bun(?:\srun)?)\s(?:-{1,2}[\w=-]{1,40}\s){0,4}((?:[\w.-]{1,60}\/){0,6}(?:build|dist|\.output)(?:\/[\w./-]{1,120})?)(?:\s|$)/;

/** Beside them a package describes where the product runs: what it calls a program only its tool starts. */
const deployments = ['cdk.json', 'cdktf.json', 'Pulumi.yaml'];

/** An application that shows whether libraries work where they are used. */
const testedIn = /(?:^|\/)(?:ssr|visual|snapshot|bundle)[-_]testing\//;

function packageName(path: string, model: ScanModel): string {
  const folder = folderOf(path);
  return (
    model.factsIn(manifestExtractor, path)?.name?.replace(/^@[^/]{1,100}\//, '') ??
    (folder.slice(folder.lastIndexOf('/') + 1) || model.name)
  );
}
