// Installs the packages of package-lock.json where they are missing or older than the lock file.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname));

const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

/** Brings node_modules of `folder` up to its lock file; ends the process when npm fails. */
export function install(folder = root) {
  const lock = join(folder, 'package-lock.json');
  const stamp = join(folder, 'node_modules', '.package-lock.json');
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(lock).mtimeMs) return;
  // A registry may lack packages for other platforms, which `ci` does not forgive; `install` leaves them out and, with
  // --no-save, keeps to the lock file without rewriting it.
  const ways = [['ci'], ['install', '--no-save']];
  const installed = ways.some((way, index) => {
    const isLast = index === ways.length - 1;
    const stdio = ['ignore', 'ignore', isLast ? 'inherit' : 'ignore'];
    return (
      spawnSync('npm', [...way, ...quiet], { cwd: folder, stdio, shell: process.platform === 'win32' }).status === 0
    );
  });
  if (!installed) process.exit(1);
}

if (process.argv[1] === new URL(import.meta.url).pathname) install();
