import type { ScanModel } from '../../../../scanModel';
import { joinedPath } from '../../../dependencies/inventory/folderPattern';
import { ManifestSet } from '../../../dependencies/inventory/manifestSet';
import { isBeside } from '../../../techStack/productPaths';
import { commandExtractor } from '../../extractors';
import { type Purpose, purposeOf } from '../../purposes';
import { wantsArguments } from '../contentMarks';

/** A command that a guide tells to type, of a tool whose files show whether it can be. */
export interface GuideForm {
  readonly purpose: Purpose;
  readonly pattern: RegExp;
  readonly example: string;
  /** Whether what it names is there, in the folder that it is typed in. */
  readonly isThere: (place: Place) => boolean;
  /** The file by which its tool knows what to do: it has to build a fair part of the code. */
  readonly tool?: string;
  /** A tool that starts more than the program comes after others. */
  readonly isLast?: true;
  /** It packs the pages of a server, or is for a part: told where nothing else is known. */
  readonly isFallback?: true;
  /** A script of the project's own, which says by its name what it does. */
  readonly isOwn?: true;
}

export interface Place {
  readonly model: ScanModel;
  /** `''` at the top, else with a slash at its end. */
  readonly at: string;
  /** What the first group of the pattern holds. */
  readonly named: string;
}

export const has =
  (...names: readonly string[]) =>
  ({ model, at }: Place): boolean =>
    names.some((name) => model.byPath.has(`${at}${name}`));

/** A file beside it of this form. */
export const hasLike =
  (name: RegExp) =>
  ({ model, at }: Place): boolean =>
    model.files.some(({ path }) => path.startsWith(at) && name.test(path.slice(at.length)));

/** A file, or a folder that holds one. */
export function hasPath({ model, at, named }: Place): boolean {
  const path = joinedPath(at.replace(/\/$/, ''), named);
  if (path === undefined || isBeside(`${path}/`)) return false;
  return path === '' || model.byPath.has(path) || model.files.some((file) => file.path.startsWith(`${path}/`));
}

export const hasPathOr =
  (other: (place: Place) => boolean) =>
  (place: Place): boolean =>
    place.named === '' ? other(place) : hasPath(place);

export function hasScript({ model, at, named }: Place): boolean {
  const path = joinedPath(at.replace(/\/$/, ''), named.replaceAll('\\', '/'));
  return path !== undefined && model.byPath.has(path) && !wantsArguments(model, path);
}

/** The first target of a Makefile is what `make` makes: it may only test, or look at the code. */
export function makesFirst({ model, at }: Place): boolean {
  const [, commands = []] =
    [...model.factsOf(commandExtractor)].find(
      ([{ path }]) => path === `${at}Makefile` || path === `${at}GNUmakefile`,
    ) ?? [];
  const [first] = commands.filter(({ kind }) => kind === 'make').toSorted((a, b) => a.line - b.line);
  const asked = /^make\s([\w ./-]{1,200})$/.exec(first?.does ?? '')?.[1]?.split(' ') ?? [first?.name ?? ''];
  return !asked.some((name) => checks.test(name) || purposeOf(name) !== undefined);
}

const checks = /^(?:help|usage|cs|clean|check|coverage|validate|audit|verify)$/i;

/** A script of the manifest beside it. */
export const hasNpmScript =
  (script: string) =>
  ({ model, at }: Place): boolean =>
    [...model.factsOf(commandExtractor)].some(
      ([{ path }, commands]) =>
        path === `${at}package.json` && commands.some(({ name, kind }) => name === script && kind === 'script'),
    );

/** A command that a package of the repository installs. */
export const isInstalled = ({ model, named }: Place): boolean =>
  [...model.factsOf(commandExtractor)].some(
    ([{ path, role }, commands]) =>
      role !== 'test' &&
      role !== 'example' &&
      !isBeside(path) &&
      commands.some(({ name, kind }) => kind === 'binary' && name === named),
  );

export function hasModule(place: Place): boolean {
  const path = place.named.split(':')[0]?.replaceAll('.', '/') ?? '';
  const inside = [`${path}.py`, `${path}/__main__.py`, `${path}/__init__.py`];
  return !isBeside(`${path}/`) && has(...inside, ...inside.map((name) => `src/${name}`))(place);
}

/** A file of services of which at least one is built here. */
export function buildsService({ model, at, named }: Place): boolean {
  const files = named === '' ? ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'] : [named];
  const [, commands = []] =
    [...model.factsOf(commandExtractor)].find(([{ path }]) => files.some((name) => path === `${at}${name}`)) ?? [];
  return commands.some(({ does }) => does === 'build');
}

const cratesOf = (model: ScanModel): readonly (string | undefined)[] =>
  ManifestSet.of(model)
    .manifests.filter(({ facts }) => facts.ecosystem === 'cargo')
    .map(({ facts }) => facts.name);

/** A program of the package there, or of a member of its workspace. */
export const isCrate = ({ model, at, named }: Place): boolean =>
  named === ''
    ? model.byPath.has(`${at}src/main.rs`) ||
      model.files.some(
        ({ path, role }) =>
          role === 'source' &&
          path.startsWith(at) &&
          /^(?:[\w-]{1,60}\/){1,3}src\/main\.rs$/.test(path.slice(at.length)) &&
          !ofTasks.test(path) &&
          !isBeside(path),
      )
    : cratesOf(model).includes(named);

/** Programs that look after the repository. */
const ofTasks = /(?:^|\/)(?:x?tasks?|tools?|scripts?|dev|ci|build|tests?)\//;
