import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';

/**
 * The git that the user told the editor of: its setting `git.path` names a program, or several of which the first that is
 * there counts. Given the user's own value: a workspace may not name programs.
 */
export function gitFromSetting(value: unknown, exists: (path: string) => boolean = existsSync): string | undefined {
  const named = Array.isArray(value) ? (value as unknown[]) : [value];
  return named.find((path): path is string => typeof path === 'string' && isAbsolute(path) && exists(path));
}
