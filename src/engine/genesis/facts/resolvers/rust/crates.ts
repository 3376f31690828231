import type { CargoPackage } from '../../moduleConfig';
import { folderOf, foldersUp, joinPath } from '../../paths';
import type { ConfigFile, ProjectView } from '../resolver';

/** Where a file stands: the root file of its crate, and its module path in it. */
interface CratePlace {
  readonly root: string;
  readonly modules: readonly string[];
}

/** Maps files to modules of crates and back, by Cargo's conventions and the paths that manifests name. */
export class RustCrates {
  private readonly byFolder: ReadonlyMap<string, ConfigFile<CargoPackage>>;
  private readonly libraries = new Map<string, string>();

  constructor(private readonly project: ProjectView) {
    const manifests = project.configs('cargo');
    this.byFolder = new Map(manifests.map((entry) => [entry.folder, entry]));
    for (const { folder, config } of manifests) {
      const library = joinPath(folder, config.libPath ?? 'src/lib.rs');
      if (
        config.crate !== undefined &&
        library !== undefined &&
        project.files.has(library) &&
        !this.libraries.has(config.crate)
      )
        this.libraries.set(config.crate, library);
    }
  }

  /** Root file of the library that a crate name means in a file: a member of the workspace, or the package's own. */
  libraryOf(from: string, name: string): string | undefined {
    const owner = this.ownerOf(from);
    const renamed = owner?.config.renames.find((entry) => entry.local === name)?.crate;
    return this.libraries.get(renamed ?? name);
  }

  placeOf(path: string): CratePlace {
    const owner = this.ownerOf(path);
    const folder = owner?.folder ?? '';
    const inside = folder === '' ? path : path.slice(folder.length + 1);
    const at = (relative: string): string => (folder === '' ? relative : `${folder}/${relative}`);
    const named = [owner?.config.libPath, ...(owner?.config.binPaths ?? [])].find((root) => root === inside);
    if (named !== undefined) return { root: path, modules: [] };
    const [, area, rest] = /^(src\/bin|tests|examples|benches|src)\/(.*)\.rs$/.exec(inside) ?? [];
    if (area === undefined || rest === undefined) return { root: path, modules: [] };
    if (area !== 'src') {
      // Each file, or each folder with a main.rs, is a crate of its own.
      const [first = '', ...modules] = rest.split('/');
      const main = at(`${area}/${first}/main.rs`);
      if (modules.length > 0 && this.project.files.has(main)) return { root: main, modules: trimmed(modules) };
      return modules.length === 0
        ? { root: path, modules: [] }
        : { root: at(`${area}/${first}.rs`), modules: trimmed(modules) };
    }
    const library =
      owner?.config.libPath === undefined ? at('src/lib.rs') : (joinPath(folder, owner.config.libPath) ?? '');
    const root = this.project.files.has(library) ? library : at('src/main.rs');
    if (rest === 'main' || rest === 'lib') return { root: path, modules: [] };
    return { root, modules: trimmed(rest.split('/')) };
  }

  /** `a::b` is `a/b.rs` or `a/b/mod.rs` beside the root file (below a folder of its name, for a crate in one file). */
  fileOfModule(root: string, modules: readonly string[]): string | undefined {
    if (modules.length === 0) return root;
    const base = folderOf(root);
    const path = base === '' ? modules.join('/') : `${base}/${modules.join('/')}`;
    for (const candidate of [`${path}.rs`, `${path}/mod.rs`]) if (this.project.files.has(candidate)) return candidate;
    return undefined;
  }

  private ownerOf(path: string): ConfigFile<CargoPackage> | undefined {
    for (const folder of foldersUp(folderOf(path))) {
      const owner = this.byFolder.get(folder);
      if (owner?.config.crate !== undefined) return owner;
    }
    return undefined;
  }
}

function trimmed(modules: readonly string[]): readonly string[] {
  return modules.at(-1) === 'mod' ? modules.slice(0, -1) : modules;
}
