import { sha256 } from '../../base/sha256';

export const rootKey = 'root';
const maxKey = 200;
const maxSegment = 60;

/** `root/a` of `root/a/b`; `undefined` of `root`. */
export function parentKey(schemaKey: string): string | undefined {
  const end = schemaKey.lastIndexOf('/');
  return end < 0 ? undefined : schemaKey.slice(0, end);
}

/** `Data model` of `root/data-model`, for a context that was made because others lie below it. */
export function nameOfKey(schemaKey: string): string {
  if (schemaKey === rootKey) return 'Project Memory';
  const words = schemaKey
    .slice(schemaKey.lastIndexOf('/') + 1)
    .replace(/[-_.]+/g, ' ')
    .trim();
  return words === '' ? schemaKey : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/**
 * A free key below `parent` for a context whose maker named none: from its name, with a number where that is taken. A
 * name without a Latin letter or digit is told by its hash. `undefined` where the key would be too long.
 */
export function deriveKey(parent: string, name: string, isTaken: (key: string) => boolean): string | undefined {
  const segment = slug(name);
  for (let number = 1; ; number++) {
    const key = `${parent}/${number === 1 ? segment : `${segment}-${number}`}`;
    if (key.length > maxKey) return undefined;
    if (!isTaken(key)) return key;
  }
}

function slug(name: string): string {
  const latin = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, maxSegment)
    .replace(/-$/, '');
  return latin === '' ? `context-${sha256(name).slice(0, 8)}` : latin;
}
