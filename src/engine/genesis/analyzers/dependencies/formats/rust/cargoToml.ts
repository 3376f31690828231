import type { ManagedVersion, ManifestFacts, PackageSource, Requirement, Scope } from '../../manifestFacts';
import { asObject, asString, asStrings, entriesOf, valueAt } from '../../text/plainObject';
import { parseToml, type TomlDocument } from '../../text/tomlDocument';

const sections: readonly (readonly [string, Scope])[] = [
  ['dependencies', 'runtime'],
  ['dev-dependencies', 'dev'],
  ['build-dependencies', 'build'],
];

export function parseCargoToml(text: string): ManifestFacts {
  const toml = parseToml(text);
  const data = toml.data;
  const requirements = sections.flatMap(([key, scope]) => requirementsOf(toml, key, data[key], scope));
  for (const [target, value] of entriesOf(data['target'])) {
    for (const [key, scope] of sections)
      requirements.push(
        ...requirementsOf(toml, `target.${target.replaceAll(/["'\s]/g, '')}.${key}`, valueAt(value, key), scope),
      );
  }
  const excluded = asStrings(valueAt(data, 'workspace', 'exclude'));
  const mainMembers = asStrings(valueAt(data, 'workspace', 'default-members'));
  const field = (key: string): string | undefined =>
    asString(valueAt(data, 'package', key)) ?? asString(valueAt(data, 'workspace', 'package', key));
  const [name, version, description, license, rust] = ['name', 'version', 'description', 'license', 'rust-version'].map(
    field,
  );
  const isOwn = asString(valueAt(data, 'package', 'rust-version')) !== undefined;
  const table = isOwn ? 'package' : 'workspace.package';
  return {
    ecosystem: 'cargo',
    format: 'Cargo.toml',
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...(description === undefined ? {} : { description }),
    ...(license === undefined ? {} : { license }),
    isPrivate: valueAt(data, 'package', 'publish') === false,
    requirements,
    managed: managedOf(toml),
    members: asStrings(valueAt(data, 'workspace', 'members')),
    ...(excluded.length === 0 ? {} : { excluded }),
    ...(mainMembers.length === 0 ? {} : { mainMembers }),
    runtimes: rust === undefined ? [] : [{ name: 'rust', version: rust, line: toml.lineOf(table, 'rust-version') }],
  };
}

function requirementsOf(toml: TomlDocument, table: string, value: unknown, scope: Scope): Requirement[] {
  return entriesOf(value).map(([key, given]) => {
    const settings = asObject(given);
    const source = sourceOf(settings);
    return {
      name: asString(settings?.['package']) ?? key,
      declared: asString(given) ?? asString(settings?.['version']) ?? '',
      scope: settings?.['optional'] === true ? 'optional' : scope,
      line: lineOf(toml, table, key),
      ...(settings?.['workspace'] === true ? { alias: `workspace:${key}` } : {}),
      ...(settings?.['package'] === undefined ? {} : { isRenamed: true as const }),
      ...(source === undefined ? {} : { source }),
    };
  });
}

/** `[dependencies.serde]` is a table of its own. */
function lineOf(toml: TomlDocument, table: string, key: string): number {
  return toml.headOf(`${table}.${key}`) ?? toml.lineOf(table, key);
}

function managedOf(toml: TomlDocument): ManagedVersion[] {
  return entriesOf(valueAt(toml.data, 'workspace', 'dependencies')).map(([key, given]) => ({
    name: asString(valueAt(given, 'package')) ?? key,
    version: asString(given) ?? asString(valueAt(given, 'version')) ?? '',
    alias: `workspace:${key}`,
    line: lineOf(toml, 'workspace.dependencies', key),
    ...pathOf(given),
  }));
}

function pathOf(given: unknown): { readonly path?: string } {
  const path = asString(valueAt(given, 'path'));
  return path === undefined ? {} : { path };
}

function sourceOf(settings: Readonly<Record<string, unknown>> | undefined): PackageSource | undefined {
  const git = asString(settings?.['git']);
  if (git !== undefined) {
    return { kind: 'git', location: git, pinned: settings?.['rev'] !== undefined || settings?.['tag'] !== undefined };
  }
  const path = asString(settings?.['path']);
  return path === undefined ? undefined : { kind: 'path', location: path };
}
