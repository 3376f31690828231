import type { CodeFacts, ImportFact, ReferenceFact, ResolvedImport } from '../importGraph';
import { CsharpProjects } from './csharpProjects';
import { Namespaces } from './namespaces';
import { folderOf, foldersUp } from './paths';
import { type ImportResolver, implicitImport, nowhere, type ProjectView, type Target } from './resolver';

/** C#: `using` opens a namespace; which of its files are meant shows only in the names that are used. */
export function csharpResolver(project: ProjectView): ImportResolver {
  const isCsharp = (path: string): boolean => path.endsWith('.cs');
  const namespaces = new Namespaces(project, isCsharp);
  const extensions = extensionMethods(project, isCsharp);
  const globalUsings = globalUsingsByFolder(project, isCsharp);
  const reach = new CsharpProjects(project);

  function usedOf(from: string, namespace: string, references: readonly ReferenceFact[]): Map<string, ReferenceFact> {
    const files = new Map<string, ReferenceFact>();
    for (const reference of references) {
      const file = reference.name.startsWith('.')
        ? extensions.get(namespace)?.get(reference.name.slice(1))
        : namespaces.find(from, namespace, reference.name.split('.')[0] ?? '');
      if (file !== undefined && file !== from && !files.has(file) && reach.canUse(from, file))
        files.set(file, reference);
    }
    return files;
  }

  function typeOf(from: string, name: string): string | undefined {
    const end = name.lastIndexOf('.');
    const file = namespaces.find(from, name.slice(0, Math.max(0, end)), name.slice(end + 1));
    return file !== undefined && reach.canUse(from, file) ? file : undefined;
  }

  return {
    resolve(from, specifier): Target {
      const type = typeOf(from, specifier);
      if (type !== undefined) return type === from ? nowhere : { files: [type] };
      if (!namespaces.has(specifier)) {
        const inside = isPartOfOurs(specifier);
        return inside ? nowhere : { files: [], external: specifier };
      }
      return { files: [...usedOf(from, specifier, project.codeOf(from)?.references ?? []).keys()] };
    },

    implicit(from, code) {
      const seen = new Set([from]);
      const found: ResolvedImport[] = [];
      for (const namespace of openNamespaces(from, code))
        for (const [file, { name, line }] of usedOf(from, namespace, code.references ?? [])) {
          if (seen.has(file)) continue;
          seen.add(file);
          found.push(implicitImport(from, name.replace(/^\./, ''), line, file));
        }
      return found;
    },

    neighbours(from, name) {
      const code = project.codeOf(from);
      if (code === undefined) return [];
      const opened = [...code.imports.map((entry) => entry.specifier), ...openNamespaces(from, code)];
      return opened
        .flatMap((namespace) => namespaces.find(from, namespace, name) ?? [])
        .filter((file) => reach.canUse(from, file));
    },
  };

  /** The own namespace, those around it, and what the project opens for all its files. */
  function openNamespaces(from: string, code: CodeFacts): readonly string[] {
    const own: string[] = [];
    for (let name = code.namespace ?? ''; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.'))))
      own.push(name);
    const opened: string[] = [];
    for (const folder of foldersUp(folderOf(from))) opened.push(...(globalUsings.get(folder) ?? []));
    const written = new Set(code.imports.map((entry) => entry.specifier));
    return [...own, '', ...opened].filter((name) => !written.has(name));
  }

  function isPartOfOurs(specifier: string): boolean {
    const parent = specifier.slice(0, Math.max(0, specifier.lastIndexOf('.')));
    return parent !== '' && namespaces.has(parent);
  }
}

/** Methods of static classes by namespace: `using` is what makes them callable on other objects. */
function extensionMethods(project: ProjectView, wanted: (path: string) => boolean): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const path of project.files.paths) {
    const code = wanted(path) ? project.codeOf(path) : undefined;
    if (code === undefined || !/(?:Extensions?|Helpers?|Extentions)\b/.test(path)) continue;
    const methods = found.get(code.namespace ?? '') ?? new Map<string, string>();
    for (const symbol of code.symbols)
      if (symbol.kind === 'method' && !methods.has(symbol.name)) methods.set(symbol.name, path);
    found.set(code.namespace ?? '', methods);
  }
  return found;
}

/** `global using` counts for the whole project: the folder with the nearest project file. */
function globalUsingsByFolder(project: ProjectView, wanted: (path: string) => boolean): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const path of project.files.paths) {
    const code = wanted(path) ? project.codeOf(path) : undefined;
    const global =
      code?.imports.filter((entry: ImportFact) => entry.kind === 'reexport').map((entry) => entry.specifier) ?? [];
    if (global.length === 0) continue;
    const folders = [...foldersUp(folderOf(path))];
    const home = folders.find((folder) => project.files.filesIn(folder).some((file) => file.endsWith('.csproj')));
    const folder = home ?? folderOf(path);
    found.set(folder, [...(found.get(folder) ?? []), ...global]);
  }
  return found;
}
