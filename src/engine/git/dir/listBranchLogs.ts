import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface BranchLog {
  readonly branch: string;
  readonly path: string;
  readonly changedAt: number;
  /** Another one when the file was written. */
  readonly stamp: string;
}

const maxDepth = 6;
const maxLogs = 500;

/** The reflogs of local branches, which outlive the work trees in which the branches were checked out. */
export function listBranchLogs(commonDir: string): BranchLog[] {
  const logs: BranchLog[] = [];
  const walk = (folder: string, prefix: string, depth: number): void => {
    for (const entry of entriesOf(folder)) {
      if (logs.length >= maxLogs) return;
      const [path, branch] = [join(folder, entry.name), `${prefix}${entry.name}`];
      if (entry.isDirectory() && depth < maxDepth) walk(path, `${branch}/`, depth + 1);
      const stats = entry.isFile() ? statSync(path, { throwIfNoEntry: false }) : undefined;
      if (stats) logs.push({ branch, path, changedAt: stats.mtimeMs, stamp: `${stats.mtimeMs} ${stats.size}` });
    }
  };
  walk(join(commonDir, 'logs', 'refs', 'heads'), '', 0);
  return logs;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
