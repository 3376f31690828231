import type { ImportFact } from '../../importGraph';
import { folderOf, joinPath } from '../../paths';
import { type ImportResolver, nowhere, type ProjectView, type Target } from '../resolver';
import { PythonRoots } from './roots';

/** Python: a dotted name is a path below the package's folder or below a folder that imports begin in. */
export class PythonResolver implements ImportResolver {
  private readonly roots: PythonRoots;
  private readonly modules = new Map<string, string | undefined>();
  /** By folder and specifier: the files of a folder import much the same. */
  private readonly bases = new Map<string, Map<string, string | undefined>>();

  constructor(private readonly project: ProjectView) {
    this.roots = new PythonRoots(project);
  }

  resolve(from: string, specifier: string, fact?: ImportFact): Target {
    if (specifier.startsWith('.')) return this.relative(from, specifier, fact);
    const path = specifier.replaceAll('.', '/');
    let ours = false;
    for (const root of this.roots.for(from)) {
      const found = this.targets(root === '' ? path : `${root}/${path}`, fact).filter((file) => file !== from);
      if (found.length > 0) return { files: found };
      ours ||= this.isOwnPackage(root, specifier);
    }
    // A member of our package that was not found (made at run time, or not scanned) is not an external one.
    return ours ? nowhere : { files: [], external: specifier.split('.')[0] ?? specifier };
  }

  private relative(from: string, specifier: string, fact: ImportFact | undefined): Target {
    const base = this.baseOf(folderOf(from), specifier);
    return base === undefined ? nowhere : { files: this.targets(base, fact) };
  }

  private baseOf(folder: string, specifier: string): string | undefined {
    let known = this.bases.get(folder);
    if (known === undefined) {
      known = new Map();
      this.bases.set(folder, known);
    } else if (known.has(specifier)) return known.get(specifier);
    const dots = /^\.+/.exec(specifier)?.[0].length ?? 1;
    const up = '../'.repeat(dots - 1);
    const base = joinPath(folder, up + specifier.slice(dots).replaceAll('.', '/'));
    known.set(specifier, base);
    return base;
  }

  /** Files that `from base import names` reads: modules among the names, else what `base` is. */
  private targets(base: string, fact: ImportFact | undefined): readonly string[] {
    const own = this.module(base);
    if (fact === undefined || !namesMembers(fact)) return own === undefined ? [] : [own];
    const found = new Set<string>();
    for (const { imported } of fact.bindings) {
      const member = base === '' ? imported : `${base}/${imported}`;
      const target = imported === '*' ? own : (this.module(member) ?? own);
      if (target !== undefined) found.add(target);
    }
    return [...found];
  }

  /** File of a module path without extension: the module, else the package. */
  private module(base: string): string | undefined {
    if (this.modules.has(base)) return this.modules.get(base);
    const candidates = [`${base}.py`, base === '' ? '__init__.py' : `${base}/__init__.py`, `${base}.pyi`];
    const found = candidates.find((path) => this.project.files.has(path));
    this.modules.set(base, found);
    return found;
  }

  private isOwnPackage(root: string, specifier: string): boolean {
    const top = specifier.split('.')[0] ?? '';
    return specifier !== top && this.project.files.has(`${root === '' ? '' : `${root}/`}${top}/__init__.py`);
  }
}

/** `from a import b` may name modules; `import a.b` may not. */
function namesMembers(fact: ImportFact): boolean {
  return fact.bindings.some((binding) => binding.imported !== '*' || binding.local === '*');
}
