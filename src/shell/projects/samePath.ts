import { resolve } from 'node:path';

/** Whether two absolute paths name the same folder, as far as their spelling tells. */
export function samePath(a: string, b: string, platform: NodeJS.Platform = process.platform): boolean {
  const plain = (path: string): string => {
    const absolute = resolve(path);
    return platform === 'win32' || platform === 'darwin' ? absolute.toLowerCase() : absolute;
  };
  return plain(a) === plain(b);
}

/** Whether `path` is `folder` or lies below it. */
export function isBelow(path: string, folder: string, platform: NodeJS.Platform = process.platform): boolean {
  if (samePath(path, folder, platform)) return true;
  const base = folder.replace(/[\\/]+$/, '');
  const separator = path.charAt(base.length);
  return (separator === '/' || separator === '\\') && samePath(path.slice(0, base.length), base, platform);
}
