import type { CodeFacts, ResolvedImport } from '../importGraph';
import { BuildParts } from './buildParts';
import { Namespaces } from './namespaces';
import { type ImportResolver, implicitImport, nowhere, type ProjectView, type Target } from './resolver';

/** Types that every file has without an import: a function or a stub of that name is not what a file means by it. */
const builtIn =
  /^(?:String|Int|Integer|Long|Short|Byte|Char|Character|Boolean|Float|Double|Number|Any|Unit|Nothing|Object|Void|Array|List|Map|Set|Mutable(?:List|Map|Set|Collection)|Collection|Iterable|Iterator|Sequence|Comparable|Throwable|(?:Runtime)?Exception|Error|Override|Deprecated|Suppress|Pair|Result|Class|Enum|Thread|Runnable|System|Math)$/;

/** Java, Kotlin and Scala: an import names a class or, with `*`, a package; classes of the own package need none. */
export class JvmResolver implements ImportResolver {
  private readonly packages: Namespaces;
  private readonly parts: BuildParts;

  constructor(private readonly project: ProjectView) {
    this.packages = new Namespaces(project, (path) => /\.(?:java|kts?|scala)$/.test(path));
    this.parts = new BuildParts(project);
  }

  resolve(from: string, specifier: string): Target {
    const found = this.absolute(from, specifier);
    if (found.files.length > 0 || !from.endsWith('.scala')) return found;
    // Scala looks a name up in the packages around as well.
    const [first = ''] = specifier.split('.');
    for (let around = this.project.codeOf(from)?.namespace ?? ''; around !== ''; ) {
      if (this.packages.has(`${around}.${first}`) || this.packages.declares(around, first)) {
        const below = this.absolute(from, `${around}.${specifier}`);
        if (below.files.length > 0) return below;
      }
      around = around.slice(0, Math.max(0, around.lastIndexOf('.')));
    }
    return found;
  }

  private absolute(from: string, specifier: string): Target {
    if (specifier.endsWith('.*')) return this.wildcard(from, specifier.slice(0, -2));
    const file = this.classOf(from, specifier);
    if (file !== undefined) return { files: [file] };
    const packageName = packageOf(specifier);
    // A class of a package of ours that is not there is generated when the project is built.
    return this.packages.has(packageName) ? nowhere : { files: [], external: packageName };
  }

  implicit(from: string, code: CodeFacts): readonly ResolvedImport[] {
    const bound = new Set(code.imports.flatMap((entry) => entry.bindings.map((binding) => binding.local)));
    // A class within the file hides one of the package.
    for (const symbol of code.symbols) if (symbol.container !== undefined) bound.add(symbol.name);
    const seen = new Set([from]);
    const found: ResolvedImport[] = [];
    for (const { name, line } of code.references ?? []) {
      const first = name.split('.')[0] ?? name;
      const isQualified = /^[a-z]/.test(first);
      const file = isQualified ? this.classOf(from, name) : this.besideOf(from, code, first, bound);
      if (file === undefined || seen.has(file)) continue;
      seen.add(file);
      found.push(implicitImport(from, isQualified ? name : first, line, file));
    }
    return found;
  }

  /** The file of the own package that declares a name which the file neither declares nor imports. */
  private besideOf(from: string, code: CodeFacts, name: string, bound: ReadonlySet<string>): string | undefined {
    if (bound.has(name) || builtIn.test(name)) return undefined;
    const file = this.packages.find(from, code.namespace ?? '', name);
    return file !== undefined && this.parts.canUse(from, file) ? file : undefined;
  }

  neighbours(from: string, name: string): readonly string[] {
    const file = this.packages.find(from, this.project.codeOf(from)?.namespace ?? '', name);
    return file === undefined ? [] : [file];
  }

  /** The classes of a package that the file names, or the class whose members are meant. */
  private wildcard(from: string, name: string): Target {
    if (!this.packages.has(name)) {
      const around = this.classOf(from, name);
      return around === undefined ? { files: [], external: name } : { files: [around] };
    }
    const places = new Map<string, number>();
    for (const { name: reference, line } of this.project.codeOf(from)?.references ?? []) {
      const file = this.packages.find(from, name, reference.split('.')[0] ?? '');
      if (file !== undefined && file !== from && !places.has(file)) places.set(file, line);
    }
    return { files: [...places.keys()], places };
  }

  /** The class of a qualified name, or the class around it. */
  private classOf(from: string, name: string): string | undefined {
    for (let end = name.lastIndexOf('.'), rest = name.length; end > 0; ) {
      const found = this.packages.find(from, name.slice(0, end), name.slice(end + 1, rest));
      if (found !== undefined) return found;
      rest = end;
      end = name.lastIndexOf('.', end - 1);
    }
    return undefined;
  }
}

/** `java.util.Map.Entry` → `java.util`: packages begin with a small letter, classes do not. */
function packageOf(specifier: string): string {
  const parts = specifier.split('.');
  const type = parts.findIndex((part) => /^[A-Z]/.test(part));
  return parts.slice(0, type === -1 ? Math.max(1, parts.length - 1) : Math.max(1, type)).join('.');
}
