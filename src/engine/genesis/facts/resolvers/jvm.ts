import type { CodeFacts, ResolvedImport } from '../importGraph';
import { Namespaces } from './namespaces';
import { type ImportResolver, implicitImport, nowhere, type ProjectView, type Target } from './resolver';

/** Java and Kotlin: an import names a class or, with `*`, a package; classes of the own package need none. */
export function jvmResolver(project: ProjectView): ImportResolver {
  const packages = new Namespaces(project, (path) => /\.(?:java|kts?)$/.test(path));

  /** The class of a qualified name, or the class around it. */
  function classOf(from: string, name: string): string | undefined {
    for (
      let end = name.lastIndexOf('.'), rest = name.length;
      end !== -1;
      rest = end, end = name.lastIndexOf('.', end - 1)
    ) {
      const found = packages.find(from, name.slice(0, end), name.slice(end + 1, rest));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function ofPackage(from: string, name: string): Target {
    const used = new Set((project.codeOf(from)?.references ?? []).map((entry) => entry.name.split('.')[0] ?? ''));
    const files = new Set<string>();
    for (const reference of used) {
      const file = packages.find(from, name, reference);
      if (file !== undefined && file !== from) files.add(file);
    }
    return { files: [...files] };
  }

  return {
    resolve(from, specifier) {
      if (specifier.endsWith('.*')) {
        const name = specifier.slice(0, -2);
        if (packages.has(name)) return ofPackage(from, name);
        const around = classOf(from, name);
        return around === undefined ? { files: [], external: name } : { files: [around] };
      }
      const file = classOf(from, specifier);
      if (file !== undefined) return { files: [file] };
      const packageName = packageOf(specifier);
      // A class of a package of ours that is not there is generated when the project is built.
      return packages.has(packageName) ? nowhere : { files: [], external: packageName };
    },

    implicit(from, code: CodeFacts) {
      const bound = new Set(code.imports.flatMap((entry) => entry.bindings.map((binding) => binding.local)));
      const seen = new Set([from]);
      const found: ResolvedImport[] = [];
      for (const { name, line } of code.references ?? []) {
        const first = name.split('.')[0] ?? name;
        const file = bound.has(first) ? undefined : packages.find(from, code.namespace ?? '', first);
        if (file === undefined || seen.has(file)) continue;
        seen.add(file);
        found.push(implicitImport(from, first, line, file));
      }
      return found;
    },

    neighbours(from, name) {
      const file = packages.find(from, project.codeOf(from)?.namespace ?? '', name);
      return file === undefined ? [] : [file];
    },
  };
}

/** `java.util.Map.Entry` → `java.util`: packages begin with a small letter, classes do not. */
function packageOf(specifier: string): string {
  const parts = specifier.split('.');
  const type = parts.findIndex((part) => /^[A-Z]/.test(part));
  return parts.slice(0, type === -1 ? Math.max(1, parts.length - 1) : Math.max(1, type)).join('.');
}
