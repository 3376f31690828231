import type { CodeFacts, ResolvedImport } from '../importGraph';
import { type ImportResolver, implicitImport, type ProjectView, type Target } from './resolver';

/** Elixir: names of modules, full or through an alias, lead to the file that defines them. */
export class ElixirResolver implements ImportResolver {
  private readonly modules = new Map<string, string>();

  constructor(private readonly project: ProjectView) {
    for (const path of project.files.paths) {
      if (!/\.exs?$/.test(path)) continue;
      for (const symbol of project.codeOf(path)?.symbols ?? []) {
        if (symbol.kind !== 'module') continue;
        const name = symbol.container === undefined ? symbol.name : `${symbol.container}.${symbol.name}`;
        if (!this.modules.has(name)) this.modules.set(name, path);
      }
    }
  }

  resolve(from: string, written: string): Target {
    const code = this.project.codeOf(from);
    // `alias Shop.Cups` and then `alias Cups.Mug`.
    const specifier = code === undefined || this.modules.has(written) ? written : fullName(code, written);
    const file = this.modules.get(specifier);
    if (file !== undefined) return { files: file === from ? [] : [file] };
    const within = this.usedBelow(from, specifier);
    if (within.length > 0) return { files: within };
    return { files: [], external: specifier.split('.')[0] ?? specifier };
  }

  /** `alias Shop.Cups` where only `Shop.Cups.Mug` is there: the modules below it that the file names by their last parts. */
  private usedBelow(from: string, specifier: string): string[] {
    const last = specifier.slice(specifier.lastIndexOf('.') + 1);
    const names = this.project.codeOf(from)?.references ?? [];
    const files = names.flatMap(({ name }) =>
      name.startsWith(`${last}.`) ? (this.modules.get(specifier + name.slice(last.length)) ?? []) : [],
    );
    return [...new Set(files)].filter((file) => file !== from);
  }

  implicit(from: string, code: CodeFacts): readonly ResolvedImport[] {
    const seen = new Set([from]);
    const found: ResolvedImport[] = [];
    for (const { name, line } of code.references ?? []) {
      const file = this.modules.get(fullName(code, name));
      if (file === undefined || seen.has(file)) continue;
      seen.add(file);
      found.push(implicitImport(from, name, line, file));
    }
    return found;
  }

  neighbours(from: string, name: string): readonly string[] {
    const code = this.project.codeOf(from);
    const file = code === undefined ? undefined : this.modules.get(fullName(code, name));
    return file === undefined ? [] : [file];
  }
}

function fullName(code: CodeFacts, name: string): string {
  if (name.startsWith('__MODULE__')) return (code.namespace ?? '') + name.slice('__MODULE__'.length);
  const first = name.split('.')[0] ?? name;
  const alias = code.imports.find((entry) => entry.bindings[0]?.local === first);
  return alias === undefined ? name : alias.specifier + name.slice(first.length);
}
