import type { ManagedVersion, ManifestFacts } from '../../manifestFacts';
import { asObject, asString, entriesOf, valueAt } from '../../text/plainObject';
import { parseToml, type TomlDocument } from '../../text/tomlDocument';

/** `libs.versions.toml`: what `libs.spring.boot` stands for. The catalog is named after its file. */
export function parseVersionCatalog(text: string, path: string): ManifestFacts {
  const toml = parseToml(text);
  const catalog = /([\w-]{1,60})\.versions\.toml$/.exec(path)?.[1] ?? 'libs';
  const libraries = entriesOf(toml.data['libraries']).flatMap(([key, value]) => {
    const written = asString(value);
    const module =
      asString(valueAt(value, 'module')) ??
      (written === undefined
        ? `${asString(valueAt(value, 'group')) ?? ''}:${asString(valueAt(value, 'name')) ?? ''}`
        : written.split(':').slice(0, 2).join(':'));
    const version = written?.split(':')[2] ?? versionOf(toml, value);
    return [managed(toml, `${catalog}.${dotted(key)}`, module, version, ['libraries', key])];
  });
  const plugins = entriesOf(toml.data['plugins']).map(([key, value]) => {
    const [id, version] = asString(value)?.split(':') ?? [asString(valueAt(value, 'id')), versionOf(toml, value)];
    return managed(toml, `${catalog}.plugins.${dotted(key)}`, `plugin:${id ?? ''}`, version ?? '', ['plugins', key]);
  });
  const java = entriesOf(toml.data['versions']).find(([key]) => /^(java|jdk|jvm)([.-]?version|Toolchain)?$/i.test(key));
  const javaVersion = asString(java?.[1]);
  return {
    ecosystem: 'maven',
    format: 'libs.versions.toml',
    requirements: [],
    managed: [...libraries, ...plugins, ...bundles(toml, catalog)],
    runtimes:
      java === undefined || javaVersion === undefined
        ? []
        : [{ name: 'java', version: javaVersion, line: toml.lineOf('versions', java[0]) }],
  };
}

/** A bundle is an alias of several libraries: one entry for each, under the bundle's alias. */
function bundles(toml: TomlDocument, catalog: string): ManagedVersion[] {
  return entriesOf(toml.data['bundles']).flatMap(([key, names]) =>
    (Array.isArray(names) ? names : []).flatMap((name) => {
      if (typeof name !== 'string') return [];
      const library = valueAt(toml.data, 'libraries', name);
      const module = asString(valueAt(library, 'module')) ?? asString(library)?.split(':').slice(0, 2).join(':');
      const group = asString(valueAt(library, 'group'));
      const found =
        module ?? (group === undefined ? undefined : `${group}:${asString(valueAt(library, 'name')) ?? ''}`);
      if (found === undefined) return [];
      return [managed(toml, `${catalog}.bundles.${dotted(key)}`, found, versionOf(toml, library), ['bundles', key])];
    }),
  );
}

function managed(
  toml: TomlDocument,
  alias: string,
  name: string,
  version: string,
  [table, key]: readonly [string, string],
): ManagedVersion {
  return { name, version, alias, line: toml.lineOf(table, key) };
}

function versionOf(toml: TomlDocument, value: unknown): string {
  const version = valueAt(value, 'version');
  const ref = asString(valueAt(version, 'ref')) ?? asString(valueAt(value, 'version.ref'));
  const referred = ref === undefined ? version : valueAt(toml.data, 'versions', ref);
  const rich = asObject(referred);
  return (
    asString(referred) ??
    asString(rich?.['strictly']) ??
    asString(rich?.['require']) ??
    asString(rich?.['prefer']) ??
    ''
  );
}

function dotted(key: string): string {
  return key.replaceAll(/[-_]/g, '.');
}
