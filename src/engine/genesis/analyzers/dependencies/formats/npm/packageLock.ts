import type { LockedPackage, LockFacts } from '../../manifestFacts';
import { type JsonValue, parseJson } from '../../text/jsonTree';
import { hostFacts } from './resolvedHost';

const folder = 'node_modules/';

/** `package-lock.json` and `npm-shrinkwrap.json`, lock file versions 1 to 3. */
export function parsePackageLock(text: string): LockFacts | undefined {
  const root = parseJson(text);
  if (root === undefined || !root.isObject) return undefined;
  const tree = root.get('packages');
  const packages = tree === undefined ? versionOne(root.get('dependencies'), false) : flat(tree);
  const peers = tree
    ?.entries()
    .flatMap(([, entry]) => (entry.get('peerDependencies')?.entries() ?? []).map(([name]) => name));
  return {
    ecosystem: 'npm',
    format: 'package-lock.json',
    packages,
    ...(peers === undefined ? {} : { peers: [...new Set(peers)] }),
  };
}

function flat(tree: JsonValue): LockedPackage[] {
  return tree.entries().flatMap(([path, entry]) => {
    const at = path.lastIndexOf(folder);
    const version = entry.get('version')?.string;
    if (at === -1 || version === undefined || entry.get('link')?.isTrue === true) return [];
    const owner = path.slice(0, at).replace(/\/$/, '');
    const nested = owner.includes(folder);
    const name = entry.get('name')?.string ?? path.slice(at + folder.length);
    return [
      { name, version, line: entry.line, ...(nested ? { nested } : { asked: [`dir:${owner}`] }), ...common(entry) },
    ];
  });
}

function versionOne(section: JsonValue | undefined, nested: boolean): LockedPackage[] {
  return (section?.entries() ?? []).flatMap(([name, entry]) => {
    const version = entry.get('version')?.string;
    const below = versionOne(entry.get('dependencies'), true);
    if (version === undefined) return below;
    const own = { name, version, line: entry.line, ...(nested ? { nested } : { asked: ['dir:'] }), ...common(entry) };
    return [own, ...below];
  });
}

function common(entry: JsonValue): Partial<LockedPackage> {
  const license = entry.get('license')?.string;
  return {
    ...(license === undefined ? {} : { license }),
    ...(entry.get('dev')?.isTrue === true ? { dev: true } : {}),
    ...(entry.get('hasInstallScript')?.isTrue === true ? { installScript: true } : {}),
    ...hostFacts(entry.get('resolved')?.string),
  };
}
