import { folderOf } from '../facts/paths';
import { mayBeCopied } from './readers/notice';

/** A folder with fewer files of code is not looked at. */
const leastFiles = 4;
/** Of so many files the heads are read, of the folders with the most files. */
const mostHeads = 120;
/** A family of copies has so many heads at least, nearly all of which name those who wrote it. */
const leastHeads = 2;
const leastShare = 0.8;
/** With fewer heads beside it nothing is known of the product's own. */
const leastBeside = 4;

/** Three files of each of the largest folders: where a folder was copied all of them name those who wrote it. */
export function folderHeads(paths: readonly string[], isSource: (path: string) => boolean): string[] {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = folderOf(path);
    const files = folders.get(folder);
    if (files === undefined) folders.set(folder, [path]);
    else files.push(path);
  }
  const largest = [...folders]
    .filter(([folder, files]) => folder !== '' && files.length >= leastFiles)
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const heads: string[] = [];
  for (const [, files] of largest) {
    const some = [files[0], files[files.length >> 1], files.at(-1)].flatMap((path) => path ?? []);
    if (some.every(isSource)) heads.push(...some);
    if (heads.length >= mostHeads) break;
  }
  return heads;
}

/**
 * Folders of a product whose files name others than the licence does, and than all files around the folder do, under a
 * licence that lets everyone copy them. `notices` are those of files, by path; `own` are words of the licence's holders.
 */
export function copiedFolders(notices: ReadonlyMap<string, readonly string[]>, own: ReadonlySet<string>): string[] {
  const byName = new Map<string, string[]>();
  for (const [path, notice] of notices)
    if (notice.includes(mayBeCopied))
      for (const word of notice.filter((one) => !one.startsWith('licence:')))
        byName.set(word, [...(byName.get(word) ?? []), path]);
  const folders = new Set<string>();
  for (const [name, paths] of byName) {
    if (own.has(name) || paths.length < leastHeads) continue;
    const folder = commonFolder(paths);
    const within = [...notices].filter(([path]) => path.startsWith(`${folder}/`));
    const naming = within.filter(([, notice]) => notice.includes(name));
    const isNamedBeside = [...notices].some(
      ([path, notice]) => !path.startsWith(`${folder}/`) && notice.includes(name),
    );
    const areOwn = within.some(([, notice]) => notice.some((word) => own.has(word)));
    if (folder !== '' && !isNamedBeside && !areOwn && naming.length >= within.length * leastShare)
      if (notices.size - within.length >= leastBeside) folders.add(folder);
  }
  // A word of a holder's name may be that of another holder within.
  return [...folders].filter((folder) => ![...folders].some((other) => folder.startsWith(`${other}/`)));
}

/** The folder around all of the paths, without a slash at its end. */
function commonFolder(paths: readonly string[]): string {
  const all = paths.map((path) => path.split('/').slice(0, -1));
  const first = all[0] ?? [];
  let depth = first.length;
  for (const parts of all) while (first.slice(0, depth).join('/') !== parts.slice(0, depth).join('/')) depth--;
  return first.slice(0, depth).join('/');
}
