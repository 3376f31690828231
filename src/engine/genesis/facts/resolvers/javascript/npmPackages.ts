import type { NpmPackage } from '../../moduleConfig';
import { folderOf, foldersUp, joinPath, nearest } from '../../paths';
import type { ConfigFile, ProjectView } from '../resolver';
import type { JsFiles } from './files';
import { matchSubpath } from './subpaths';

const outputFolder =
  /^(?:\.\/)?(?:dist|build|lib|out|output|es|esm|cjs|umd|types|typings)(?:\/(?:esm|cjs|src|types|es))?\//;
const outputExtension = /(?:\.d)?\.[cm]?[jt]sx?$/;

/** The project's own packages, found by name. */
export class NpmPackages {
  private readonly byName = new Map<string, ConfigFile<NpmPackage>[]>();
  private readonly byFolder: ReadonlyMap<string, ConfigFile<NpmPackage>>;

  constructor(
    private readonly project: ProjectView,
    private readonly files: JsFiles,
  ) {
    const packages = project.configs('npm');
    this.byFolder = new Map(packages.map((entry) => [entry.folder, entry]));
    for (const entry of packages)
      if (entry.config.name !== undefined)
        this.byName.set(entry.config.name, [...(this.byName.get(entry.config.name) ?? []), entry]);
  }

  /** The package that a file belongs to. */
  ownerOf(path: string): ConfigFile<NpmPackage> | undefined {
    for (const folder of foldersUp(folderOf(path))) {
      const owner = this.byFolder.get(folder);
      if (owner !== undefined) return owner;
    }
    return undefined;
  }

  /** Files of the project's package of that name; `undefined` if it has none, empty if the entry is not there. */
  find(from: string, name: string, specifier: string): readonly string[] | undefined {
    const path = nearest(
      from,
      (this.byName.get(name) ?? []).map((entry) => entry.path).filter((entry) => this.mayUse(from, entry)),
    );
    const entry = path === undefined ? undefined : this.byFolder.get(folderOf(path));
    if (entry === undefined) return undefined;
    const subpath = specifier === name ? '.' : `.${specifier.slice(name.length)}`;
    const file = this.entryOf(entry, subpath);
    return file === undefined ? [] : [file];
  }

  findOwnImport(from: string, specifier: string): string | undefined {
    const owner = this.ownerOf(from);
    if (owner === undefined) return undefined;
    for (const target of matchSubpath(owner.config.imports, specifier)) {
      const file = target.startsWith('.') ? this.fileOf(owner.folder, target) : undefined;
      if (file !== undefined) return file;
    }
    return undefined;
  }

  /** A package that only stands in a fixture, test or template may not take the place of a real one of that name. */
  private mayUse(from: string, manifest: string): boolean {
    return this.project.files.isSource(manifest) || !this.project.files.isSource(from);
  }

  private entryOf({ folder, config }: ConfigFile<NpmPackage>, subpath: string): string | undefined {
    for (const target of matchSubpath(config.exports, subpath)) {
      const file = this.fileOf(folder, target);
      if (file !== undefined) return file;
    }
    if (subpath !== '.') return this.fileOf(folder, subpath) ?? this.fileOf(folder, `./src/${subpath.slice(2)}`);
    for (const entry of config.entries) {
      const file = this.fileOf(folder, entry);
      if (file !== undefined) return file;
    }
    return this.fileOf(folder, './src/index') ?? this.fileOf(folder, './index') ?? this.fileOf(folder, './src/main');
  }

  /** The file itself, or the source that it is built from. */
  private fileOf(folder: string, target: string): string | undefined {
    const at = (path: string): string | undefined => {
      const base = joinPath(folder, path);
      return base === undefined || base === folder ? undefined : this.files.find(base);
    };
    const exact = at(target);
    if (exact !== undefined || !outputFolder.test(target)) return exact;
    const inner = target.replace(outputFolder, '').replace(outputExtension, '');
    return at(`src/${inner}`) ?? at(inner);
  }
}
