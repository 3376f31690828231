/** One name that a `use` brings in. */
export interface UseLeaf {
  /** Path of the module it comes from: `crate::a`, `super::b`, `serde`. */
  readonly module: string;
  /** Name there; `*` for the module itself or all its names. */
  readonly imported: string;
  /** Name here; `*` for all names. */
  readonly local: string;
}

/**
 * Spreads the tree of a `use` (`crate::a::{b, c as d, e::*}`) into its leaves. Inside of `inlineModules` modules written
 * in the same file, a `super` leads only out of the innermost of them.
 */
export function useLeaves(tree: string, inlineModules: number): readonly UseLeaf[] {
  const plain = tree
    .replace(/\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ?(::|[{},]) ?/g, '$1')
    .trim();
  return spread(plain, '', 0).map((leaf) => ({ ...leaf, module: outOfInline(leaf.module, inlineModules) }));
}

function spread(tree: string, prefix: string, depth: number): UseLeaf[] {
  const open = tree.indexOf('{');
  if (open === -1) return [leafOf(prefix + tree)].filter((leaf) => leaf !== undefined);
  const head = prefix + tree.slice(0, open);
  // Real code nests three levels at the most, and its paths fit a line.
  if (depth > 16 || head.length > 1_000) return [];
  return splitTop(tree.slice(open + 1, tree.lastIndexOf('}'))).flatMap((part) => spread(part, head, depth + 1));
}

function splitTop(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < list.length; at++) {
    const mark = list[at];
    if (mark === '{') depth++;
    else if (mark === '}') depth--;
    else if (mark === ',' && depth === 0) {
      parts.push(list.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(list.slice(start));
  return parts.filter((part) => part !== '');
}

function leafOf(path: string): UseLeaf | undefined {
  const [, full, alias] = /^((?:::)?[\w:#*]+)(?: as (\w+))?$/.exec(path) ?? [];
  if (full === undefined) return undefined;
  const parts = full.replaceAll('r#', '').replace(/^::/, '').split('::');
  const last = parts.pop() ?? '';
  const module = parts.join('::');
  if (last === '*') return { module, imported: '*', local: '*' };
  if (last === 'self') return { module, imported: '*', local: alias ?? parts.at(-1) ?? '' };
  if (module === '') return { module: last, imported: '*', local: alias ?? last };
  return { module, imported: last, local: alias ?? last };
}

function outOfInline(module: string, inlineModules: number): string {
  if (inlineModules === 0) return module;
  if (module === 'self' || module.startsWith('self::')) return module;
  const parts = module.split('::');
  let supers = 0;
  while (parts[supers] === 'super') supers++;
  if (supers === 0) return module;
  const left = supers - Math.min(supers, inlineModules);
  const out = [...Array<string>(left).fill('super'), ...parts.slice(supers)];
  return left === 0 ? ['self', ...out].join('::') : out.join('::');
}

const treeTokens = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\bas\s{1,9}\w+|[{},]|(?:r#)?\w+/g;

/** Where the tree of a `use` names the last part of a module, by the whole path; -1 where it does not. */
export function offsetInTree(text: string, module: string): number {
  const start = text.search(/\buse\s/) + 'use'.length;
  const around: string[] = [];
  let path = '';
  for (const { 0: token, index } of text.matchAll(treeTokens)) {
    if (index < start) continue;
    if (token === '{') around.push(path);
    else if (token === '}') path = around.pop() ?? '';
    else if (token === ',') path = around.at(-1) ?? '';
    else if (/^(?:r#)?\w+$/.test(token)) {
      path = path === '' ? token : `${path}::${token}`;
      if (path.replaceAll('r#', '') === module) return index;
    }
  }
  return -1;
}
