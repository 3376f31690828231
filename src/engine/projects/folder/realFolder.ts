import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, normalize } from 'node:path';
import { EngineError } from '../../../base/engineError';

/** The one spelling of an existing folder: links resolved, the drive's letter in upper case. Throws `invalid`. */
export async function realFolder(path: string): Promise<string> {
  checkAbsolute(path);
  try {
    const real = upperDrive(await realpath(path));
    if ((await stat(real)).isDirectory()) return real;
  } catch (cause) {
    throw new EngineError('invalid', `The folder ${path} can not be opened.`, { cause });
  }
  throw new EngineError('invalid', `${path} is not a folder.`);
}

/** The same for a folder that need not be there now, as one on a disk that is not mounted. */
export async function realFolderIfThere(path: string): Promise<string> {
  checkAbsolute(path);
  try {
    return upperDrive(await realpath(path));
  } catch {
    // It is not there now; what was named is the best that is known.
    return upperDrive(normalize(path));
  }
}

export async function folderExists(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

function checkAbsolute(path: string): void {
  if (isAbsolute(path) && !path.includes('\0')) return;
  const message = 'must be an absolute path';
  throw new EngineError('invalid', `The folder ${message}.`, { details: [{ path: 'localPath', message }] });
}

function upperDrive(path: string): string {
  return path.replace(/^[a-z]:/, (drive) => drive.toUpperCase());
}
