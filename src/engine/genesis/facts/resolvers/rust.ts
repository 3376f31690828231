import type { ImportFact } from '../importGraph';
import { folderOf, joinPath } from './paths';
import { type ImportResolver, nowhere, type ProjectView, type Target } from './resolver';
import { RustCrates } from './rustCrates';

export function rustResolver(project: ProjectView): ImportResolver {
  const crates = new RustCrates(project);

  /** The file of the deepest module on the way; what is left names items in it. */
  function moduleFile(root: string, parts: readonly string[]): string | undefined {
    for (let length = parts.length; length > 0; length--) {
      const file = crates.fileOfModule(root, parts.slice(0, length));
      if (file !== undefined) return file;
    }
    return root;
  }

  /** Bindings may name modules themselves. */
  function targets(root: string, parts: readonly string[], fact: ImportFact | undefined): Target {
    const own = moduleFile(root, parts);
    const names = fact === undefined || fact.kind === 'module' ? [] : fact.bindings.map((binding) => binding.imported);
    const files = new Set<string>();
    for (const name of names.length === 0 ? ['*'] : names) {
      const file = (name === '*' ? undefined : crates.fileOfModule(root, [...parts, name])) ?? own;
      if (file !== undefined) files.add(file);
    }
    return { files: [...files] };
  }

  return {
    resolve(from, specifier, fact) {
      if (specifier.startsWith('.')) {
        const path = joinPath(folderOf(from), specifier);
        return path !== undefined && project.files.has(path) ? { files: [path] } : nowhere;
      }
      const place = crates.placeOf(from);
      const parts = specifier.split('::').filter((part) => part !== '');
      const first = parts[0] ?? '';
      const withoutSelf = (target: Target): Target => ({ files: target.files.filter((file) => file !== from) });
      if (first === 'crate' || first === '$crate') return withoutSelf(targets(place.root, parts.slice(1), fact));
      if (first === 'self' || first === 'super') {
        const supers = parts.findIndex((part) => part !== 'super' && part !== 'self');
        const rest = supers === -1 ? [] : parts.slice(supers);
        const up = (supers === -1 ? parts : parts.slice(0, supers)).filter((part) => part === 'super').length;
        return withoutSelf(
          targets(place.root, [...place.modules.slice(0, Math.max(0, place.modules.length - up)), ...rest], fact),
        );
      }
      const child = crates.fileOfModule(place.root, [...place.modules, first]);
      if (child !== undefined) return withoutSelf(targets(place.root, [...place.modules, ...parts], fact));
      const root = crates.libraryOf(from, first);
      if (root !== undefined) return withoutSelf(targets(root, parts.slice(1), fact));
      return { files: [], external: first };
    },
  };
}
