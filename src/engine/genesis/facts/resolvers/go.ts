import { isInside, joinPath } from './paths';
import { type ImportResolver, nowhere, type ProjectView, type Target } from './resolver';

interface GoRoot {
  readonly module: string;
  readonly folder: string;
}

export function goResolver(project: ProjectView): ImportResolver {
  const modules = project.configs('go');
  const roots: GoRoot[] = modules.map(({ folder, config }) => ({ module: config.module, folder }));
  const packages = new Map<string, readonly string[]>();

  /** The files of the package in a folder, without its tests. */
  function packageIn(folder: string): readonly string[] {
    let found = packages.get(folder);
    if (found === undefined) {
      found = project.files.filesIn(folder).filter((path) => path.endsWith('.go') && !path.endsWith('_test.go'));
      packages.set(folder, found);
    }
    return found;
  }

  /** Modules that a file may mean: those its own module replaces, then all of the repository, the longest path first. */
  function rootsFor(from: string): readonly GoRoot[] {
    const own = modules
      .filter((entry) => isInside(from, entry.folder))
      .sort((a, b) => b.folder.length - a.folder.length)[0];
    const replaced = (own?.config.replaces ?? []).flatMap(({ from: module, folder }) => {
      const target = joinPath(own?.folder ?? '', folder);
      return target === undefined ? [] : [{ module, folder: target }];
    });
    return [...replaced, ...roots].sort((a, b) => b.module.length - a.module.length);
  }

  const rootsOf = cached((folder: string) => rootsFor(folder));

  return {
    resolve(from, specifier): Target {
      if (specifier.startsWith('.')) {
        const folder = joinPath(from.slice(0, Math.max(0, from.lastIndexOf('/'))), specifier);
        return folder === undefined ? nowhere : { files: packageIn(folder) };
      }
      for (const { module, folder } of rootsOf(from.slice(0, from.lastIndexOf('/') + 1))) {
        if (specifier !== module && !specifier.startsWith(`${module}/`)) continue;
        const rest = specifier.slice(module.length + 1);
        return { files: packageIn(joinPath(folder, rest) ?? folder) };
      }
      if (modules.length === 0) {
        const folder = specifier.split('/').slice(3).join('/');
        if (specifier.includes('.') && packageIn(folder).length > 0) return { files: packageIn(folder) };
      }
      return { files: [], external: externalModule(specifier) };
    },
    neighbours: (from) => packageIn(from.slice(0, Math.max(0, from.lastIndexOf('/')))).filter((path) => path !== from),
  };

  function externalModule(specifier: string): string {
    let best = '';
    for (const { config } of modules)
      for (const module of config.requires)
        if (module.length > best.length && (specifier === module || specifier.startsWith(`${module}/`))) best = module;
    if (best !== '') return best;
    return specifier.split('/')[0]?.includes('.') === true ? specifier.split('/').slice(0, 3).join('/') : specifier;
  }
}

function cached<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}
