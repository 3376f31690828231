import { relative, sep } from 'node:path';
import { isBelow } from '../projects/samePath';
import type { CaptureFolder } from './captureWatch';

/** Which project a file belongs to, and its path inside; `undefined` outside of all folders, and for git's own files. */
export function savedFile(
  file: string,
  folders: readonly CaptureFolder[],
): { readonly projectId: string; readonly path: string } | undefined {
  const inside = folders.filter(({ path }) => isBelow(file, path));
  const [deepest] = inside.sort((a, b) => b.path.length - a.path.length);
  if (!deepest) return undefined;
  const path = relative(deepest.path, file).split(sep).join('/');
  if (path === '' || path.split('/').includes('.git')) return undefined;
  return { projectId: deepest.projectId, path };
}
