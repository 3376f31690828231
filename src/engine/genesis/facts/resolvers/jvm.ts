import type { CodeFacts, ResolvedImport } from '../importGraph';
import { Namespaces } from './namespaces';
import { type ImportResolver, implicitImport, nowhere, type ProjectView, type Target } from './resolver';

/** Java and Kotlin: an import names a class or, with `*`, a package; classes of the own package need none. */
export class JvmResolver implements ImportResolver {
  private readonly packages: Namespaces;

  constructor(private readonly project: ProjectView) {
    this.packages = new Namespaces(project, (path) => /\.(?:java|kts?)$/.test(path));
  }

  resolve(from: string, specifier: string): Target {
    if (specifier.endsWith('.*')) return this.wildcard(from, specifier.slice(0, -2));
    const file = this.classOf(from, specifier);
    if (file !== undefined) return { files: [file] };
    const packageName = packageOf(specifier);
    // A class of a package of ours that is not there is generated when the project is built.
    return this.packages.has(packageName) ? nowhere : { files: [], external: packageName };
  }

  implicit(from: string, code: CodeFacts): readonly ResolvedImport[] {
    const bound = new Set(code.imports.flatMap((entry) => entry.bindings.map((binding) => binding.local)));
    const seen = new Set([from]);
    const found: ResolvedImport[] = [];
    for (const { name, line } of code.references ?? []) {
      const first = name.split('.')[0] ?? name;
      const file = bound.has(first) ? undefined : this.packages.find(from, code.namespace ?? '', first);
      if (file === undefined || seen.has(file)) continue;
      seen.add(file);
      found.push(implicitImport(from, first, line, file));
    }
    return found;
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
    const files = new Set<string>();
    for (const { name: reference } of this.project.codeOf(from)?.references ?? []) {
      const file = this.packages.find(from, name, reference.split('.')[0] ?? '');
      if (file !== undefined && file !== from) files.add(file);
    }
    return { files: [...files] };
  }

  /** The class of a qualified name, or the class around it. */
  private classOf(from: string, name: string): string | undefined {
    for (let end = name.lastIndexOf('.'), rest = name.length; end !== -1; ) {
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
