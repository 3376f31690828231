import type { ImportFact } from '../../importGraph';
import { folderOf, joinPath } from '../../paths';
import { type ImportResolver, nowhere, type ProjectView, type Target } from '../resolver';
import { RustCrates } from './crates';

/** Rust: paths of modules, from the crate, the own module, the one around it, or a crate of the workspace. */
export class RustResolver implements ImportResolver {
  private readonly crates: RustCrates;

  constructor(private readonly project: ProjectView) {
    this.crates = new RustCrates(project);
  }

  resolve(from: string, specifier: string, fact?: ImportFact): Target {
    if (specifier.startsWith('.')) {
      const path = joinPath(folderOf(from), specifier);
      return path !== undefined && this.project.files.has(path) ? { files: [path] } : nowhere;
    }
    const place = this.placeOf(from, specifier);
    if (place === undefined) return { files: [], external: specifier.split('::')[0] ?? specifier };
    return { files: this.targets(place.root, place.parts, fact).filter((file) => file !== from) };
  }

  /** The crate that a path leads into and its modules there; `undefined` for crates of others. */
  private placeOf(from: string, specifier: string): { root: string; parts: readonly string[] } | undefined {
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

  /** Bindings may name modules themselves. */
  private targets(root: string, parts: readonly string[], fact: ImportFact | undefined): readonly string[] {
    const own = this.deepestModule(root, parts);
    const names = fact === undefined || fact.kind === 'module' ? [] : fact.bindings.map((binding) => binding.imported);
    const files = new Set<string>();
    for (const name of names.length === 0 ? ['*'] : names)
      files.add((name === '*' ? undefined : this.crates.fileOfModule(root, [...parts, name])) ?? own);
    return [...files];
  }

  /** The file of the deepest module on the way; what is left names items in it. */
  private deepestModule(root: string, parts: readonly string[]): string {
    for (let length = parts.length; length > 0; length--) {
      const file = this.crates.fileOfModule(root, parts.slice(0, length));
      if (file !== undefined) return file;
    }
    return root;
  }
}
