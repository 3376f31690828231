import { folderOf } from '../../../facts/paths';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { codeExtractor } from '../../code/codeExtractor';
import { manifestExtractor } from '../../dependencies/extractors';
import { isBeside } from '../../techStack/productPaths';
import { forDevelopers } from '../programs/containerPrograms';
import { packedForms } from './packedForms';
import { packedExtractor } from './packedLibraries';
import { ofLibraries } from './packedReaders';
import { publicModules, unlisted } from './publicModules';
import type { Surface } from './surface';

/** What a program gives to what starts it. */
const startsProgram = /^(?:main|cli|app|run|application|create_app|make_app|__\w+__)$/;

/** Fewer names that a package takes from its own modules may be there by chance. */
const fewest = 3;

/** A package of Python gives what `__all__` of its `__init__.py` lists, else what that takes from its own modules, else these. */
export function pythonSurfaces(model: ScanModel): Surface[] {
  const manifests = model.files.filter(
    (file) => /(?:^|\/)(?:pyproject\.toml|setup\.(?:py|cfg))$/.test(file.path) && file.role !== 'example',
  );
  const roots = manifests.map((file) => file.path.slice(0, file.path.lastIndexOf('/') + 1));
  return model.files.flatMap((file): Surface[] => {
    if (file.role !== 'source' || !file.path.endsWith('/__init__.py') || forDevelopers.test(file.path)) return [];
    const parent = file.path.split('/').slice(0, -2).join('/');
    const folder = parent === '' ? '' : `${parent}/`;
    if (!roots.some((root) => folder === root || folder === `${root}src/`)) return [];
    const listed = model.factsIn(publicModules, file.path) ?? [];
    // What is not read in full is not all that is given.
    if (listed.some(({ name }) => name === unlisted)) return [];
    const told = listed.filter(({ name }) => !name.startsWith('_'));
    if (told.length >= fewest || (told.length > 0 && !told.some(({ name }) => startsProgram.test(name))))
      return [{ file, names: told.map(({ name }) => name), ...rangeOf(told), below: packagesBelow(file, model) }];
    const name = file.path.split('/').at(-2) ?? '';
    const own = (model.factsIn(codeExtractor, file.path)?.imports ?? []).filter(
      ({ specifier }) => specifier.startsWith('.') || specifier.startsWith(`${name}.`),
    );
    const names = own.flatMap((entry) => entry.bindings.map(({ local }) => local));
    const given = [...new Set(names)].filter((one) => one !== '*' && !one.startsWith('_'));
    // Of what is started by the name of the package these are its own.
    const isStarted = model.byPath.has(`${folderOf(file.path)}/__main__.py`);
    if (given.length > 0 && isStarted && !saysLibrary(manifests, model)) return [];
    if (given.length >= fewest) return [{ file, names: given, ...rangeOf(own) }];
    return names.length > 0 || listed.length > 0 ? [] : modulesOf(file, name, manifests, model);
  });
}

/** Its manifest says in the words of the registry that it is a library. */
const saysLibrary = (manifests: readonly FileRecord[], model: ScanModel): boolean =>
  manifests.some(({ path }) =>
    model.factsIn(packedExtractor, path)?.some(({ form }) => packedForms[form]?.read === ofLibraries),
  );

/** Packages right below that list names of their own, as those for another way to call the same. */
function packagesBelow({ path }: FileRecord, model: ScanModel): Surface[] {
  const folder = folderOf(path);
  return [...model.factsOf(publicModules)].flatMap(([file, listed]): Surface[] => {
    const own = file.path.endsWith('/__init__.py') ? folderOf(file.path) : '';
    const isBelow = folderOf(own) === folder && !own.slice(folder.length + 1).startsWith('_');
    const told = listed.filter(({ name }) => !name.startsWith('_'));
    if (!isBelow || file.role !== 'source' || told.length < fewest || listed.some(({ name }) => name === unlisted))
      return [];
    return [{ file, names: told.map(({ name }) => name), ...rangeOf(told) }];
  });
}

/** Of a package that is described for others, and whose first file gives nothing, all modules are for others. */
function modulesOf(file: FileRecord, name: string, manifests: readonly FileRecord[], model: ScanModel): Surface[] {
  const folder = folderOf(file.path);
  const isPublished = manifests.some(({ path }) => {
    const facts = model.factsIn(manifestExtractor, path);
    return facts?.description !== undefined && facts.name?.replaceAll('-', '_').toLowerCase() === name.toLowerCase();
  });
  const isProgram = model.inventory.commands.some(({ kind }) => kind === 'binary');
  if (!isPublished || isProgram || model.byPath.has(`${folder}/__main__.py`)) return [];
  const modules = model.files.filter(({ path, role }) => {
    const module = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : '';
    return role === 'source' && /^[a-z]\w{0,60}(?:\.py|\/__init__\.py)$/i.test(module) && !isBeside(path);
  });
  const names = modules.map(({ path }) => path.slice(folder.length + 1).replace(/(?:\/__init__)?\.py$/, ''));
  if (names.length < fewest || names.some((one) => startsProgram.test(one))) return [];
  const [first = file, ...rest] = modules;
  const place = (one: FileRecord): Surface => ({ file: one, names: [], line: 1, endLine: 1 });
  return [{ ...place(first), names, modulesOf: folder, also: rest.map(place) }];
}

function rangeOf(places: readonly { readonly line: number }[]): { line: number; endLine: number } {
  const lines = places.map(({ line }) => line);
  return { line: Math.min(...lines), endLine: Math.max(...lines) };
}
