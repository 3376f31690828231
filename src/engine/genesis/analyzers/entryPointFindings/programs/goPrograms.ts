import { folderOf, foldersUp, isInside } from '../../../facts/paths';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { pinnedToolsExtractor } from '../../architecture/map/pinnedTools';
import { codeExtractor } from '../../code/codeExtractor';
import { manifestExtractor } from '../../dependencies/extractors';
import { isBeside } from '../../techStack/productPaths';
import { type ReleasedProgram, releaseExtractor, releaseFile } from './extractors/releaseExtractor';
import { isService, type Program, placeAt } from './program';

/** What the repository's releases and images are built from. */
export interface Release {
  /** By the folder of the package, with the file that says so. */
  readonly byFolder: ReadonlyMap<string, ReleasedProgram & { readonly path: string }>;
  /** A list of all programs of a release was found. */
  readonly isListed: boolean;
}

export function releaseOf(model: ScanModel): Release {
  const byFolder = new Map<string, ReleasedProgram & { path: string }>();
  const names = new Map<string, Set<string>>();
  const goFolders = new Set(model.files.filter(({ language }) => language === 'go').map(({ path }) => folderOf(path)));
  let isListed = false;
  for (const [{ path }, programs] of model.factsOf(releaseExtractor)) {
    const isList = releaseFile.test(path);
    if (!isList && isBeside(path)) continue;
    // An image is built from where it lies or from the top.
    const bases = isList ? [''] : [folderOf(path), ''];
    for (const program of programs) {
      const written = bases
        .map((base) => (base === '' || program.folder === '' ? base + program.folder : `${base}/${program.folder}`))
        .find((one) => goFolders.has(one));
      // An image may be given a folder of the repository alone.
      const below = [...goFolders].filter((one) => program.folder !== '' && one.endsWith(`/${program.folder}`));
      const folder = written ?? (isList || below.length > 1 ? undefined : below[0]);
      if (folder === undefined) continue;
      isListed ||= isList;
      if (isList && program.name !== undefined) names.set(folder, (names.get(folder) ?? new Set()).add(program.name));
      if (isList ? byFolder.get(folder)?.name === undefined : !byFolder.has(folder))
        byFolder.set(folder, { ...program, path });
    }
  }
  // A program that a release builds in several ways is called like its folder, or by none of the names.
  for (const [folder, own] of names) {
    const { name: _, ...released } = byFolder.get(folder) ?? { folder, line: 1, path: '' };
    if (own.size > 1) byFolder.set(folder, released);
  }
  return { byFolder, isListed };
}

/** Whether a release lists the program of a folder, whatever that is called. */
export const isReleased = ({ path, language, role }: FileRecord, { byFolder }: Release): boolean =>
  language === 'go' &&
  (role === 'source' || role === 'example' || role === 'vendored') &&
  releaseFile.test(byFolder.get(folderOf(path))?.path ?? '');

/** A `package main` that is built for users. */
export function goProgram(
  file: FileRecord,
  line: number,
  { byFolder, isListed }: Release,
  model: ScanModel,
): Program | undefined {
  const folder = folderOf(file.path);
  const released = byFolder.get(folder);
  const isCommand =
    folder === '' ||
    isCommandFolder(folder, model) ||
    isPartOfModule(folder, model) ||
    // A module of its own beside the others.
    model.byPath.has(`${folder}/go.mod`) ||
    // Where a release lists its programs, what has only an image of its own is tried out with it.
    (!isListed && isService(folder, model));
  if (released === undefined && (!isCommand || generates.test(folder))) return undefined;
  // Where a release lists its programs, others serve those who develop, but for what the whole is called by.
  if (released === undefined && isListed && folder !== '' && (byFolder.has('') || !isWhole(folder, model)))
    return undefined;
  if (released === undefined && (triesOut.test(lastOf(folder)) || ofTests.test(`${folder}/`))) return undefined;
  if (isGenerator(file, model)) return undefined;
  const isModule = folder === '' || (plainFolder.test(lastOf(folder)) && isOnlyProgram(file, model));
  const own = isModule
    ? moduleName(folder, model)
    : file.path.endsWith('/main.go')
      ? commandName(folder)
      : goName(file, model);
  const name = released?.name ?? (isModule && plainName.test(own) ? released?.output : undefined);
  // What only the release calls it is read there.
  if (released !== undefined && name !== undefined && name !== own && !plainName.test(name))
    return { name, place: placeAt(released.path, released.line) };
  // A name that any program could have is none.
  const isPlain =
    isModule || model.byPath.has(`${folder}/go.mod`) ? plainName.test(own) : /^(?:app|cmd|main|src)$/.test(own);
  return { name: (isPlain ? file.path : own) || model.name, place: placeAt(file.path, line) };
}

