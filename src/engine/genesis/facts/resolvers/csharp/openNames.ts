import { folderOf, foldersUp } from '../../paths';
import type { ProjectView } from '../resolver';
import { frameworkMembers } from './frameworkMembers';

/** Where static classes with extension methods lie, by the name that everybody gives them. */
const extensionFile = /(?:Extensions?|Helpers?)\b/;

/**
 * Methods that a `using` makes callable on other objects: namespace → method → file. One that is called like a member which
 * objects have anyway, or like that of another file, is left out: who calls which is not known without types.
 */
export function extensionMethods(project: ProjectView): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  const declared = extensionFiles(project);
  for (const path of project.files.paths) {
    const code = path.endsWith('.cs') && extensionFile.test(path) ? project.codeOf(path) : undefined;
    if (code === undefined) continue;
    const methods = found.get(code.namespace ?? '') ?? new Map<string, string>();
    for (const symbol of code.symbols)
      if (symbol.isExtension === true && declared.get(symbol.name) === path && !frameworkMembers.has(symbol.name))
        methods.set(symbol.name, path);
    found.set(code.namespace ?? '', methods);
  }
  return found;
}

/** The file of each method that is made for objects of another class; nothing for one that several files have. */
function extensionFiles(project: ProjectView): ReadonlyMap<string, string | undefined> {
  const files = new Map<string, string | undefined>();
  for (const path of project.files.paths) {
    if (!path.endsWith('.cs') || !project.files.isSource(path)) continue;
    for (const { name, isExtension } of project.codeOf(path)?.symbols ?? [])
      if (isExtension === true && files.get(name) !== path) files.set(name, files.has(name) ? undefined : path);
  }
  return files;
}

/**
 * `global using` counts for the whole project: folder of the nearest project file → namespaces. So does what the project
 * file says, or one for all projects of a folder.
 */
export function globalUsingsByFolder(project: ProjectView): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { folder, config } of project.configs('build'))
    if (config.opens !== undefined) found.set(folder, [...(found.get(folder) ?? []), ...config.opens]);
  for (const path of project.files.paths) {
    const code = path.endsWith('.cs') ? project.codeOf(path) : undefined;
    const global = code?.imports.filter((entry) => entry.kind === 'reexport').map((entry) => entry.specifier) ?? [];
    if (global.length === 0) continue;
    const folders = [...foldersUp(folderOf(path))];
    const home = folders.find((folder) => project.files.filesIn(folder).some((file) => file.endsWith('.csproj')));
    const folder = home ?? folderOf(path);
    found.set(folder, [...(found.get(folder) ?? []), ...global]);
  }
  return found;
}
