import type { CodeFacts, ResolvedImport } from '../importGraph';
import { type ImportResolver, implicitImport, type ProjectView } from './resolver';

/** Elixir: names of modules, full or through an alias, lead to the file that defines them. */
export function elixirResolver(project: ProjectView): ImportResolver {
  const modules = new Map<string, string>();
  for (const path of project.files.paths) {
    if (!/\.exs?$/.test(path)) continue;
    for (const symbol of project.codeOf(path)?.symbols ?? []) {
      if (symbol.kind !== 'module') continue;
      const name = symbol.container === undefined ? symbol.name : `${symbol.container}.${symbol.name}`;
      if (!modules.has(name)) modules.set(name, path);
    }
  }

  function fullName(code: CodeFacts, name: string): string {
    const first = name.split('.')[0] ?? name;
    const alias = code.imports.find((entry) => entry.bindings[0]?.local === first);
    return alias === undefined ? name : alias.specifier + name.slice(first.length);
  }

  return {
    resolve(from, specifier) {
      const file = modules.get(specifier);
      if (file !== undefined) return { files: file === from ? [] : [file] };
      return { files: [], external: specifier.split('.')[0] ?? specifier };
    },

    implicit(from, code) {
      const seen = new Set([from]);
      const found: ResolvedImport[] = [];
      for (const { name, line } of code.references ?? []) {
        const file = modules.get(fullName(code, name));
        if (file === undefined || seen.has(file)) continue;
        seen.add(file);
        found.push(implicitImport(from, name, line, file));
      }
      return found;
    },

    neighbours(from, name) {
      const code = project.codeOf(from);
      const file = code === undefined ? undefined : modules.get(fullName(code, name));
      return file === undefined ? [] : [file];
    },
  };
}
