import type { ManagedVersion, ManifestFacts } from '../../manifestFacts';
import { asString, asStrings, entriesOf, valueAt } from '../../text/plainObject';
import { parseYaml } from '../../text/yamlText';

/** `pnpm-workspace.yaml`: member folders, and catalogs that `catalog:` versions point to. */
export function parsePnpmWorkspace(text: string): ManifestFacts {
  const data: unknown = parseYaml(text);
  const lines = text.split('\n');
  const managed: ManagedVersion[] = [];
  const add = (name: string, version: unknown, alias: string): void => {
    const found = asString(version);
    if (found !== undefined) managed.push({ name, version: found, line: lineOfKey(lines, name), alias });
  };
  for (const [name, version] of entriesOf(valueAt(data, 'catalog'))) add(name, version, 'catalog:');
  for (const [catalog, versions] of entriesOf(valueAt(data, 'catalogs'))) {
    for (const [name, version] of entriesOf(versions)) add(name, version, `catalog:${catalog}`);
  }
  return {
    ecosystem: 'npm',
    format: 'pnpm-workspace.yaml',
    requirements: [],
    managed,
    members: asStrings(valueAt(data, 'packages')),
  };
}

function lineOfKey(lines: readonly string[], key: string): number {
  const at = lines.findIndex((line) => line.trim().replaceAll(/["']/g, '').startsWith(`${key}:`));
  return at === -1 ? 1 : at + 1;
}
