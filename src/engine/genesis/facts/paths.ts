/** Folder of a path; `''` at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Joins and takes `.` and `..` out; `undefined` where that leads out of the project. */
export function joinPath(folder: string, rest: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of rest.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** The folder itself, then its parents up to the top (`''`). */
export function* foldersUp(folder: string): Iterable<string> {
  for (let at = folder; ; at = folderOf(at)) {
    yield at;
    if (at === '') return;
  }
}

export function isInside(path: string, folder: string): boolean {
  // Asked for thousands of pairs: to put a text together for each would take longer than to compare.
  return folder === '' || (path.startsWith(folder) && (path.length === folder.length || path[folder.length] === '/'));
}

/** Of several candidates the one that shares the longest way from the top with `from`; the first of equals. */
export function nearest(from: string, candidates: readonly string[]): string | undefined {
  let best = candidates[0];
  let bestShared = -1;
  for (const candidate of candidates.length > 1 ? candidates : []) {
    let shared = 0;
    for (let at = 0; at < candidate.length && candidate[at] === from[at]; at++) if (candidate[at] === '/') shared++;
    if (shared > bestShared) [best, bestShared] = [candidate, shared];
  }
  return best;
}
