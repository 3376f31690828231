import type { CodeFacts, ImportFact, ResolvedImport } from '../../importGraph';
import { folderOf, joinPath } from '../../paths';
import { type ImportResolver, nowhere, type ProjectView, type Target } from '../resolver';
import { RustCrates } from './crates';

/** The root file of a crate, and a path in it. */
interface Place {
  readonly root: string;
  readonly parts: readonly string[];
}

/** A name leads to a name …, but no sane project has longer chains, and a hostile one may have circles. */
const mostHops = 6;

/** Rust: paths of modules, from the crate, the own module, the one around it, or a crate of the workspace. */
export class RustResolver implements ImportResolver {
  private readonly crates: RustCrates;
  private readonly named = new Map<string, Map<string, string>>();

  constructor(private readonly project: ProjectView) {
    this.crates = new RustCrates(project);
  }

  resolve(from: string, specifier: string, fact?: ImportFact): Target {
    if (specifier.startsWith('.')) {
      const path = joinPath(folderOf(from), specifier);
      return path !== undefined && this.project.files.has(path) ? { files: [path] } : nowhere;
    }
    const place = this.followed(this.placeOf(from, specifier));
    if (place === undefined) return { files: [], external: specifier.split('::')[0] ?? specifier };
    return { files: this.targets(place.root, place.parts, fact).filter((file) => file !== from) };
  }

  /** Paths that are written out where they are used, without a `use`. */
  implicit(from: string, code: CodeFacts): readonly ResolvedImport[] {
    const seen = new Set<string>();
    const found: ResolvedImport[] = [];
    const written = usedPaths(code);
    for (const { name, line } of code.references ?? []) {
      if (written.has(name)) continue;
      const path = broughtIn(code, name);
      const place = this.followed(this.placeOf(from, path));
      if (place === undefined) continue;
      const length = this.depthOf(place.root, place.parts);
      const file = this.crates.fileOfModule(place.root, place.parts.slice(0, length));
      const imported = place.parts[length] ?? '*';
      const key = file !== undefined && this.gathers(file) ? `${file}#${imported}` : file;
      if (file === undefined || file === from || key === undefined || seen.has(key)) continue;
      seen.add(key);
      const bindings = [{ local: name, imported }];
      found.push({ from, fact: { specifier: path, line, kind: 'implicit', bindings }, files: [file] });
    }
    return found;
  }

  gathers(path: string): boolean {
    return /(?:^|\/)(?:lib|mod)\.rs$/.test(path);
  }

  /** The crate that a path leads into and its modules there; `undefined` for crates of others. */
  private placeOf(from: string, specifier: string): Place | undefined {
    const { root, modules } = this.crates.placeOf(from);
    const parts = specifier.split('::').filter((part) => part !== '');
    const first = parts[0] ?? '';
    if (first === 'crate' || first === '$crate') return { root, parts: parts.slice(1) };
    if (first === 'self' || first === 'super') {
      const own = parts.findIndex((part) => part !== 'super' && part !== 'self');
      const rest = own === -1 ? [] : parts.slice(own);
      const up = parts.slice(0, own === -1 ? undefined : own).filter((part) => part === 'super').length;
      return { root, parts: [...modules.slice(0, Math.max(0, modules.length - up)), ...rest] };
    }
    if (this.crates.fileOfModule(root, [...modules, first]) !== undefined)
      return { root, parts: [...modules, ...parts] };
    const library = this.crates.libraryOf(from, first);
    return library === undefined ? undefined : { root: library, parts: parts.slice(1) };
  }

  /** `crate::kit::cup` after `use shop_kit as kit;` at the root of the crate is `shop_kit::cup`: names that are given to modules. */
  private followed(place: Place | undefined, hops = 0): Place | undefined {
    if (place === undefined || hops === mostHops) return place;
    const { root, parts } = place;
    const length = this.depthOf(root, parts);
    const file = this.crates.fileOfModule(root, parts.slice(0, length));
    const next = parts[length];
    const path = next === undefined || file === undefined ? undefined : this.modulesNamedIn(file).get(next);
    const target = path === undefined || file === undefined ? undefined : this.placeOf(file, path);
    if (target === undefined) return place;
    const found = this.followed(target, hops + 1);
    if (found === undefined || this.depthOf(found.root, found.parts) < found.parts.length) return place;
    return this.followed({ root: found.root, parts: [...found.parts, ...parts.slice(length + 1)] }, hops + 1);
  }

  /** What a file calls modules and crates of others: paths by name. */
  private modulesNamedIn(file: string): ReadonlyMap<string, string> {
    let names = this.named.get(file);
    if (names === undefined) {
      names = new Map();
      for (const { specifier, kind, bindings } of this.project.codeOf(file)?.imports ?? [])
        for (const { local, imported } of kind === 'import' || kind === 'reexport' ? bindings : [])
          if (local !== '*') names.set(local, imported === '*' ? specifier : `${specifier}::${imported}`);
      this.named.set(file, names);
    }
    return names;
  }

  /** Bindings may name modules themselves. */
  private targets(root: string, parts: readonly string[], fact: ImportFact | undefined): readonly string[] {
    const own = this.crates.fileOfModule(root, parts.slice(0, this.depthOf(root, parts))) ?? root;
    const names = fact === undefined || fact.kind === 'module' ? [] : fact.bindings.map((binding) => binding.imported);
    const files = new Set<string>();
    for (const name of names.length === 0 ? ['*'] : names)
      files.add((name === '*' ? undefined : this.crates.fileOfModule(root, [...parts, name])) ?? own);
    return [...files];
  }

  /** How many names of a path are modules with a file of their own; what is left names items in the last. */
  private depthOf(root: string, parts: readonly string[]): number {
    for (let length = parts.length; length > 0; length--)
      if (this.crates.fileOfModule(root, parts.slice(0, length)) !== undefined) return length;
    return 0;
  }
}

/** What the statements `use` of a file say, and where they begin: that is no use of its own. */
function usedPaths(code: CodeFacts): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { specifier, bindings, kind, inTest } of code.imports) {
    if (kind === 'module' || inTest === true) continue;
    for (const { imported } of bindings) paths.add(`${specifier}::${imported}`);
    for (let end = specifier.length; end > 0; end = specifier.lastIndexOf('::', end - 1))
      paths.add(specifier.slice(0, end));
  }
  return paths;
}

/** `shop::Cup` after `use crate::shop;` is `crate::shop::Cup`. */
function broughtIn(code: CodeFacts, name: string): string {
  const end = name.indexOf('::');
  const first = name.slice(0, end);
  for (const { specifier, kind, bindings } of code.imports) {
    const binding = kind === 'module' ? undefined : bindings.find(({ local }) => local === first);
    if (binding !== undefined)
      return `${specifier}${binding.imported === '*' ? '' : `::${binding.imported}`}${name.slice(end)}`;
  }
  return name;
}
