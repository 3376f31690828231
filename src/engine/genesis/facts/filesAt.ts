import type { FileRecord } from '../scanModel';

/** With so many times more files than paths it is quicker to look each path up. */
const manyTimes = 8;

/** The files at some paths, in the order of all files, which is that of their paths; all of them where none are named. */
export function filesAt(
  paths: ReadonlySet<string> | undefined,
  files: readonly FileRecord[],
  byPath: ReadonlyMap<string, FileRecord>,
): readonly FileRecord[] {
  if (paths === undefined) return files;
  if (paths.size * manyTimes > files.length) return files.filter(({ path }) => paths.has(path));
  return [...paths].flatMap((path) => byPath.get(path) ?? []).sort((a, b) => (a.path < b.path ? -1 : 1));
}
