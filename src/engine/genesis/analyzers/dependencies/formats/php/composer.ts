import type { LockedPackage, LockFacts, ManifestFacts, Requirement, RuntimeVersion, Scope } from '../../manifestFacts';
import { type JsonValue, parseJson } from '../../text/jsonTree';

/** What Composer calls a platform package: PHP itself, its extensions and libraries of the system. */
function isPlatform(name: string): boolean {
  return !name.includes('/');
}

export function parseComposerJson(text: string): ManifestFacts | undefined {
  const root = parseJson(text);
  if (root === undefined || !root.isObject) return undefined;
  const field = (key: string): string | undefined => root.get(key)?.string;
  const [name, version, description, type] = ['name', 'version', 'description', 'type'].map(field);
  const license = field('license') ?? root.get('license')?.strings().join(' OR ');
  return {
    ecosystem: 'composer',
    format: 'composer.json',
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...(description === undefined ? {} : { description }),
    ...(license === undefined ? {} : { license }),
    ...(root.get('config', 'vendor-dir') === undefined ? {} : { keepsPackages: true as const }),
    // What names no type is a library to Composer, and an application to many that write one.
    ...(type === undefined ? {} : { isLibrary: type !== 'project' }),
    requirements: [...required(root.get('require'), 'runtime'), ...required(root.get('require-dev'), 'dev')],
    runtimes: runtimesOf(root.get('require')),
  };
}

function required(section: JsonValue | undefined, scope: Scope): Requirement[] {
  return (section?.entries() ?? []).flatMap(([name, value]) => {
    if (isPlatform(name) || value.string === undefined) return [];
    return [{ name: name.toLowerCase(), declared: value.string, scope, line: value.line }];
  });
}

function runtimesOf(section: JsonValue | undefined): RuntimeVersion[] {
  return (section?.entries() ?? []).flatMap(([name, value]) =>
    isPlatform(name) && value.string !== undefined ? [{ name, version: value.string, line: value.line }] : [],
  );
}

export function parseComposerLock(text: string): LockFacts | undefined {
  const root = parseJson(text);
  if (root === undefined) return undefined;
  const read = (section: string, dev: boolean): LockedPackage[] =>
    (root.get(section)?.items() ?? []).flatMap((entry) => {
      const [name, version] = [entry.get('name')?.string, entry.get('version')?.string];
      if (name === undefined || version === undefined) return [];
      const license = entry.get('license')?.strings().join(' OR ');
      return [
        {
          name: name.toLowerCase(),
          version: version.replace(/^v(?=\d)/, ''),
          line: entry.line,
          ...(license ? { license } : {}),
          ...(dev ? { dev: true as const } : {}),
          ...abandonedIn(entry),
        },
      ];
    });
  return {
    ecosystem: 'composer',
    format: 'composer.lock',
    packages: [...read('packages', false), ...read('packages-dev', true)],
  };
}

/** Composer writes `true`, or the name of the package that takes its place. */
function abandonedIn(entry: JsonValue): Pick<LockedPackage, 'abandoned'> {
  const mark = entry.get('abandoned');
  if (mark === undefined || !(mark.isTrue || mark.string)) return {};
  return { abandoned: { line: mark.line, ...(mark.string ? { instead: mark.string } : {}) } };
}
