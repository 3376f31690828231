import picomatch from 'picomatch';
import { excludeRules } from './excludeRules';

/** Says of a path, relative to the repository and with `/`, whether nothing of it may be taken. */
export interface PathPolicy {
  excludes(path: string): boolean;
}

const mostKnown = 50_000;
const options = { dot: true, nocase: true, nonegate: true } as const;
const always = excludeRules.flatMap((rule) => rule.globs).map((glob) => toMatcher(glob, false));

/**
 * The default list, and the globs of the user. A glob without `/` means a name at any depth, a file's or a folder's;
 * one with `/` is a path from the top of the repository, or of the project's folder in it; `!` before one takes back
 * what those before it excluded, and never what the default list does. Letters of either case are the same.
 */
export function createPathPolicy(globs: readonly string[], projectFolder = ''): PathPolicy {
  const own = globs
    .map((glob) => glob.trim())
    .filter((glob) => glob !== '' && !glob.startsWith('#'))
    .map((glob) => {
      const takesBack = glob.startsWith('!') && !glob.startsWith('!(');
      return { takesBack, fits: toMatcher(takesBack ? glob.slice(1) : glob, true) };
    });
  const isExcluded = (path: string): boolean => {
    let excluded = false;
    for (const { takesBack, fits } of own) if (excluded === takesBack && fits(path)) excluded = !takesBack;
    return excluded;
  };
  const judge = (path: string): boolean => {
    if (always.some((fits) => fits(path)) || isExcluded(path)) return true;
    return projectFolder !== '' && path.startsWith(projectFolder) && isExcluded(path.slice(projectFolder.length));
  };
  // Each path is asked for more than once: for its name, for its text, and by commit after commit.
  const known = new Map<string, boolean>();
  return {
    excludes(path) {
      const verdict = known.get(path) ?? judge(path);
      if (known.size < mostKnown) known.set(path, verdict);
      return verdict;
    },
  };
}

/** What lies in a folder that the user names is meant too; a folder called `secrets` may hold code. */
function toMatcher(glob: string, withFolders: boolean): (path: string) => boolean {
  const path = glob.replace(/^\.?\//, '').replace(/\/+$/, '');
  const anchored =
    withFolders && glob.replace(/^\.\//, '').replace(/\/+$/, '').includes('/') && !path.startsWith('**/');
  const patterns = anchored ? [path] : [path, `**/${path}`];
  return picomatch(withFolders ? patterns.flatMap((pattern) => [pattern, `${pattern}/**`]) : patterns, options);
}
