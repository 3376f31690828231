import { homedir } from 'node:os';
import { isAbsolute, posix, resolve, win32 } from 'node:path';

export interface HostFacts {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * Where a user's memory lies, one for all editors and agents: `CONTOX_DATA_DIR` where it is set, else the place that the
 * platform has for the data of programs (on Linux the XDG base directory specification, which wants absolute paths only).
 */
export function defaultDataDir(
  host: HostFacts = { platform: process.platform, env: process.env, home: homedir() },
): string {
  const { env, home, platform } = host;
  const chosen = env['CONTOX_DATA_DIR'];
  if (chosen) return resolve(chosen);
  if (platform === 'win32') return win32.join(env['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local'), 'contox');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'contox');
  const data = env['XDG_DATA_HOME'];
  return posix.join(data && isAbsolute(data) ? data : posix.join(home, '.local', 'share'), 'contox');
}
