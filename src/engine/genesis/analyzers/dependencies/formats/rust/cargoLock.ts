import type { LockedPackage, LockFacts } from '../../manifestFacts';

/** `Cargo.lock`, by lines; packages without a source are the workspace's own. */
export function parseCargoLock(text: string): LockFacts {
  const packages: LockedPackage[] = [];
  const members = new Set<string>();
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
    if (key === 'version') {
      version = value ?? '';
      members.add(name);
    }
    if (key !== 'source' || name === '' || line === 0) continue;
    packages.push({ name, version, line });
    members.delete(name);
  }
  return { ecosystem: 'cargo', format: 'Cargo.lock', packages, members: [...members] };
}
