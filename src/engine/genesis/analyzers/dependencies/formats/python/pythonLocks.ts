import type { LockedPackage, LockFacts } from '../../manifestFacts';
import { normalizedName } from './pep508';

/**
 * `poetry.lock`, `uv.lock` and `pdm.lock`: TOML files of one fixed layout, read by lines since they reach megabytes.
 * A package that is the project itself (`source = { editable = "." }`) is a member of what is locked, and not locked.
 */
export function parsePythonLock(text: string, path: string): LockFacts {
  const packages: LockedPackage[] = [];
  const members: string[] = [];
  let open: { name: string; version: string; line: number; dev?: true; local?: boolean } | undefined;
  const close = (): void => {
    if (open?.local === true) members.push(open.name);
    else if (open !== undefined && open.version !== '') {
      packages.push({ name: open.name, version: open.version, line: open.line, ...(open.dev ? { dev: true } : {}) });
    }
    open = undefined;
  };
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith('[[package]]')) {
      close();
      open = { name: '', version: '', line: index + 1 };
    } else if (line.startsWith('[') && open?.name === '') open = undefined;
    if (open === undefined) continue;
    const [, key, value = ''] = /^(name|version|category|source)\s{0,9}=\s{0,9}(.{1,500})$/.exec(line) ?? [];
    if (key === undefined) continue;
    const plain = value.replaceAll('"', '').trim();
    if (key === 'name' && open.name === '') open.name = normalizedName(plain);
    if (key === 'version' && open.version === '') open.version = plain;
    if (key === 'category' && plain === 'dev') open.dev = true;
    if (key === 'source' && /editable|virtual|directory/.test(value)) open.local = true;
  }
  close();
  return { ecosystem: 'pypi', format: path.slice(path.lastIndexOf('/') + 1), packages, members };
}
