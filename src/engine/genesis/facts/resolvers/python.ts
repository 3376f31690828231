import type { ImportFact } from '../importGraph';
import { folderOf, joinPath } from './paths';
import { PythonRoots } from './pythonRoots';
import { type FileTable, type ImportResolver, nowhere, type ProjectView, type Target } from './resolver';

/** File of a module path without extension: the module, else the package. */
export function pythonModule(files: FileTable, base: string): string | undefined {
  for (const candidate of [`${base}.py`, base === '' ? '__init__.py' : `${base}/__init__.py`, `${base}.pyi`])
    if (files.has(candidate)) return candidate;
  return undefined;
}

export function pythonResolver(project: ProjectView): ImportResolver {
  const { files } = project;
  const roots = new PythonRoots(project);

  /** Files that `from base import names` reads: modules among the names, else what `base` is. */
  function targetsOf(base: string, fact: ImportFact | undefined): readonly string[] {
    const own = pythonModule(files, base);
    if (fact === undefined || !namesMembers(fact)) return own === undefined ? [] : [own];
    const found = new Set<string>();
    for (const { imported } of fact.bindings) {
      const target =
        imported === '*' ? own : (pythonModule(files, base === '' ? imported : `${base}/${imported}`) ?? own);
      if (target !== undefined) found.add(target);
    }
    return [...found];
  }

  function relative(from: string, specifier: string, fact: ImportFact | undefined): Target {
    const dots = /^\.+/.exec(specifier)?.[0].length ?? 1;
    const up = '../'.repeat(dots - 1);
    const base = joinPath(folderOf(from), up + specifier.slice(dots).replaceAll('.', '/'));
    return base === undefined ? nowhere : { files: targetsOf(base, fact) };
  }

  return {
    resolve(from, specifier, fact) {
      if (specifier.startsWith('.')) return relative(from, specifier, fact);
      const path = specifier.replaceAll('.', '/');
      let ours = false;
      for (const root of roots.for(from)) {
        const found = targetsOf(root === '' ? path : `${root}/${path}`, fact).filter((file) => file !== from);
        if (found.length > 0) return { files: found };
        ours ||= isOwnPackage(root, specifier);
      }
      // A member of our package that was not found (made at run time, or not scanned) is not an external one.
      if (ours) return nowhere;
      return { files: [], external: specifier.split('.')[0] ?? specifier };
    },
  };

  function isOwnPackage(root: string, specifier: string): boolean {
    const top = specifier.split('.')[0] ?? '';
    return specifier !== top && files.has(`${root === '' ? '' : `${root}/`}${top}/__init__.py`);
  }
}

/** `from a import b` may name modules; `import a.b` may not. */
function namesMembers(fact: ImportFact): boolean {
  return fact.bindings.some((binding) => binding.imported !== '*' || binding.local === '*');
}
