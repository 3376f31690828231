import { folderOf, foldersUp } from '../../../facts/paths';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { codeExtractor } from '../../code/codeExtractor';
import { manifestExtractor } from '../../dependencies/extractors';
import { isWithin } from '../../dependencies/inventory/folderPattern';
import { isBeside } from '../../techStack/productPaths';
import { mainExtractor } from './extractors/mainExtractor';
import { placeAt as at, hasFile, isService, type Program } from './program';

/** A script with a guard is a program where it is a service of its own; others are started by hand now and then. */
export function pythonProgram(file: FileRecord, mark: number | undefined, model: ScanModel): Program | undefined {
  const module = moduleOf(file.path, model);
  // Beside the commands that a package installs, a module deep in it is started by those who develop.
  if (module?.includes('/') === true && installsCommands(model)) return undefined;
  if (module !== undefined && showsItself(file, model)) return undefined;
  if (module !== undefined)
    return { name: `python -m ${module.replaceAll('/', '.')}`, place: at(file.path, mark ?? 1) };
  // At the top lies what looks after the whole as well.
  const folder = folderOf(file.path);
  if (mark === undefined || folder === '' || !isService(folder, model)) return undefined;
  if (isBesidePackage(folder, model) || runsTests(file, model)) return undefined;
  const stem = file.path.slice(folder.length + 1, -'.py'.length).toLowerCase();
  // Beside what serves lie scripts that fill a database or try something out.
  if (!startsService.test(stem) && stem !== folder.slice(folder.lastIndexOf('/') + 1).toLowerCase()) return undefined;
  return { name: file.path, place: at(file.path, mark) };
}

/** A library that is started shows what can be done with it. */
const showsItself = ({ path }: FileRecord, model: ScanModel): boolean =>
  model
    .factsIn(codeExtractor, path)
    ?.imports.some(({ specifier }) => /(?:^|\.)_{0,2}(?:demos?|examples?)(?:\.|$)/.test(specifier)) === true;

/** What takes in classes of tests starts these. */
const runsTests = ({ path }: FileRecord, model: ScanModel): boolean =>
  model
    .factsIn(codeExtractor, path)
    ?.imports.some(({ bindings }) =>
      bindings.some(({ local }) => /^\w{0,40}Test(?:Case|Suite|Runner)?$/.test(local)),
    ) === true;

/** The module that `__main__.py` makes a program of, from the folder of the project that it lies in. */
function moduleOf(path: string, model: ScanModel): string | undefined {
  const whole = /^(.*)\/__main__\.py$/.exec(path)?.[1];
  if (whole === undefined) return undefined;
  const project = [...foldersUp(folderOf(whole))].find(
    (folder) => folder !== '' && hasFile(folder, /(?:^|\/)(?:pyproject\.toml|setup\.(?:py|cfg))$/, model),
  );
  return (project === undefined ? whole : whole.slice(project.length + 1)).replace(/^src\//, '');
}

const installsCommands = ({ inventory }: ScanModel): boolean =>
  inventory.commands.some(
    ({ kind, file }) =>
      kind === 'binary' && /(?:^|\/)(?:pyproject\.toml|setup\.(?:py|cfg))$/.test(file) && !isBeside(file),
  );

/** What a package at the top is compared and tried out with has needs of its own, and no image. */
function isBesidePackage(folder: string, model: ScanModel): boolean {
  const name = ['pyproject.toml', 'setup.py', 'setup.cfg']
    .map((path) => model.factsIn(manifestExtractor, path)?.name)
    .find((one) => one !== undefined)
    ?.replaceAll('-', '_')
    .toLowerCase();
  const own = [`src/${name}`, `${name}`].find((path) => model.byPath.has(`${path}/__init__.py`));
  return own !== undefined && !isWithin(folder, own) && !hasFile(folder, /(?:^|\/)Dockerfile$/, model);
}

/** What the file of a service is called that starts it. */
const startsService =
  /^(?:__init__|index|manage|run|start|entry_?point|wsgi|asgi)$|(?:^|_)(?:main|app|api|bot|cli|daemon|runner|scheduler|server|service|worker|consumer|producer|exporter|gateway|agent)$/;

const fromTop = /^(?:(?:api|app|backend|server|src)\/)?(?:app|main|run|server)\.py$/;

/** Where nothing else starts, the one file near the top that starts itself and serves what routes of Python answer. */
export function servedFromTop(model: ScanModel, isOwn: (file: FileRecord) => boolean): Program[] {
  if (!model.inventory.routes.some(({ file }) => file.endsWith('.py'))) return [];
  const [only, second] = model.files.flatMap((file): Program[] => {
    const line = fromTop.test(file.path) && isOwn(file) ? model.factsIn(mainExtractor, file.path)?.line : undefined;
    return line === undefined ? [] : [{ name: file.path, place: at(file.path, line) }];
  });
  return only === undefined || second !== undefined ? [] : [only];
}
