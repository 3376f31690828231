import type { CodeFacts, ImportGraph, ResolvedImport } from './importGraph';
import type { Target } from './resolvers/resolver';

export interface OriginSources {
  codeOf(path: string): CodeFacts | undefined;
  importsOf(path: string): readonly ResolvedImport[];
  neighbours(path: string, name: string): readonly string[];
  resolve(from: string, specifier: string): Target;
}

type Origin = { readonly path: string; readonly name: string };

/** A re-export leads to a re-export …, but no sane project has longer chains, and a hostile one may have circles. */
const maxHops = 12;

export function createOriginFinder(sources: OriginSources): ImportGraph['originOf'] {
  return (path, name) => find(sources, path, name, 0);
}

/** Looks a name up as the code of a file sees it. */
function find(sources: OriginSources, path: string, name: string, hops: number): Origin | undefined {
  if (hops > maxHops) return undefined;
  const imported = imports(sources, path, name, hops);
  if (imported !== undefined) return imported;
  const code = sources.codeOf(path);
  if (declares(code, name)) return { path, name };
  const cut = name.lastIndexOf('.');
  if (cut > 0) return memberOf(sources, path, name.slice(0, cut), name.slice(cut + 1), hops);
  const last = name.slice(name.lastIndexOf(':') + 1);
  for (const file of sources.neighbours(path, name))
    if (sources.codeOf(file)?.symbols.some((symbol) => symbol.name === last)) return { path: file, name: last };
  return fromWildcards(sources, path, name, hops);
}

function declares(code: CodeFacts | undefined, name: string): boolean {
  return code?.symbols.some((symbol) => symbol.container === undefined && symbol.name === name) === true;
}

/** Through an import that binds exactly this name. */
function imports(sources: OriginSources, path: string, name: string, hops: number): Origin | undefined {
  for (const entry of sources.importsOf(path)) {
    if ((entry.fact.kind === 'reexport' || entry.fact.isExported === true) && !/\.(?:rs|cs)$/.test(path)) continue;
    for (const binding of entry.fact.bindings) {
      if (binding.local !== name || binding.local === '*') continue;
      const found = inTargets(sources, entry, binding.imported, hops);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** A name that an import takes out of its target's files. */
function inTargets(sources: OriginSources, entry: ResolvedImport, name: string, hops: number): Origin | undefined {
  const first = entry.files[0];
  if (first === undefined) return undefined;
  if (name === '*') {
    // What CommonJS hands on whole stands for the module; else the module itself is meant.
    const whole = entry.fact.kind === 'import' ? undefined : exported(sources, first, 'default', hops + 1);
    return whole ?? { path: first, name: '*' };
  }
  for (const file of entry.files) {
    const found = exported(sources, file, name, hops + 1);
    if (found !== undefined) return found;
  }
  // A name that is a module (Python's submodules, Rust's modules) leads to the file that is called so.
  const module = entry.files.find((file) => moduleName(file) === name);
  return module === undefined ? undefined : { path: module, name: '*' };
}

function moduleName(path: string): string {
  const parts = path.replace(/\.\w+$/, '').split('/');
  const last = parts.at(-1) ?? '';
  return last === '__init__' || last === 'mod' || last === 'index' ? (parts.at(-2) ?? '') : last;
}

/** Looks a name up as those see it who import the file. */
function exported(sources: OriginSources, path: string, name: string, hops: number): Origin | undefined {
  if (hops > maxHops) return undefined;
  const code = sources.codeOf(path);
  const local = code?.exports?.find((entry) => entry.exported === name)?.local;
  if (local !== undefined)
    return (local === 'default' ? undefined : imports(sources, path, local, hops + 1)) ?? { path, name: local };
  const forwarded = sources
    .importsOf(path)
    .find(
      ({ fact }) =>
        (fact.kind === 'reexport' || fact.isExported === true) && fact.bindings.some(({ local }) => local === name),
    );
  if (forwarded !== undefined) {
    const binding = forwarded.fact.bindings.find((entry) => entry.local === name);
    const found = inTargets(sources, forwarded, binding?.imported ?? name, hops);
    if (found !== undefined) return found;
  }
  if (code?.exports === undefined) {
    // Languages that export by declaring; in Python whatever a module imports can be taken from it, in Rust by its children.
    if (declares(code, name)) return { path, name };
    const passed = /\.(?:pyi?|rs)$/.test(path) ? imports(sources, path, name, hops + 1) : undefined;
    if (passed !== undefined) return passed;
  }
  return fromWildcards(sources, path, name, hops, true);
}

/** Through `import *`, `export *`, `use a::*` and their like. */
function fromWildcards(
  sources: OriginSources,
  path: string,
  name: string,
  hops: number,
  onlyExported = false,
): Origin | undefined {
  for (const entry of sources.importsOf(path)) {
    if (onlyExported && entry.fact.kind !== 'reexport' && !/\.pyi?$/.test(path)) continue;
    if (!entry.fact.bindings.some((binding) => binding.local === '*')) continue;
    for (const file of entry.files) {
      const found = file === path ? undefined : exported(sources, file, name, hops + 1);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** `users.Register`: the owner is a module, package or namespace, and the member one of its names. */
function memberOf(
  sources: OriginSources,
  path: string,
  owner: string,
  member: string,
  hops: number,
): Origin | undefined {
  for (const entry of sources.importsOf(path)) {
    const binding = entry.fact.bindings.find((candidate) => candidate.local === owner);
    if (binding === undefined) continue;
    if (binding.imported === '*')
      for (const file of entry.files) {
        const found = exported(sources, file, member, hops + 1);
        if (found !== undefined) return found;
      }
  }
  const whole = find(sources, path, owner, hops + 1);
  if (whole?.name === '*') return exported(sources, whole.path, member, hops + 1);
  const container = whole === undefined ? undefined : sources.codeOf(whole.path);
  const isMember = container?.symbols.some((symbol) => symbol.name === member && symbol.container === whole?.name);
  return whole !== undefined && isMember === true ? { path: whole.path, name: `${whole.name}.${member}` } : undefined;
}
