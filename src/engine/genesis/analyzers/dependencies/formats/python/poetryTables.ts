import type { PackageSource, Requirement, Scope } from '../../manifestFacts';
import { asObject, asString, asStrings, entriesOf, valueAt } from '../../text/plainObject';
import type { TomlDocument } from '../../text/tomlDocument';
import { normalizedName, scopeOfGroup, withExtras } from './pep508';

/** `name = "^1"` or `name = {version = …, git = …}`, as Poetry and Pipfile write it. */
export function poetryRequirements(toml: TomlDocument): Requirement[] {
  const poetry = valueAt(toml.data, 'tool', 'poetry');
  return [
    ...tableRequirements(toml, 'tool.poetry.dependencies', valueAt(poetry, 'dependencies'), 'runtime'),
    ...tableRequirements(toml, 'tool.poetry.dev-dependencies', valueAt(poetry, 'dev-dependencies'), 'dev'),
    ...entriesOf(valueAt(poetry, 'group')).flatMap(([group, value]) =>
      tableRequirements(
        toml,
        `tool.poetry.group.${group}.dependencies`,
        valueAt(value, 'dependencies'),
        scopeOfGroup(group, 'dev'),
      ),
    ),
  ];
}

export function tableRequirements(toml: TomlDocument, table: string, value: unknown, scope: Scope): Requirement[] {
  return entriesOf(value)
    .filter(([name]) => name.toLowerCase() !== 'python')
    .map(([name, given]) => {
      const settings = asObject(Array.isArray(given) ? given[0] : given);
      const declared = asString(given) ?? asString(settings?.['version']) ?? '';
      const source = sourceOf(settings);
      return {
        name: normalizedName(name),
        declared,
        scope: settings?.['optional'] === true ? 'optional' : scope,
        line: toml.lineOf(table, name),
        ...(source === undefined ? {} : { source }),
        ...withExtras(asStrings(settings?.['extras'])),
      };
    });
}

function sourceOf(settings: Readonly<Record<string, unknown>> | undefined): PackageSource | undefined {
  const git = asString(settings?.['git']);
  if (git !== undefined) {
    const ref = asString(settings?.['rev']) ?? asString(settings?.['tag']) ?? asString(settings?.['ref']);
    return { kind: 'git', location: git, pinned: ref !== undefined };
  }
  const path = asString(settings?.['path']);
  if (path !== undefined) return { kind: 'path', location: path };
  const url = asString(settings?.['url']) ?? asString(settings?.['file']);
  return url === undefined ? undefined : { kind: 'url', location: url, pinned: /\d/.test(url) };
}
