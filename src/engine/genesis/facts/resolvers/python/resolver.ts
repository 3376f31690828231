import type { ImportFact } from '../../importGraph';
import { folderOf, isInside, joinPath } from '../../paths';
import { type ImportResolver, nowhere, type ProjectView, type Target } from '../resolver';
import { PythonRoots } from './roots';

/** Packages of Python's own library, by whose names folders are called as well. */
const standardPackage =
  /^(?:asyncio|collections|concurrent|email|html|http|importlib|json|logging|multiprocessing|os|test|unittest|urllib|xml)$/;

/** Python: a dotted name is a path below the package's folder or below a folder that imports begin in. */
export class PythonResolver implements ImportResolver {
  private readonly roots: PythonRoots;
  private readonly modules = new Map<string, string | undefined>();
  /** By folder and specifier: the files of a folder import much the same. */
  private readonly bases = new Map<string, Map<string, string | undefined>>();
  /** By folder and specifier: what no folder of the project holds anything of, whatever is imported from it. */
  private readonly elsewhere = new Map<string, Map<string, Target>>();

  constructor(private readonly project: ProjectView) {
    this.roots = new PythonRoots(project);
  }

  resolve(from: string, specifier: string, fact?: ImportFact): Target {
    if (specifier.startsWith('.')) return this.relative(from, specifier, fact);
    const folder = folderOf(from);
    return this.elsewhere.get(folder)?.get(specifier) ?? this.absolute(from, specifier, fact);
  }

  private absolute(from: string, specifier: string, fact: ImportFact | undefined): Target {
    const path = specifier.replaceAll('.', '/');
    let ours = false;
    let isNear = false;
    let isTaken = false;
    const roots = this.roots.for(from);
    for (const [index, root] of roots.entries()) {
      const base = root === '' ? path : `${root}/${path}`;
      const found = this.targets(base, fact).filter((file) => file !== from);
      if (found.length > 0) {
        const isOther = !isInside(folderOf(from), root);
        // Where two projects beside have one of that name, nothing tells which is meant.
        const isDoubtful = isTaken || (isOther && this.isElsewhere(path, roots.slice(index + 1)));
        return isDoubtful ? nowhere : { files: found };
      }
      // A package without a file of its own: another one of that name is not meant.
      isTaken ||= this.isNamespace(base);
      isNear ||= this.module(base) !== undefined || this.project.files.hasFolder(base);
      ours ||= this.isOwnPackage(root, specifier);
    }
    const beside = this.besideItself(from, path, fact);
    if (beside.length > 0) return { files: beside };
    // A member of our package that was not found (made at run time, or not scanned) is not an external one.
    const target = ours ? nowhere : { files: [], external: specifier.split('.')[0] ?? specifier };
    if (!isNear) remember(this.elsewhere, folderOf(from), specifier, target);
    return target;
  }

  /** `daemon.contract`, in a file of a folder `daemon` that no `__init__.py` makes a package of. */
  private besideItself(from: string, path: string, fact: ImportFact | undefined): readonly string[] {
    const [top = ''] = path.split('/');
    const at = standardPackage.test(top) ? -1 : `/${folderOf(from)}/`.lastIndexOf(`/${top}/`);
    // In a package within another, the name alone means a package of somebody else.
    if (at === -1 || this.project.files.has(`${from.slice(0, at)}${top}/__init__.py`)) return [];
    return this.targets(`${from.slice(0, at)}${path}`, fact).filter((file) => file !== from);
  }

  private relative(from: string, specifier: string, fact: ImportFact | undefined): Target {
    const base = this.baseOf(folderOf(from), specifier);
    return base === undefined ? nowhere : { files: this.targets(base, fact) };
  }

  private baseOf(folder: string, specifier: string): string | undefined {
    const known = this.bases.get(folder);
    if (known?.has(specifier)) return known.get(specifier);
    const dots = /^\.+/.exec(specifier)?.[0].length ?? 1;
    const up = '../'.repeat(dots - 1);
    const base = joinPath(folder, up + specifier.slice(dots).replaceAll('.', '/'));
    remember(this.bases, folder, specifier, base);
    return base;
  }

  /** Files that `from base import names` reads: modules among the names, else what `base` is. */
  private targets(base: string, fact: ImportFact | undefined): readonly string[] {
    const own = this.module(base);
    const alone = own === undefined ? [] : [own];
    // Only below a folder a name can be a module: nearly all names that are imported are those of classes and functions.
    if (fact === undefined || !this.project.files.hasFolder(base) || !namesMembers(fact)) return alone;
    const found = new Set<string>();
    for (const { imported } of fact.bindings) {
      const member = base === '' ? imported : `${base}/${imported}`;
      const target = imported === '*' ? own : (this.module(member) ?? own);
      if (target !== undefined) found.add(target);
    }
    return [...found];
  }

  /** File of a module path without extension: the package, which comes first where both are there, else the module. */
  private module(base: string): string | undefined {
    if (this.modules.has(base)) return this.modules.get(base);
    const candidates = [base === '' ? '__init__.py' : `${base}/__init__.py`, `${base}.py`, `${base}.pyi`];
    const found = candidates.find((path) => this.project.files.has(path));
    this.modules.set(base, found);
    return found;
  }

  private isElsewhere(path: string, roots: readonly string[]): boolean {
    return roots.some((root) => {
      const base = root === '' ? path : `${root}/${path}`;
      return this.module(base) !== undefined || this.isNamespace(base);
    });
  }

  private isNamespace(base: string): boolean {
    return (
      this.project.files.hasFolder(base) &&
      this.module(base) === undefined &&
      this.project.files.filesIn(base).some((path) => path.endsWith('.py'))
    );
  }

  private isOwnPackage(root: string, specifier: string): boolean {
    const top = specifier.split('.')[0] ?? '';
    return specifier !== top && this.project.files.has(`${root === '' ? '' : `${root}/`}${top}/__init__.py`);
  }
}

function remember<T>(known: Map<string, Map<string, T>>, folder: string, specifier: string, found: T): void {
  const inFolder = known.get(folder);
  if (inFolder === undefined) known.set(folder, new Map([[specifier, found]]));
  else inFolder.set(specifier, found);
}

/** `from a import b` may name modules; `import a.b` may not. */
function namesMembers(fact: ImportFact): boolean {
  return fact.bindings.some((binding) => binding.imported !== '*' || binding.local === '*');
}
