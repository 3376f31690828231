import type { CodeFacts, ReferenceFact, ResolvedImport } from '../../importGraph';
import { folderOf, foldersUp } from '../../paths';
import { Namespaces } from '../namespaces';
import { type ImportResolver, implicitImport, nowhere, type ProjectView, type Target } from '../resolver';
import { extensionMethods, globalUsingsByFolder } from './openNames';
import { CsharpProjects } from './projects';

/** More names than a namespace is made of. */
const longestNamespace = 12;

/**
 * Types of `System` that projects have generic ones of the same name beside: `EventArgs` alone is not `EventArgs<T>`, and how
 * many parameters are meant is not known.
 */
const ofSystem =
  /^(?:EventArgs|EventHandler|Exception|Attribute|Action|Func|Tuple|Lazy|Nullable|Comparer|I(?:Comparable|Equatable|Enumerable|Enumerator|List|Collection|Dictionary|Comparer))$/;

/** C#: `using` opens a namespace; which of its files are meant shows only in the names that are used. */
export class CsharpResolver implements ImportResolver {
  private readonly namespaces: Namespaces;
  private readonly extensions: ReadonlyMap<string, ReadonlyMap<string, string>>;
  private readonly globalUsings: ReadonlyMap<string, readonly string[]>;
  private readonly projects: CsharpProjects;

  constructor(private readonly project: ProjectView) {
    this.namespaces = new Namespaces(project, (path) => path.endsWith('.cs'));
    this.extensions = extensionMethods(project);
    this.globalUsings = globalUsingsByFolder(project);
    this.projects = new CsharpProjects(project);
  }

  resolve(from: string, written: string): Target {
    const specifier = this.fullName(this.project.codeOf(from), written);
    const end = specifier.lastIndexOf('.');
    const parent = specifier.slice(0, Math.max(0, end));
    const type = this.typeIn(from, parent, specifier.slice(end + 1));
    if (type !== undefined) return type === from ? nowhere : { files: [type] };
    if (this.namespaces.has(specifier)) {
      const references = this.project.codeOf(from)?.references ?? [];
      const used = this.usedOf(from, specifier, references);
      return { files: [...used.keys()], places: new Map([...used].map(([file, { line }]) => [file, line])) };
    }
    return parent !== '' && this.namespaces.has(parent) ? nowhere : { files: [], external: specifier };
  }

  implicit(from: string, code: CodeFacts): readonly ResolvedImport[] {
    const seen = new Set([from]);
    const found: ResolvedImport[] = [];
    for (const namespace of this.openNamespaces(from, code))
      for (const [file, { name, line }] of this.usedOf(from, namespace, code.references ?? [])) {
        if (seen.has(file)) continue;
        seen.add(file);
        found.push(implicitImport(from, name.replace(/^\./, ''), line, file));
      }
    for (const { name, line } of code.references ?? []) {
      const { file, type } = this.qualified(from, code, name) ?? {};
      if (file === undefined || type === undefined || seen.has(file)) continue;
      seen.add(file);
      found.push(implicitImport(from, type, line, file));
    }
    return found;
  }

  /** `Shared.Constants.Name` below `namespace Shop;` means `Constants` of `Shop.Shared`. */
  private qualified(from: string, code: CodeFacts, name: string): { file: string; type: string } | undefined {
    const parts = name.split('.');
    if (parts.length < 2 || parts[0] === '') return undefined;
    for (let at = Math.min(parts.length - 1, longestNamespace); at > 0; at--) {
      const type = parts[at] ?? '';
      const namespace = this.fullName(code, parts.slice(0, at).join('.'));
      const file = this.namespaces.has(namespace) ? this.typeIn(from, namespace, type) : undefined;
      if (file !== undefined) return file === from ? undefined : { file, type };
    }
    return undefined;
  }

  neighbours(from: string, name: string): readonly string[] {
    const code = this.project.codeOf(from);
    if (code === undefined) return [];
    const written = code.imports.map((entry) => this.fullName(code, entry.specifier));
    const opened = [...written, ...this.openNamespaces(from, code)];
    return opened.flatMap((namespace) => this.typeIn(from, namespace, name) ?? []);
  }

  /** `using Internal;` below `namespace Shop;` means `Shop.Internal`. */
  private fullName(code: CodeFacts | undefined, written: string): string {
    if (this.isKnown(written)) return written;
    for (
      let around = code?.namespace ?? '';
      around !== '';
      around = around.slice(0, Math.max(0, around.lastIndexOf('.')))
    )
      if (this.isKnown(`${around}.${written}`)) return `${around}.${written}`;
    return written;
  }

  /** A namespace of the project, or a type in one. */
  private isKnown(name: string): boolean {
    const end = name.lastIndexOf('.');
    return this.namespaces.has(name) || this.namespaces.declares(name.slice(0, Math.max(0, end)), name.slice(end + 1));
  }

  /** Files of a namespace that a file's names lead to, with the first such name. */
  private usedOf(
    from: string,
    namespace: string,
    references: readonly ReferenceFact[],
  ): ReadonlyMap<string, ReferenceFact> {
    const files = new Map<string, ReferenceFact>();
    for (const reference of references) {
      const [first = ''] = reference.name.split('.');
      if (ofSystem.test(first)) continue;
      const file = reference.name.startsWith('.')
        ? this.extensions.get(namespace)?.get(reference.name.slice(1))
        : this.namespaces.find(from, namespace, first);
      if (file === undefined || file === from || files.has(file) || !this.projects.canUse(from, file)) continue;
      files.set(file, reference);
    }
    return files;
  }

  private typeIn(from: string, namespace: string, name: string): string | undefined {
    const file = this.namespaces.find(from, namespace, name);
    return file !== undefined && this.projects.canUse(from, file) ? file : undefined;
  }

  /** The own namespace, those around it, and what the project opens for all its files. */
  private openNamespaces(from: string, code: CodeFacts): readonly string[] {
    const own: string[] = [];
    for (let name = code.namespace ?? ''; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.'))))
      own.push(name);
    const opened: string[] = [];
    for (const folder of foldersUp(folderOf(from))) opened.push(...(this.globalUsings.get(folder) ?? []));
    const written = new Set(code.imports.map((entry) => entry.specifier));
    return [...own, '', ...opened].filter((name) => !written.has(name));
  }
}
