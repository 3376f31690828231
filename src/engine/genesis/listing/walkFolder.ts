import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { nextTurn } from '../../../base/nextTurn';
import type { ScanProblem } from './fileTree';
import type { PathToStamp } from './stampFiles';

export interface Walk {
  readonly paths: PathToStamp[];
  readonly problems: ScanProblem[];
}

/** Rules of one `.gitignore`, for the paths below its folder. */
interface IgnoreRules {
  readonly prefix: string;
  readonly rules: Ignore;
}

/** Never listed: what git itself keeps, and what a package manager can bring back. */
const hiddenFolders: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** Deeper folders are an accident or an attack. */
const maxDepth = 100;

/** A bound for a folder that is no project at all, such as a home directory. */
const maxPaths = 200_000;

const maxIgnoreBytes = 1_000_000;

/**
 * Lists a folder without git: honours nested `.gitignore` files, follows no links. A folder that can't be read is a
 * problem and not the end.
 */
export async function walkFolder(root: string, signal: AbortSignal | undefined): Promise<Walk> {
  const walk = await walkBy(root, (text) => text, signal);
  if (walk.paths.length > 0) return walk;
  // Sources that were unpacked from a package: its packager's repository tracks nothing but the packaging.
  const all = await walkBy(root, (text) => text.replace(catchAllRule, ''), signal);
  if (all.paths.length > 0)
    all.problems.push({
      path: '.gitignore',
      message: 'It hides every file; its rules that hide all were not followed.',
    });
  return all;
}

/** A rule that hides everything beside it. */
const catchAllRule = /^\/?\*{1,2}(?:\/\*)?[ \t]*$/gm;

/** `rulesOf` sees the text of each `.gitignore` before it is read. */
async function walkBy(root: string, rulesOf: (text: string) => string, signal: AbortSignal | undefined): Promise<Walk> {
  const walk: Walk = { paths: [], problems: [] };
  const folders: { readonly path: string; readonly depth: number; readonly ignores: readonly IgnoreRules[] }[] = [
    { path: '', depth: 0, ignores: [] },
  ];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    await nextTurn(signal);
    const entries = readFolder(root, folder.path, walk.problems);
    const ignores = withOwnRules(entries, folder.ignores, { root, prefix: folder.path, rulesOf });
    for (const entry of entries) {
      const path = folder.path + entry.name;
      if (hiddenFolders.has(entry.name) || isIgnored(path, entry.isDirectory(), ignores)) continue;
      if (!entry.isDirectory()) addFile(walk, path, entry);
      else if (folder.depth < maxDepth) folders.push({ path: `${path}/`, depth: folder.depth + 1, ignores });
      else
        walk.problems.push({ path, message: `The folder lies more than ${maxDepth} levels deep and was not entered.` });
    }
    if (walk.paths.length > maxPaths) {
      walk.problems.push({ path: '', message: `Only the first ${maxPaths} files were listed.` });
      break;
    }
  }
  return walk;
}

function addFile(walk: Walk, path: string, entry: Dirent): void {
  if (entry.name.includes('\uFFFD')) walk.problems.push({ path, message: 'The name is not UTF-8.' });
  else if (entry.isSymbolicLink()) walk.paths.push({ path, kind: 'symlink' });
  else if (entry.isFile()) walk.paths.push({ path, kind: 'file' });
}

function readFolder(root: string, path: string, problems: ScanProblem[]): Dirent[] {
  try {
    return readdirSync(join(root, path), { withFileTypes: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    problems.push({ path: path.replace(/\/$/, ''), message: `The folder can't be read (${code}).` });
    return [];
  }
}

function withOwnRules(
  entries: readonly Dirent[],
  inherited: readonly IgnoreRules[],
  place: { readonly root: string; readonly prefix: string; readonly rulesOf: (text: string) => string },
): readonly IgnoreRules[] {
  const own = entries.find((entry) => entry.name === '.gitignore' && entry.isFile());
  if (own === undefined) return inherited;
  try {
    const { root, prefix, rulesOf } = place;
    const text = rulesOf(readFileSync(join(root, prefix, own.name), 'utf8').slice(0, maxIgnoreBytes));
    return [...inherited, { prefix, rules: ignore({ allowRelativePaths: true }).add(text) }];
  } catch {
    return inherited;
  }
}

/** The rules of the deepest folder that has an opinion win. */
function isIgnored(path: string, isFolder: boolean, ignores: readonly IgnoreRules[]): boolean {
  for (let index = ignores.length - 1; index >= 0; index--) {
    const own = ignores[index];
    if (own === undefined) continue;
    const verdict = own.rules.test(path.slice(own.prefix.length) + (isFolder ? '/' : ''));
    if (verdict.ignored || verdict.unignored) return verdict.ignored;
  }
  return false;
}