const plainName = /^(?:api|app|backend|binary|build|cli|core|daemon|main|out|server|service|src|web)$/;

/** Where Go puts what is built for users, beside the top. */
const commands = /(?:^|\/)cmds?\/|(?:^|\/)(?:apps|services)\/[^/]{1,80}\/(?:(?:app|main|server|src|service)\/)?$/;

/** Deep below, a folder that only says that it holds commands is of a library, which is tried out or measured with it. */
function isCommandFolder(folder: string, model: ScanModel): boolean {
  const above = /^(.+\/.+\/)cmds?$/.exec(folder)?.[1];
  return commands.test(`${folder}/`) && (above === undefined || model.byPath.has(`${above}go.mod`));
}

/** A folder at the top of a module that holds packages of its own beside the `main`: those that only that program is made of. */
function isPartOfModule(folder: string, model: ScanModel): boolean {
  const above = folderOf(folder);
  if (folder === '' || !model.byPath.has(above === '' ? 'go.mod' : `${above}/go.mod`)) return false;
  const below = model.files.filter(
    ({ path, language, role }) => language === 'go' && role === 'source' && isInside(path, folder),
  );
  return new Set(below.map(({ path }) => folderOf(path))).size > fewestPackages;
}

const fewestPackages = 2;

/** Folders that say that a program lies in them, and not which. */
const plainFolder = /^(?:app|cmd|main|server|service|src)$/;

/** A module's one program is called like the module by those who build it. */
function isOnlyProgram(file: FileRecord, model: ScanModel): boolean {
  return model.files.every(
    (other) =>
      other.language !== 'go' ||
      other.role !== 'source' ||
      folderOf(other.path) === folderOf(file.path) ||
      model.factsIn(codeExtractor, other.path)?.namespace !== 'main',
  );
}

/** A folder that is called like the repository, or like its module. */
const isWhole = (folder: string, model: ScanModel): boolean =>
  [model.name, moduleName('', model)].includes(lastOf(folder));

/** What is run by those who develop, by what it is called. */
const triesOut =
  /^(?:(?:update|bump|check|verify|lint|tidy)[-_](?:go|mod|deps|license|version|copyright|changelog|docs?)(?:[-_]\w{1,40}){0,3}|container-?build(?:er)?|dev|release|integration[-_]?tests?|lint(?:er)?|changelog|(?:[\w]{1,40}-)?(?:mock|fake|dummy|e2e|fuzz|bench(?:mark)?|test(?:er|s|ing|[-_]?(?:helper|server|client))?)(?:-\w{1,40})?)$/i;

/** Packages that help tests are called after what is tested: `cupstest`. */
const ofTests = /(?:^|\/)(?!(?:lat|cont|att|prot)est\/)[a-z]{2,40}test\//;

/** What writes code or documents is run by those who develop. */
const generates = /(?:gen|gendocs?|codegen|(?:cli|cmd|man)-?docs?)$|(?:^|[/_-])generat(?:e|ors?|ion)(?:[/_-]|$)/i;

/** The last part of a module's path that is no major version. */
function moduleName(folder: string, model: ScanModel): string {
  const names = [...foldersUp(folder)].map(
    (above) => model.factsIn(manifestExtractor, above === '' ? 'go.mod' : `${above}/go.mod`)?.name,
  );
  const name = names.find((one) => one !== undefined) ?? '';
  return name.replace(/\/v\d{1,3}$/, '').replace(/^.*\//, '');
}

/** A `package main` beside files of another package is run by hand, to generate something: the build leaves it out. */
function isGenerator(file: FileRecord, model: ScanModel): boolean {
  const folder = folderOf(file.path);
  if (/(?:^|\/)generate\.go$/.test(file.path)) return true;
  return model.files.some((other) => {
    if (other.language !== 'go' || other.role !== 'source' || folderOf(other.path) !== folder) return false;
    // What keeps the versions of tools is of a package that is never built.
    if (model.factsIn(pinnedToolsExtractor, other.path) !== undefined) return false;
    const namespace = model.factsIn(codeExtractor, other.path)?.namespace;
    return namespace !== undefined && namespace !== 'main';
  });
}

/** Go calls a program like its folder; a lone file among those of other languages is called like itself. */
function goName(file: FileRecord, model: ScanModel): string {
  const folder = folderOf(file.path);
  const isAlone = model.files.every(
    (other) => other === file || other.language !== 'go' || folderOf(other.path) !== folder,
  );
  const name = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.go$/, '');
  return isAlone && folder !== '' ? name : lastOf(folder);
}

/** Deeper among the commands of the whole a folder is called after what it is for: `cmd/agent/docker`. */
const commandName = (folder: string): string =>
  /^cmds?\/([\w-]{1,60}\/[\w-]{1,60})$/.exec(folder)?.[1] ?? lastOf(folder);

function lastOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('/') + 1);
}
