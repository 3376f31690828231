import type { CodeFacts, ReferenceFact, ResolvedImport } from '../importGraph';
import { folderOf, foldersUp } from '../paths';
import { type ImportResolver, implicitImport, nowhere, type ProjectView, type Target } from './resolver';

/** `Sources/Shop/Cart.swift` belongs to the target `Shop`. */
const targetFolder = /^(?:Sources|Tests|Plugins)\/([^/]+)\//;

interface Module {
  /** Files that declare a name at their top. */
  readonly top: Map<string, string[]>;
  /** Names of types within others: one of these may be meant wherever it stands. */
  readonly inner: Set<string>;
}

/**
 * Swift: an import opens a module, and within one all files see each other. A module is a target of a package; all code of
 * no package counts as one. Only a name that one file alone declares says what is meant.
 */
export class SwiftResolver implements ImportResolver {
  private readonly modules = new Map<string, Module>();
  private readonly moduleByFile = new Map<string, string>();

  constructor(private readonly project: ProjectView) {
    for (const path of project.files.paths) {
      const code = path.endsWith('.swift') ? project.codeOf(path) : undefined;
      if (code === undefined) continue;
      const name = this.nameOf(path);
      this.moduleByFile.set(path, name);
      const module = this.modules.get(name) ?? { top: new Map(), inner: new Set() };
      this.modules.set(name, module);
      for (const symbol of code.symbols) {
        if (symbol.container !== undefined) module.inner.add(symbol.name);
        else {
          const paths = module.top.get(symbol.name) ?? [];
          if (paths.at(-1) !== path) paths.push(path);
          module.top.set(symbol.name, paths);
        }
      }
    }
  }

  resolve(from: string, specifier: string): Target {
    const name = specifier.split('.')[0] ?? specifier;
    const own = this.moduleByFile.get(from);
    if (name === own) return nowhere;
    if (!this.modules.has(name)) return { files: [], external: name };
    const used = this.usedOf(from, name, this.project.codeOf(from));
    return { files: [...used.keys()], places: new Map([...used].map(([file, { line }]) => [file, line])) };
  }

  implicit(from: string, code: CodeFacts): readonly ResolvedImport[] {
    const used = this.usedOf(from, this.moduleByFile.get(from) ?? '', code);
    return [...used].map(([file, { name, line }]) => implicitImport(from, name.split('.')[0] ?? name, line, file));
  }

  /** The files of a module that names of a file lead to, each with the first such name. */
  private usedOf(from: string, name: string, code: CodeFacts | undefined): ReadonlyMap<string, ReferenceFact> {
    const found = new Map<string, ReferenceFact>();
    const module = this.modules.get(name);
    const declared = new Set(code?.symbols.map((symbol) => symbol.name));
    for (const reference of code?.references ?? []) {
      const [first = ''] = reference.name.split('.');
      const paths = module?.top.get(first) ?? [];
      const [file] = paths;
      if (file === undefined || paths.length > 1 || file === from || found.has(file)) continue;
      if (module?.inner.has(first) === true || declared.has(first) || !this.project.files.isSource(file)) continue;
      found.set(file, reference);
    }
    return found;
  }

  /** The target of a package that a file belongs to, or the folder of a package that lays its code out otherwise. */
  private nameOf(path: string): string {
    for (const folder of foldersUp(folderOf(path))) {
      if (!this.project.files.has(folder === '' ? 'Package.swift' : `${folder}/Package.swift`)) continue;
      const within = folder === '' ? path : path.slice(folder.length + 1);
      return targetFolder.exec(within)?.[1] ?? `${folder}/`;
    }
    return '';
  }
}
