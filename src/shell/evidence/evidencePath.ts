import { join } from 'node:path';
import { EngineError } from '../../base/engineError';

/**
 * The file that a path of a finding names below the project's folder, or `undefined` where it would leave it: stored paths
 * come from repositories, and later from other machines.
 */
export function findInside(folder: string, path: string): string | undefined {
  const segments = path.split(/[\\/]/);
  const leaves = segments.includes('..') || path.includes('\0') || /^([\\/]|[a-z]:)/i.test(path);
  return leaves || path === '' ? undefined : join(folder, ...segments);
}

/** The same, as an error for the user where it would leave the folder. */
export function evidencePath(folder: string, path: string): string {
  const file = findInside(folder, path);
  if (file === undefined) throw new EngineError('invalid', `"${path}" is not a path inside the project.`);
  return file;
}
