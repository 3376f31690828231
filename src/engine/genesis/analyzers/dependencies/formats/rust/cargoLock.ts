import type { LockedPackage, LockFacts } from '../../manifestFacts';

/** `Cargo.lock`, by lines; packages without a source are the workspace's own. */
export function parseCargoLock(text: string): LockFacts {
  const packages: LockedPackage[] = [];
  let name = '';
  let version = '';
  let line = 0;
  for (const [index, row] of text.split('\n').entries()) {
    if (row.startsWith('[[package]]')) {
      [name, version, line] = ['', '', index + 1];
      continue;
    }
    const [, key, value] = /^(name|version|source) = "([^"]{1,300})"/.exec(row) ?? [];
    if (key === 'name') name = value ?? '';
    if (key === 'version') version = value ?? '';
    if (key === 'source' && name !== '' && line > 0) packages.push({ name, version, line });
  }
  return { ecosystem: 'cargo', format: 'Cargo.lock', packages };
}
