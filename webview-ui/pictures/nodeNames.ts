const MAX_PARTS = 4;

/**
 * A short name for each path: its last part, with as many folders before it as it takes to tell it from the others. Paths
 * that need more than four parts keep four.
 */
export function shortNames(paths: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  let open = [...new Set(paths)];
  for (let parts = 1; parts <= MAX_PARTS && open.length > 0; parts++) {
    const suffixes = new Map<string, string[]>();
    for (const path of open) {
      const suffix = path.split('/').slice(-parts).join('/');
      suffixes.set(suffix, [...(suffixes.get(suffix) ?? []), path]);
    }
    open = [];
    for (const [suffix, same] of suffixes) {
      const clear = same.length === 1 || parts === MAX_PARTS;
      if (!clear) open.push(...same);
      else for (const path of same) names.set(path, suffix);
    }
  }
  return names;
}
