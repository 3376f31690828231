import { folderOf, joinPath, nearest } from '../paths';
import { type ImportResolver, nowhere, type ProjectView, type Target } from './resolver';

/** C and its like: beside the file, else the one file of the project whose path ends so. Search paths are not known. */
export class CFamilyResolver implements ImportResolver {
  private readonly byName = new Map<string, string[]>();

  constructor(private readonly project: ProjectView) {
    for (const path of project.files.paths) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const paths = this.byName.get(name);
      if (paths === undefined) this.byName.set(name, [path]);
      else paths.push(path);
    }
  }

  resolve(from: string, written: string): Target {
    const isSystem = written.startsWith('<');
    const specifier = isSystem ? written.slice(1, -1) : written;
    const beside = joinPath(folderOf(from), specifier);
    if (!isSystem && beside !== undefined && this.project.files.has(beside)) return { files: [beside] };
    const plain = specifier.replace(/^(?:\.{1,2}\/)+/, '');
    const candidates = (this.byName.get(plain.slice(plain.lastIndexOf('/') + 1)) ?? []).filter(
      (path) => path !== from && (path === plain || path.endsWith(`/${plain}`)),
    );
    // A bare name in angle brackets is the system's, even where a file of the project is called so, but for one of several words.
    const isOfSystem = isSystem && !plain.includes('/') && (candidates.length !== 1 || !/^[a-z]\w*_\w+\./i.test(plain));
    const file = isOfSystem ? undefined : theNearest(from, candidates);
    if (file !== undefined) return { files: [file] };
    return isSystem ? { files: [], external: specifier.split('/')[0] ?? specifier } : nowhere;
  }
}

/** The one that shares most of the way; of several equally near ones the build takes one by its search path. */
function theNearest(from: string, candidates: readonly string[]): string | undefined {
  const first = nearest(from, candidates);
  const others = candidates.filter((path) => path !== first);
  return first !== undefined && nearest(from, [...others, first]) !== first ? undefined : first;
}
