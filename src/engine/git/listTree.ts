import { type Parsed, parseTree, type TreeEntry } from './parseEntries';
import { type GitOptions, runGit } from './runGit';

/** Every path of a commit below the folder in which git runs, with size and blob hash; nothing is checked out. */
export async function listTree(commit: string, options: GitOptions): Promise<Parsed<TreeEntry>> {
  return parseTree(await runGit(['ls-tree', '-r', '-l', '-z', '--end-of-options', commit], options));
}
