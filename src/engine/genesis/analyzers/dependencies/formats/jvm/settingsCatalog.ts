import type { ManagedVersion } from '../../manifestFacts';
import { placeholders } from './placeholders';

/** `library("a", "g", "n")`, `library('a', 'g:n:1')`, `plugin("a", "id")`, `version("a", "1")`, `bundle("a", listOf("b"))`. */
const entry =
  /\b(library|plugin|version|bundle)\s{0,3}\(?\s{0,9}["']([\w.$-]{1,100})["']\s{0,9},\s{0,9}(?:(?:listOf\(|arrayOf\(|\[)([^)\]]{0,2000})|["']([^"'\n]{1,200})["'](?:\s{0,9},\s{0,9}["']([^"'\n]{1,200})["'])?)/g;
const chained = /^\s{0,9}\)?\s{0,40}\.(versionRef|version)\b\s{0,3}\(?\s{0,9}(?:["']([^"'\n]{1,100})["']|(\w{1,80}))/;
/** A value that stands for the version it makes: `val kotlin = version("kotlin", "2.0")`. */
const versionValue = /\b(?:val|def)\s{1,9}(\w{1,80})\s{0,9}=\s{0,9}$/;
const catalogName = /\bcreate\s{0,3}\(\s{0,9}["'](\w{1,60})["']|^\s{0,40}(\w{1,60})\s{0,9}\{/gm;

const dotted = (key: string): string => key.replaceAll(/[-_]/g, '.');

/** What settings of Gradle declare of libraries in code, as a version catalog would in its file. */
export function settingsCatalog(clean: string): ManagedVersion[] {
  const start = clean.indexOf('versionCatalogs');
  if (start < 0) return [];
  const names = catalogNames(clean, start);
  const versions = new Map<string, string>();
  const found: (ManagedVersion & { readonly alias: string })[] = [];
  const bundles: { readonly alias: string; readonly of: readonly string[]; readonly line: number }[] = [];
  for (const match of clean.matchAll(entry)) {
    const [whole, kind, key = '', listed, first = '', second] = match;
    // A name that is put together in a loop stands for several.
    if (key.includes('$')) continue;
    const at = match.index;
    const line = clean.slice(0, at).split('\n').length;
    const catalog = names.findLast((one) => one.at < at)?.name ?? names[0]?.name ?? 'libs';
    if (kind === 'version') {
      const value = versionValue.exec(clean.slice(Math.max(0, at - 120), at))?.[1];
      for (const name of value === undefined ? [key] : [key, value]) versions.set(name, first);
    } else if (kind === 'bundle') {
      const of = [...(listed ?? '').matchAll(/["']([\w.-]{1,100})["']/g)].map(([, name = '']) => dotted(name));
      bundles.push({ alias: `${catalog}.bundles.${dotted(key)}`, of: of.map((name) => `${catalog}.${name}`), line });
    } else if (listed === undefined) {
      const [, way, written = '', value = ''] =
        chained.exec(clean.slice(at + whole.length, at + whole.length + 300)) ?? [];
      const [group, artifact, inline = ''] = second === undefined ? first.split(':') : [first, second];
      const version =
        way === 'versionRef' ? (versions.get(written || value) ?? '') : (versions.get(value) ?? (written || inline));
      if (kind === 'plugin')
        found.push({ alias: `${catalog}.plugins.${dotted(key)}`, name: `plugin:${first}`, version, line });
      else if (group && artifact && !`${group}${artifact}`.includes('$'))
        found.push({
          alias: `${catalog}.${dotted(key)}`,
          name: `${group}:${artifact}`,
          version: placeholders(version),
          line,
        });
    }
  }
  const inBundles = bundles.flatMap(({ alias, of, line }) =>
    of.flatMap((name) => found.filter((one) => one.alias === name).map((one) => ({ ...one, alias, line }))),
  );
  return [...found, ...inBundles];
}

/** The catalogs that are made, each from where it is named; what functions elsewhere add belongs to the last before them. */
function catalogNames(clean: string, start: number): { readonly name: string; readonly at: number }[] {
  const block = clean.slice(start, endOfBlock(clean, start));
  const inside = block.indexOf('{') + 1;
  return [...block.slice(inside).matchAll(catalogName)].map((match) => ({
    name: match[1] ?? match[2] ?? '',
    at: start + inside + match.index,
  }));
}

function endOfBlock(text: string, start: number): number {
  let depth = 0;
  for (let at = text.indexOf('{', start); at >= 0 && at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return text.length;
}
