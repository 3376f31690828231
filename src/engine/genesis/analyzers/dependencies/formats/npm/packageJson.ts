import type { ManifestFacts, PackageSource, Requirement, RuntimeVersion, Scope } from '../../manifestFacts';
import { type JsonValue, parseJson } from '../../text/jsonTree';

const sections: readonly (readonly [string, Scope])[] = [
  ['dependencies', 'runtime'],
  ['devDependencies', 'dev'],
  ['optionalDependencies', 'optional'],
  ['peerDependencies', 'peer'],
];

/** What npm runs by itself when the package or the project is installed. */
const installHooks = ['preinstall', 'install', 'postinstall'];

export function parsePackageJson(text: string): ManifestFacts | undefined {
  const root = parseJson(text);
  if (root === undefined || !root.isObject) return undefined;
  const license = root.get('license')?.string ?? root.get('license', 'type')?.string;
  return {
    ecosystem: 'npm',
    format: 'package.json',
    ...text1(root, 'name'),
    ...text1(root, 'version'),
    ...text1(root, 'description'),
    ...(license === undefined ? {} : { license }),
    isPrivate: root.get('private')?.isTrue ?? false,
    isLibrary: isLibrary(root),
    // What a package can work with, and needs not, is none that it asks for.
    requirements: sections
      .flatMap(([key, scope]) => requirementsIn(root.get(key), scope))
      .flatMap((one) => {
        if (root.get('peerDependenciesMeta', one.name, 'optional')?.isTrue !== true) return [one];
        return one.scope === 'peer' ? [] : [{ ...one, isOptionalPeer: true as const }];
      }),
    optionalPeers: (root.get('peerDependencies')?.entries() ?? [])
      .map(([name]) => name)
      .filter((name) => root.get('peerDependenciesMeta', name, 'optional')?.isTrue === true),
    runtimes: runtimesOf(root),
    members: membersOf(root),
    installScripts: installHooks.flatMap((name) => {
      const script = root.get('scripts', name);
      return script?.string === undefined ? [] : [{ name, run: script.string, line: script.line }];
    }),
    tools: root.entries().map(([name, value]) => ({ name, line: value.line })),
  };
}

function text1<K extends 'name' | 'version' | 'description'>(root: JsonValue, key: K): { [P in K]?: string } {
  const value = root.get(key)?.string;
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
}

function isLibrary(root: JsonValue): boolean {
  if (root.get('private')?.isTrue === true) return false;
  return ['exports', 'module', 'types', 'typings', 'files', 'publishConfig', 'bin', 'main'].some((key) =>
    root.get(key),
  );
}

function requirementsIn(section: JsonValue | undefined, scope: Scope): Requirement[] {
  return (section?.entries() ?? []).flatMap(([name, value]) => {
    const declared = value.string;
    return declared === undefined ? [] : [npmRequirement(name, declared, scope, value.line)];
  });
}

function npmRequirement(name: string, written: string, scope: Scope, line: number): Requirement {
  const declared = written.trim();
  if (declared.startsWith('npm:')) {
    const at = declared.lastIndexOf('@');
    const target = at > 4 ? declared.slice(4, at) : declared.slice(4);
    const renamed = { isRenamed: true as const, installedAs: name };
    return {
      name: target,
      declared: at > 4 ? declared.slice(at + 1) : '',
      scope,
      line,
      ...(target === name ? {} : renamed),
    };
  }
  if (declared.startsWith('catalog:')) return { name, declared: '', scope, line, alias: declared };
  const source = npmSource(declared);
  return source === undefined ? { name, declared, scope, line } : { name, declared, scope, line, source };
}

function npmSource(declared: string): PackageSource | undefined {
  if (/^workspace:/.test(declared)) return { kind: 'workspace', location: declared };
  if (/^(file|link|portal):|^\.{0,2}\//.test(declared)) return { kind: 'path', location: declared };
  const isGit =
    /^(git\+|git:|git@|ssh:|(github|gitlab|bitbucket|gist):)/.test(declared) ||
    /^https?:\/\/\S+\.git(#|$)/.test(declared);
  if (isGit || /^[\w.-]{1,100}\/[\w.-]{1,100}(#|$)/.test(declared)) {
    return {
      kind: 'git',
      location: declared,
      pinned: /#(?:(?:commit|tag)=)?([0-9a-f]{7,40}|v?\d[\w.-]{0,40}|semver:\S+)$/.test(declared),
    };
  }
  if (/^https?:/.test(declared)) return { kind: 'url', location: declared, pinned: /\d/.test(declared) };
  return undefined;
}

function runtimesOf(root: JsonValue): RuntimeVersion[] {
  const found: RuntimeVersion[] = [];
  for (const key of ['engines', 'volta']) {
    for (const [name, value] of root.get(key)?.entries() ?? []) {
      if (value.string !== undefined) found.push({ name, version: value.string, line: value.line });
    }
  }
  const manager = root.get('packageManager');
  const [name, version] = (manager?.string ?? '').split('@');
  if (manager !== undefined && name && version)
    found.push({ name, version: version.split('+')[0] ?? '', line: manager.line });
  return found;
}

function membersOf(root: JsonValue): string[] {
  const workspaces = root.get('workspaces');
  return [...(workspaces?.strings() ?? []), ...(workspaces?.get('packages')?.strings() ?? [])];
}
