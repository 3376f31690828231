import { lstatSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError } from '../../../../base/engineError';
import type { IgnoreEntry } from '../../../../shared/findingReport';
import { writeFileSafely } from '../../../storage/writeFileSafely';
import { type Ignores, parseIgnores } from './parseIgnores';

/** Where a repository keeps its decisions, to be reviewed like code. */
export const ignorePath = '.contox/ignore.json';

const mostBytes = 16_000_000;
const none: Ignores = { entries: [], problems: [] };

/** The decisions of a folder; none where there is no file, and a problem where it can't be used. */
export function readIgnores(root: string): Ignores {
  const path = join(root, ignorePath);
  try {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return none;
    if (!stat.isFile() || leavesFolder(root)) return broken('It is not a plain file of this folder');
    if (stat.size > mostBytes) return broken('It is too large');
    return parseIgnores(readFileSync(path, 'utf8'));
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error));
  }
}

const broken = (why: string): Ignores => ({ entries: [], problems: [`${why}, so nothing is ignored.`] });

/** A link in a repository must not lead reading or writing out of it. */
function leavesFolder(root: string): boolean {
  const folder = join(root, '.contox');
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  return stat !== undefined && (stat.isSymbolicLink() || realpathSync(folder) !== join(realpathSync(root), '.contox'));
}

const keyOf = ({ rule, path, fingerprint = '' }: IgnoreEntry): string => `${rule}\0${path}\0${fingerprint}`;

/**
 * Adds decisions to the file of a folder, and replaces those of the same place. Refuses to write over a file that it
 * can't read: somebody's decisions would be lost.
 */
export function addIgnores(root: string, added: readonly IgnoreEntry[]): void {
  if (leavesFolder(root)) throw new EngineError('invalid', `${ignorePath} would lie outside the project's folder.`);
  const { entries, problems } = readIgnores(root);
  const [problem] = problems;
  if (problem !== undefined) throw new EngineError('invalid', `${ignorePath} has to be mended first. ${problem}`);
  const byKey = new Map([...entries, ...added].map((entry) => [keyOf(entry), entry]));
  const ignores = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  mkdirSync(join(root, '.contox'), { recursive: true });
  // Everyone who reads the repository may read it; a private mode would only surprise.
  writeFileSafely(join(root, ignorePath), `${JSON.stringify({ version: 1, ignores }, null, 2)}\n`, 0o644);
}
