import type { SubpathTargets, TypeScriptConfig } from '../../moduleConfig';
import { folderOf, foldersUp, joinPath } from '../../paths';
import type { ConfigFile, ProjectView } from '../resolver';
import type { JsFiles } from './files';
import { matchSubpath } from './subpaths';

/** A configuration with what it inherits, folders made absolute to the project. */
interface Mapping {
  readonly baseUrl: string | undefined;
  readonly paths: readonly SubpathTargets[];
  /** Folder that the targets of `paths` are relative to. */
  readonly pathsFolder: string;
}

/** `paths` and `baseUrl` of tsconfig and jsconfig files, those of the nearest folder first. */
export class TypeScriptPaths {
  private readonly byPath: ReadonlyMap<string, ConfigFile<TypeScriptConfig>>;
  private readonly byFolder = new Map<string, Mapping[]>();

  constructor(
    project: ProjectView,
    private readonly files: JsFiles,
  ) {
    const configs = project.configs('typescript');
    this.byPath = new Map(configs.map((config) => [config.path, config]));
    // In a folder the plain name speaks first; `tsconfig.app.json` and the like serve what it leaves open.
    const plainFirst = [...configs].sort((a, b) => a.path.length - b.path.length);
    for (const config of plainFirst) {
      const mapping = this.mappingOf(config, 0);
      if (mapping.baseUrl === undefined && mapping.paths.length === 0) continue;
      const mappings = this.byFolder.get(config.folder) ?? [];
      mappings.push(mapping);
      this.byFolder.set(config.folder, mappings);
    }
  }

  find(from: string, specifier: string): string | undefined {
    if (this.byFolder.size === 0) return undefined;
    for (const folder of foldersUp(folderOf(from)))
      for (const mapping of this.byFolder.get(folder) ?? []) {
        const found = this.findIn(mapping, specifier);
        if (found !== undefined) return found;
      }
    return undefined;
  }

  private findIn(mapping: Mapping, specifier: string): string | undefined {
    for (const target of matchSubpath(mapping.paths, specifier)) {
      const found = this.file(mapping.pathsFolder, target);
      if (found !== undefined) return found;
    }
    return mapping.baseUrl === undefined ? undefined : this.file(mapping.baseUrl, specifier);
  }

  private file(folder: string, path: string): string | undefined {
    const base = joinPath(folder, path);
    return base === undefined || base === '' ? undefined : this.files.find(base);
  }

  private mappingOf(config: ConfigFile<TypeScriptConfig>, depth: number): Mapping {
    const bases = depth > 10 ? [] : config.config.extends.flatMap((name) => this.baseOf(config, name) ?? []);
    const inherited = bases.map((base) => this.mappingOf(base, depth + 1)).reverse();
    const { baseUrl, paths } = config.config;
    const ownBaseUrl = baseUrl === undefined ? undefined : joinPath(config.folder, baseUrl);
    const from = inherited.find((mapping) => mapping.paths.length > 0);
    return {
      baseUrl: ownBaseUrl ?? inherited.find((mapping) => mapping.baseUrl !== undefined)?.baseUrl,
      paths: paths ?? from?.paths ?? [],
      pathsFolder: paths === undefined ? (from?.pathsFolder ?? config.folder) : (ownBaseUrl ?? config.folder),
    };
  }

  private baseOf(config: ConfigFile<TypeScriptConfig>, name: string): ConfigFile<TypeScriptConfig> | undefined {
    if (!name.startsWith('.')) return undefined;
    const path = joinPath(config.folder, name) ?? '';
    return this.byPath.get(path) ?? this.byPath.get(`${path}.json`) ?? this.byPath.get(`${path}/tsconfig.json`);
  }
}
