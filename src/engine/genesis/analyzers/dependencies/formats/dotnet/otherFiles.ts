import type { LockedPackage, LockFacts, ManifestFacts } from '../../manifestFacts';
import { parseJson } from '../../text/jsonTree';
import { descendantsNamed, parseXml } from '../../text/xmlTree';

/** `packages.config` of the older project system: exact versions. */
export function parsePackagesConfig(text: string): ManifestFacts {
  const requirements = descendantsNamed(parseXml(text), 'package').flatMap((element) => {
    const name = element.attributes['id'];
    if (name === undefined) return [];
    const scope = element.attributes['developmentDependency'] === 'true' ? ('build' as const) : ('runtime' as const);
    return [{ name, declared: element.attributes['version'] ?? '', scope, line: element.line }];
  });
  return { ecosystem: 'nuget', format: 'packages.config', requirements };
}

/** `global.json`: the SDK. */
export function parseGlobalJson(text: string): ManifestFacts | undefined {
  const sdk = parseJson(text)?.get('sdk', 'version');
  if (sdk?.string === undefined) return undefined;
  return {
    ecosystem: 'nuget',
    format: 'global.json',
    requirements: [],
    runtimes: [{ name: 'dotnet-sdk', version: sdk.string, line: sdk.line }],
  };
}

/** `packages.lock.json`: one list for each target framework. */
export function parsePackagesLock(text: string): LockFacts | undefined {
  const root = parseJson(text);
  if (root === undefined) return undefined;
  const packages: LockedPackage[] = [];
  const seen = new Set<string>();
  for (const [, target] of root.get('dependencies')?.entries() ?? []) {
    for (const [name, entry] of target.entries()) {
      const version = entry.get('resolved')?.string;
      if (version === undefined || seen.has(`${name}@${version}`)) continue;
      seen.add(`${name}@${version}`);
      packages.push({ name, version, line: entry.line });
    }
  }
  return { ecosystem: 'nuget', format: 'packages.lock.json', packages };
}
