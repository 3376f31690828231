import type { NpmPackage, SubpathTargets } from '../../../facts/moduleConfig';
import { type Json, objectIn, parseJson, stringIn, stringsIn } from './plainJson';

const entryFields = ['source', 'types', 'typings', 'module', 'main', 'browser'];
const dependencyFields = ['dependencies', 'peerDependencies', 'optionalDependencies', 'devDependencies'];

export function readNpmPackage(text: string): NpmPackage | undefined {
  const manifest = objectIn(parseJson(text));
  if (Object.keys(manifest).length === 0) return undefined;
  const workspaces = manifest['workspaces'];
  const name = stringIn(manifest['name']);
  const linkable = dependencyFields.map((field) => linkableIn(objectIn(manifest[field])));
  const forUse = new Set(linkable.slice(0, -1).flat());
  const forDevelopment = linkable.at(-1)?.filter((one) => !forUse.has(one)) ?? [];
  return {
    kind: 'npm',
    ...(name === undefined ? {} : { name }),
    entries: entryFields.flatMap((field) => stringIn(manifest[field]) ?? []),
    exports: readExports(manifest['exports']),
    imports: subpaths(objectIn(manifest['imports'])),
    workspaces: stringsIn(Array.isArray(workspaces) ? workspaces : objectIn(workspaces)['packages']),
    dependencies: dependencyFields.flatMap((field) => Object.keys(objectIn(manifest[field]))),
    linkable: linkable.flat(),
    ...(forDevelopment.length === 0 ? {} : { forDevelopment }),
  };
}

function linkableIn(dependencies: Json): string[] {
  return Object.entries(dependencies)
    .filter(([, range]) => !/^(?:catalog:|npm:|https?:|git[+:@]|github:)/.test(stringIn(range) ?? ''))
    .map(([name]) => name);
}

/** `exports` may be one target, conditions of the package itself, or subpaths. */
function readExports(value: unknown): SubpathTargets[] {
  if (value === undefined) return [];
  const keys = Object.keys(objectIn(value));
  if (keys.some((key) => key.startsWith('.'))) return subpaths(objectIn(value));
  return [{ subpath: '.', targets: targetsIn(value, 0) }];
}

function subpaths(map: Json): SubpathTargets[] {
  return Object.entries(map).map(([subpath, value]) => ({ subpath, targets: targetsIn(value, 0) }));
}

/** All files that any condition leads to. */
function targetsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [value];
  if (depth > 8) return [];
  const inner = Array.isArray(value) ? value : Object.values(objectIn(value));
  return [...new Set(inner.flatMap((entry) => targetsIn(entry, depth + 1)))];
}
