import type { CodeFacts, ResolvedImport } from '../importGraph';
import { folderOf, joinPath, nearest } from './paths';
import { type ImportResolver, implicitImport, nowhere, type ProjectView } from './resolver';
import { RubyConstants } from './rubyConstants';

/** Folders that `require` looks in, wherever they stand. */
const loadFolders = ['lib', 'app', 'spec', 'test', ''];

export function rubyResolver(project: ProjectView): ImportResolver {
  const constants = new RubyConstants(project);
  const byTail = filesByLastName(project);

  /** `a/b` is the end of a file's path that begins in a load folder. */
  function required(from: string, specifier: string): string | undefined {
    const path = specifier.endsWith('.rb') ? specifier : `${specifier}.rb`;
    const candidates = (byTail.get(path.slice(path.lastIndexOf('/') + 1)) ?? []).filter((file) => {
      if (file !== path && !file.endsWith(`/${path}`)) return false;
      const root = file.slice(0, Math.max(0, file.length - path.length - 1));
      return loadFolders.includes(root.slice(root.lastIndexOf('/') + 1));
    });
    return nearest(from, candidates);
  }

  return {
    resolve(from, specifier) {
      if (specifier.startsWith('.')) {
        const base = joinPath(folderOf(from), specifier);
        const path = [base, `${base}.rb`].find((candidate) => candidate !== undefined && project.files.has(candidate));
        return path === undefined ? nowhere : { files: [path] };
      }
      const path = required(from, specifier);
      if (path !== undefined) return path === from ? nowhere : { files: [path] };
      return { files: [], external: specifier.split('/')[0] ?? specifier };
    },

    implicit(from, code: CodeFacts) {
      const scopes = constants.scopesOf(code);
      const seen = new Set([from]);
      const found: ResolvedImport[] = [];
      for (const { name, line } of code.references ?? []) {
        const file = constants.find(from, scopes, name);
        if (file === undefined || seen.has(file)) continue;
        seen.add(file);
        found.push(implicitImport(from, name, line, file));
      }
      return found;
    },

    neighbours(from, name) {
      const code = project.codeOf(from);
      const file = code === undefined ? undefined : constants.find(from, constants.scopesOf(code), name);
      return file === undefined ? [] : [file];
    },
  };
}

function filesByLastName(project: ProjectView): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const path of project.files.paths) {
    if (!path.endsWith('.rb')) continue;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const paths = found.get(name);
    if (paths === undefined) found.set(name, [path]);
    else paths.push(path);
  }
  return found;
}
