import type { LockedPackage, LockFacts } from '../../manifestFacts';
import { parseJson } from '../../text/jsonTree';

/** `bun.lock`, the text form: `"path": ["name@version", "registry", {…}, "integrity"]`. */
export function parseBunLock(text: string): LockFacts | undefined {
  const root = parseJson(text);
  const packages = (root?.get('packages')?.entries() ?? []).flatMap(([path, entry]): LockedPackage[] => {
    const id = entry.items()[0]?.string;
    const at = id?.lastIndexOf('@') ?? -1;
    const version = id?.slice(at + 1) ?? '';
    if (id === undefined || at < 1 || !/^\d/.test(version)) return [];
    const name = id.slice(0, at);
    return [{ name, version, line: entry.line, ...(path === name ? { asked: ['dir:'] } : { nested: true }) }];
  });
  return root === undefined ? undefined : { ecosystem: 'npm', format: 'bun.lock', packages };
}
