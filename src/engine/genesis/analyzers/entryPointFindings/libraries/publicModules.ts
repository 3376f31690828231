import type { Extractor } from '../../../extractor';
import { lineAt } from '../namedLine';

/** What a library says by name that it gives to others, with its line: modules of Rust, and what `__all__` of Python lists. */
export interface PublicModule {
  readonly name: string;
  readonly line: number;
  /** A function that makes it, which nobody calls by its own name. */
  readonly madeBy?: string;
}

/** Its own words say that a library of Rust is a part of a program, and no more. */
const forDevelopers =
  /\b(?:for development purposes|(?:not|isn't|never) (?:intended|meant|designed|supposed) (?:to be used as|for use as|as|to be) an? (?:public |general )?library|(?:internal|private) (?:library|crate|api)\b|no (?:semver|stability) guarantees?)\b/i;

const declared = /^pub mod (\w{1,80})\s{0,5}[;{]/;
const attribute = /^#\[/;
/** What is hidden from the documents is not meant for others. */
const hidden = /^#\[doc\(hidden\)\]|^#\[cfg\(test\)\]/;

/** A list is given, or added to, wherever that stands: a module that is not there may take a part of it away. */
const listed = /^[ \t]{0,40}__all__\s{0,4}(?::[^=\n]{1,60})?(?:\+?=|\.(?:extend|append)\()(.{0,2000})$/;
const changed = /^[ \t]{0,40}(?:del\s{1,4}__all__|__all__\s{0,4}(?:\[|\.(?:remove|insert|pop|clear|sort)\())/m;
const mostLines = 3_000;
const mostNames = 5_000;

/** `pub mod config;` at the top of a library: most libraries of Rust give little but their modules. */
export const publicModules: Extractor<readonly PublicModule[]> = {
  id: 'entryPoints.publicModules',
  version: 7,
  wants: (file) => file.role === 'source' && /(?:^|\/)(?:lib\.rs|__init__\.py)$/.test(file.path),
  extract(file) {
    if (file.path.endsWith('.py')) return listedNames(file.text);
    const head = /^(?:\/\/![^\n]{0,300}\n){1,80}/.exec(file.text)?.[0];
    if (head !== undefined && forDevelopers.test(head.replace(/\n\/\/!\s{0,9}/g, ' ')))
      return [{ name: unlisted, line: 1 }];
    const lines = file.text.split('\n');
    const found = lines.flatMap((line, index): PublicModule[] => {
      const name = declared.exec(line)?.[1];
      return name === undefined || isHidden(lines, index) ? [] : [{ name, line: index + 1 }];
    });
    const all = [...found, ...derivesIn(file.text), ...namesInMacros(lines)];
    return all.length === 0 ? undefined : all;
  },
};

/** `#[proc_macro_derive(Cup, attributes(cup))]`: what is derived has that name, and not the one of the function. */
const derive =
  /^#\[proc_macro_derive\(\s{0,40}(\w{1,80})[^\]]{0,400}\]\s{1,9}(?:(?:#\[[^\n]{0,200}|\/\/[^\n]{0,300})\n){0,9}pub fn (\w{1,80})/gm;

function derivesIn(text: string): PublicModule[] {
  if (!text.includes('proc_macro_derive')) return [];
  return [...text.matchAll(derive)].map(({ 1: name = '', 2: madeBy = '', index }) => ({
    name,
    line: lineAt(text, index),
    madeBy,
  }));
}

const opensMacro = /^[a-z_]\w{0,60}!\s{0,3}\{\s{0,3}$/;
const usedInside = /^[ \t]{1,12}pub (?:mod (\w{1,80})\s{0,5}[;{]|use\s([^;]{1,2000});)/gm;

/** What stands in a macro at the top, as in one that asks for a feature: `if_server! { pub mod server; pub use tea::{Cup, Pot}; }`. */
function namesInMacros(lines: readonly string[]): PublicModule[] {
  const found: PublicModule[] = [];
  for (let start = 0; start < lines.length; start++) {
    if (!opensMacro.test(lines[start] ?? '')) continue;
    const end = lines.findIndex((line, at) => at > start && /^\}/.test(line));
    const block = lines.slice(start + 1, end < 0 ? start + 1 : end).join('\n');
    for (const { 1: module, 2: used = '', index } of block.matchAll(usedInside)) {
      const line = start + 2 + block.slice(0, index).split('\n').length - 1;
      const names = module === undefined ? namesOfUse(used) : [module];
      for (const name of names) if (!found.some((one) => one.name === name)) found.push({ name, line });
    }
    if (end > start) start = end;
  }
  return found.slice(0, mostNames);
}

/** `self::tea::{Cup, Pot as Kettle}`: names of one list, each by its last word. */
function namesOfUse(used: string): string[] {
  const list = /\{([^{}]*)\}\s*$/.exec(used)?.[1] ?? used;
  return list.split(',').flatMap((item) => /(?:^|::|\bas\s|\s)(\w{1,80})\s*$/.exec(item.trim())?.[1] ?? []);
}

function isHidden(lines: readonly string[], index: number): boolean {
  for (let above = index - 1; attribute.test(lines[above] ?? ''); above--)
    if (hidden.test(lines[above] ?? '')) return true;
  return false;
}

/** Stands for names that are worked out. */
export const unlisted = '*';

/** What `__all__` lists; `unlisted` alone where some of it is no plain text. */
function listedNames(text: string): readonly PublicModule[] | undefined {
  const lines = text.split('\n');
  const found = lines.flatMap((line, index) => {
    const rest = listed.exec(line)?.[1];
    return rest === undefined ? [] : [{ line: index + 1, names: namesFrom(lines, index, rest) }];
  });
  const [first] = found;
  if (first === undefined) return undefined;
  if (changed.test(text) || found.some(({ names }) => names === undefined))
    return [{ name: unlisted, line: first.line }];
  const all = new Map<string, PublicModule>();
  for (const { names = [] } of found) for (const one of names) if (!all.has(one.name)) all.set(one.name, one);
  return [...all.values()].slice(0, mostNames);
}

/** The texts from here to the end of the list, or nothing where something else stands between them or behind it. */
function namesFrom(lines: readonly string[], index: number, rest: string): PublicModule[] | undefined {
  const names: PublicModule[] = [];
  let open = '';
  for (let at = index; at < Math.min(lines.length, index + mostLines); at++) {
    const row = (at === index ? rest : (lines[at] ?? '')).replace(/#.*$/, '');
    for (const [piece, , text] of row.matchAll(/(["'])(\w{1,80})\1|[[\](),\\]|\s{1,200}|./g)) {
      if (text !== undefined) names.push({ name: text, line: at + 1 });
      else if (/[[(]/.test(piece)) open += piece;
      else if (/[\])]/.test(piece)) open = open.slice(0, -1);
      else if (!/^[\s,\\]/.test(piece)) return undefined;
    }
    if (open === '') return names;
  }
  return undefined;
}
