import type { CodeFacts, ImportFact, ResolvedImport } from '../importGraph';
import { folderOf, foldersUp, joinPath } from '../paths';
import { Namespaces } from './namespaces';
import { type ImportResolver, implicitImport, nowhere, type ProjectView, type Target } from './resolver';

/** PHP: `use` names a class (or a namespace to begin names with); classes of the own namespace need none. */
export class PhpResolver implements ImportResolver {
  private readonly namespaces: Namespaces;

  constructor(private readonly project: ProjectView) {
    this.namespaces = new Namespaces(project, (path) => path.endsWith('.php'));
  }

  resolve(from: string, specifier: string, fact?: ImportFact): Target {
    if (fact?.kind === 'require' || fact?.kind === 'dynamic' || /[./]/.test(specifier)) {
      const path = this.included(from, specifier);
      return path === undefined ? nowhere : { files: [path] };
    }
    const file = this.classOf(from, specifier.replace(/^\\/, ''));
    if (file !== undefined) return file === from ? nowhere : { files: [file] };
    const end = specifier.lastIndexOf('\\');
    const ours = this.namespaces.has(specifier) || this.namespaces.has(specifier.slice(0, Math.max(0, end)));
    return ours ? nowhere : { files: [], external: end === -1 ? specifier : specifier.slice(0, end) };
  }

  implicit(from: string, code: CodeFacts): readonly ResolvedImport[] {
    const imported = new Set(code.imports.map((entry) => entry.specifier));
    const seen = new Set([from]);
    const found: ResolvedImport[] = [];
    for (const { name, line } of code.references ?? []) {
      const full = fullName(code, name);
      const file = imported.has(full) ? undefined : this.classOf(from, full);
      if (file === undefined || seen.has(file)) continue;
      seen.add(file);
      found.push(implicitImport(from, name, line, file));
    }
    return found;
  }

  neighbours(from: string, name: string): readonly string[] {
    const code = this.project.codeOf(from);
    const file = code === undefined ? undefined : this.classOf(from, fullName(code, name));
    return file === undefined ? [] : [file];
  }

  private classOf(from: string, name: string): string | undefined {
    const end = name.lastIndexOf('\\');
    return this.namespaces.find(from, name.slice(0, Math.max(0, end)), name.slice(end + 1));
  }

  private included(from: string, specifier: string): string | undefined {
    for (const folder of foldersUp(folderOf(from))) {
      const path = joinPath(folder, specifier);
      if (path !== undefined && this.project.files.has(path)) return path;
      if (specifier.startsWith('.')) return undefined;
    }
    return undefined;
  }
}

/** Full name of a class as a file may write it. */
function fullName(code: CodeFacts, name: string): string {
  if (name.startsWith('\\')) return name.slice(1);
  const end = name.indexOf('\\');
  const first = end === -1 ? name : name.slice(0, end);
  const rest = end === -1 ? '' : name.slice(end);
  for (const entry of code.imports)
    if (entry.bindings[0]?.local === first && entry.kind === 'import') return entry.specifier + rest;
  return code.namespace === undefined ? name : `${code.namespace}\\${name}`;
}
