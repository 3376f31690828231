import { folderOf } from '../../../facts/paths';
import { asideRoles } from '../../../fileRoles';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { isBeside } from '../../techStack/productPaths';
import type { Program } from './program';

/** What those who develop have running beside the product, servers that stand in for others, and what is run now and then. */
export const forDevelopers = /^dev\/|(?:^|\/)(?:tools?|scripts?|hack|contrib|extras?)\//;

/** What an image, or a process of a Procfile, begins with, where that is a file of the repository. */
export function containerPrograms(
  model: ScanModel,
): { readonly path: string; readonly file: FileRecord; readonly program: Program }[] {
  const found = model.inventory.commands
    .filter(
      ({ name, file }) =>
        (name === 'container' || (isProcess.test(file) && name !== 'release')) &&
        !isBeside(file) &&
        !recipes.test(file) &&
        isOwn(model, file),
    )
    .flatMap(({ run, file, line = 1 }) => {
      const last = lastOfChain(run);
      const module = startedModule.exec(last)?.[1];
      const whole = startedIn(last)
        .flatMap((one) => [inFolder(folderOf(file), one), one, ...belowAny(one)])
        .find(isStartable);
      const started = model.byPath.get(whole ?? '');
      return whole === undefined || started === undefined || asideRoles.has(started.role)
        ? []
        : [
            {
              path: whole,
              file: started,
              program: {
                name: module === undefined ? whole : `python -m ${module}`,
                place: { path: file, startLine: line, endLine: line },
              },
            },
          ];
    });
  return found.filter(({ path }, index) => found.findIndex((other) => other.path === path) === index);

  /** What an image is made of may lie in one of the folders: a module with a folder of its own is known by that. */
  function belowAny(path: string): string[] {
    if (!/\/.{1,200}\.py$/.test(path)) return [];
    const below = model.files.filter((file) => file.path.endsWith(`/${path}`)).map((file) => file.path);
    return below.length === 1 ? below : [];
  }

  function isStartable(path: string): boolean {
    return model.byPath.has(path) && !forDevelopers.test(path);
  }
}

/** Where nothing else is known to start: what the file of processes at the top says that runs. */
export function processPrograms({ inventory }: ScanModel): Program[] {
  const all = inventory.commands.filter(
    ({ file, name, run }) => file === 'Procfile' && name !== 'release' && !packsPages.test(run),
  );
  // `cups1: bin/cups --port 1` and `cups2: bin/cups --port 2` are one program that is started twice.
  const files = new Set(all.map(({ run }) => /^(?:\.\/)?(?:[\w.-]{1,60}\/)+([\w.-]{1,60})(?=\s|$)/.exec(run)?.[1]));
  const [only] = files;
  const isWeb = ({ name }: { readonly name: string }): number => Number(name === 'web');
  const told =
    all.length > 1 && files.size === 1 && only !== undefined
      ? all.slice(0, 1)
      : all.toSorted((a, b) => isWeb(b) - isWeb(a));
  return told.map(({ name, file, line = 1 }) => ({
    name: told.length < all.length && only !== undefined ? only : name,
    place: { path: file, startLine: line, endLine: line },
  }));
}

/** Builds pages again and again, for those who work on them. */
const packsPages =
  /(?:^|[\s/])(?:webpack(?:-dev-server)?|vite|esbuild|tailwindcss|sass|guard|yarn (?:build|watch)|npm run (?:build|watch))(?=[\s:]|$)/;

/** What goes on after what is done once: `node fill.js && npm start`. */
export const lastOfChain = (run: string): string => run.slice(run.lastIndexOf('&&') + 1).replace(/^&\s{0,9}/, '');

/** Ways to bring a product to a place, for those who look for one. */
const recipes = /(?:^|\/)(?:[\w-]{1,40}[_-])?recipes?\//;

const isProcess = /(?:^|\/)Procfile$/;

/** The files, of a folder of the image, that a command may start. */
export function startedIn(run: string): string[] {
  const written = startedFile.exec(run)?.[1]?.replace(/^(?:\.\/|\/(?:app|usr\/src\/app|code|src|srv)\/)/, '');
  if (written !== undefined) return [written];
  const own = startedModule.exec(run)?.[1]?.replaceAll('.', '/');
  if (own !== undefined)
    return ['', 'src/'].flatMap((root) => ['/__main__.py', '.py'].map((end) => `${root}${own}${end}`));
  const module = servedModule.exec(run)?.[1]?.replaceAll('.', '/');
  return module === undefined ? [] : [`${module}.py`, `${module}/__init__.py`, `src/${module}.py`];
}

/** `python -m shop.orders`; a server that is started so takes the module behind it. */
const startedModule =
  /(?:^|\s|\/)python3?(?:\.\d{1,2})?\s(?:-[a-zA-Z]\s){0,3}-m\s(?!(?:uvicorn|gunicorn|hypercorn|granian|daphne)\b)([A-Za-z_][\w.]{0,120})(?=\s|$)/;

/** Servers of Python take the module that holds the application: `gunicorn -w 4 shop.main:app`. */
const servedModule =
  /(?:^|\s|\/)(?:uvicorn|gunicorn|hypercorn|granian|daphne|waitress-serve)\s(?:[^&|;]{0,200}\s)?([A-Za-z_][\w.]{0,120}):\w{1,60}(?:\(\))?(?:\s|$)/;

const startedFile =
  /(?:^|\s)(?:node|tsx|bun(?:\srun)?|python3?)\s(?:-{1,2}[\w=-]{1,40}\s){0,4}([\w./-]{1,200}\.(?:py|[cm]?[jt]s))(?:\s|$)/;

export const inFolder = (folder: string, path: string): string => (folder === '' ? path : `${folder}/${path}`);

export function isOwn(model: ScanModel, path: string): boolean {
  const role = model.byPath.get(path)?.role;
  return role === 'config' || role === 'source';
}
