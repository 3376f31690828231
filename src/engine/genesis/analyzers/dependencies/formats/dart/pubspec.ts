import type { LockedPackage, LockFacts, ManifestFacts, PackageSource, Requirement, Scope } from '../../manifestFacts';
import { asString, asStrings, entriesOf, valueAt } from '../../text/plainObject';
import { parseYaml } from '../../text/yamlText';

export function parsePubspec(text: string): ManifestFacts {
  const data: unknown = parseYaml(text);
  const lines = text.split('\n');
  const field = (key: string): string | undefined => asString(valueAt(data, key));
  const [name, version, description] = ['name', 'version', 'description'].map(field);
  return {
    ecosystem: 'pub',
    format: 'pubspec.yaml',
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...(description === undefined ? {} : { description: description.trim() }),
    isPrivate: field('publish_to') === 'none',
    requirements: [
      ...section(valueAt(data, 'dependencies'), 'dependencies', 'runtime', lines),
      ...section(valueAt(data, 'dev_dependencies'), 'dev_dependencies', 'dev', lines),
    ],
    members: asStrings(valueAt(data, 'workspace')),
    runtimes: entriesOf(valueAt(data, 'environment')).flatMap(([key, value]) => {
      const range = asString(value);
      const runtime = key === 'sdk' ? 'dart' : key;
      return range === undefined ? [] : [{ name: runtime, version: range, line: lineBelow(lines, 'environment', key) }];
    }),
  };
}

function section(value: unknown, head: string, scope: Scope, lines: readonly string[]): Requirement[] {
  return entriesOf(value).map(([name, given]) => {
    const source = sourceOf(given);
    return {
      name,
      declared: asString(given) ?? asString(valueAt(given, 'version')) ?? '',
      scope,
      line: lineBelow(lines, head, name),
      ...(source === undefined ? {} : { source }),
      // What comes with the SDK (`flutter: {sdk: flutter}`) has the SDK's version.
      ...(valueAt(given, 'sdk') === undefined ? {} : { alias: 'sdk' }),
    };
  });
}

function sourceOf(given: unknown): PackageSource | undefined {
  const path = asString(valueAt(given, 'path'));
  if (path !== undefined) return { kind: 'path', location: path };
  const git = asString(valueAt(given, 'git')) ?? asString(valueAt(given, 'git', 'url'));
  const ref = asString(valueAt(given, 'git', 'ref'));
  return git === undefined
    ? undefined
    : { kind: 'git', location: git, pinned: /^v?\d|^[0-9a-f]{7,40}$/.test(ref ?? '') };
}

function lineBelow(lines: readonly string[], head: string, key: string): number {
  const start = lines.findIndex((line) => line.startsWith(`${head}:`));
  const at = lines.findIndex((line, index) => index > start && line.trim().startsWith(`${key}:`));
  return start === -1 || at === -1 ? Math.max(1, start + 1) : at + 1;
}

/** `pubspec.lock`: packages at column 2, their version at column 4. */
export function parsePubspecLock(text: string): LockFacts {
  const packages: LockedPackage[] = [];
  let name = '';
  let line = 0;
  for (const [index, row] of text.split('\n').entries()) {
    const head = /^ {2}"?(\w{1,80})"?:\s*$/.exec(row)?.[1];
    if (head !== undefined) [name, line] = [head, index + 1];
    const version = /^ {4}version: "?([^"\s]{1,60})/.exec(row)?.[1];
    if (version !== undefined && name !== '') packages.push({ name, version, line });
  }
  return { ecosystem: 'pub', format: 'pubspec.lock', packages };
}
