import { folderOf, isInside, joinPath } from '../paths';
import { type ImportResolver, nowhere, type ProjectView, type Target } from './resolver';

interface GoRoot {
  readonly module: string;
  readonly folder: string;
}

/** Go: an import path is a module's path and a folder in it; the files of a folder are one package. */
export class GoResolver implements ImportResolver {
  private readonly packages = new Map<string, readonly string[]>();
  private readonly roots = new Map<string, readonly GoRoot[]>();

  constructor(private readonly project: ProjectView) {}

  resolve(from: string, specifier: string): Target {
    if (specifier.startsWith('.')) {
      const folder = joinPath(folderOf(from), specifier);
      return folder === undefined ? nowhere : { files: this.packageIn(folder) };
    }
    const roots = this.rootsFor(folderOf(from));
    for (const { module, folder } of roots) {
      if (specifier !== module && !specifier.startsWith(`${module}/`)) continue;
      return { files: this.packageIn(joinPath(folder, specifier.slice(module.length + 1)) ?? folder) };
    }
    // Before modules the path began with the repository's own.
    const inRepository = specifier.split('/').slice(3).join('/');
    if (roots.length === 0 && specifier.includes('.') && this.packageIn(inRepository).length > 0)
      return { files: this.packageIn(inRepository) };
    return { files: [], external: this.externalModule(specifier) };
  }

  neighbours(from: string): readonly string[] {
    return this.packageIn(folderOf(from)).filter((path) => path !== from);
  }

  /** The files of the package in a folder, without its tests. */
  private packageIn(folder: string): readonly string[] {
    let found = this.packages.get(folder);
    if (found === undefined) {
      const files = this.project.files.filesIn(folder);
      found = files.filter((path) => path.endsWith('.go') && !path.endsWith('_test.go'));
      this.packages.set(folder, found);
    }
    return found;
  }

  /** Modules that a file may mean: those its own module replaces, then all of the repository, the longest path first. */
  private rootsFor(from: string): readonly GoRoot[] {
    let found = this.roots.get(from);
    if (found === undefined) {
      const modules = this.project.configs('go');
      const own = modules
        .filter((entry) => isInside(from, entry.folder))
        .sort((a, b) => b.folder.length - a.folder.length)[0];
      const replaced = (own?.config.replaces ?? []).flatMap(({ from: module, folder }) => {
        const target = joinPath(own?.folder ?? '', folder);
        return target === undefined ? [] : [{ module, folder: target }];
      });
      const all = [...replaced, ...modules.map(({ folder, config }) => ({ module: config.module, folder }))];
      found = all.sort((a, b) => b.module.length - a.module.length);
      this.roots.set(from, found);
    }
    return found;
  }

  private externalModule(specifier: string): string {
    let best = '';
    for (const { config } of this.project.configs('go'))
      for (const module of config.requires)
        if (module.length > best.length && (specifier === module || specifier.startsWith(`${module}/`))) best = module;
    if (best !== '') return best;
    const parts = specifier.split('/');
    return parts[0]?.includes('.') === true ? parts.slice(0, 3).join('/') : specifier;
  }
}
