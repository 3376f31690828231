import type { LockedPackage, LockFacts, ManifestFacts } from '../../manifestFacts';
import { parseJson } from '../../text/jsonTree';
import { asString, entriesOf, valueAt } from '../../text/plainObject';
import { parseToml } from '../../text/tomlDocument';
import { normalizedName } from './pep508';
import { tableRequirements } from './poetryTables';

export function parsePipfile(text: string): ManifestFacts {
  const toml = parseToml(text);
  const runtimes = entriesOf(toml.data['requires']).flatMap(([key, value]) => {
    const version = asString(value);
    if (version === undefined || !key.startsWith('python_')) return [];
    return [{ name: 'python', version, line: toml.lineOf('requires', key) }];
  });
  return {
    ecosystem: 'pypi',
    format: 'Pipfile',
    requirements: [
      ...tableRequirements(toml, 'packages', valueAt(toml.data, 'packages'), 'runtime'),
      ...tableRequirements(toml, 'dev-packages', valueAt(toml.data, 'dev-packages'), 'dev'),
    ],
    runtimes: runtimes.slice(0, 1),
  };
}

export function parsePipfileLock(text: string): LockFacts | undefined {
  const root = parseJson(text);
  const read = (section: string, dev: boolean): LockedPackage[] =>
    (root?.get(section)?.entries() ?? []).flatMap(([name, entry]) => {
      const version = entry.get('version')?.string?.replace(/^=+/, '');
      if (version === undefined) return [];
      return [{ name: normalizedName(name), version, line: entry.line, ...(dev ? { dev: true as const } : {}) }];
    });
  if (root === undefined) return undefined;
  return { ecosystem: 'pypi', format: 'Pipfile.lock', packages: [...read('default', false), ...read('develop', true)] };
}
