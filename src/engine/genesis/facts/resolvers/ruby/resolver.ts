import type { CodeFacts, ResolvedImport } from '../../importGraph';
import { folderOf, joinPath, nearest } from '../../paths';
import { type ImportResolver, implicitImport, nowhere, type ProjectView, type Target } from '../resolver';
import { RubyConstants } from './constants';

/** Folders that `require` looks in, wherever they stand. */
const loadFolders = ['lib', 'app', 'spec', 'test', ''];

/** Ruby: `require` names a file of a load folder; constants are found by their names. */
export class RubyResolver implements ImportResolver {
  private readonly constants: RubyConstants;
  private readonly byLastName = new Map<string, string[]>();

  constructor(private readonly project: ProjectView) {
    this.constants = new RubyConstants(project);
    for (const path of project.files.paths) {
      if (!path.endsWith('.rb')) continue;
      const name = path.slice(path.lastIndexOf('/') + 1);
      const paths = this.byLastName.get(name);
      if (paths === undefined) this.byLastName.set(name, [path]);
      else paths.push(path);
    }
  }

  resolve(from: string, specifier: string): Target {
    if (specifier.startsWith('.')) {
      const base = joinPath(folderOf(from), specifier);
      const path = [base, `${base}.rb`].find((file) => file !== undefined && this.project.files.has(file));
      return path === undefined ? nowhere : { files: [path] };
    }
    const path = this.required(from, specifier);
    if (path !== undefined) return path === from ? nowhere : { files: [path] };
    return { files: [], external: specifier.split('/')[0] ?? specifier };
  }

  implicit(from: string, code: CodeFacts): readonly ResolvedImport[] {
    const scopes = this.constants.scopesOf(code);
    const seen = new Set([from]);
    const found: ResolvedImport[] = [];
    for (const { name, line } of code.references ?? []) {
      const file = this.constants.find(from, scopes, name);
      if (file === undefined || seen.has(file)) continue;
      seen.add(file);
      found.push(implicitImport(from, name, line, file));
    }
    return found;
  }

  neighbours(from: string, name: string): readonly string[] {
    const code = this.project.codeOf(from);
    const file = code === undefined ? undefined : this.constants.find(from, this.constants.scopesOf(code), name);
    return file === undefined ? [] : [file];
  }

  /** `a/b` is the end of a file's path that begins in a load folder. */
  private required(from: string, specifier: string): string | undefined {
    const path = specifier.endsWith('.rb') ? specifier : `${specifier}.rb`;
    const candidates = (this.byLastName.get(path.slice(path.lastIndexOf('/') + 1)) ?? []).filter((file) => {
      if (file !== path && !file.endsWith(`/${path}`)) return false;
      const root = file.slice(0, Math.max(0, file.length - path.length - 1));
      return loadFolders.includes(root.slice(root.lastIndexOf('/') + 1));
    });
    return nearest(from, candidates);
  }
}
