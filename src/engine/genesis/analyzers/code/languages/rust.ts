import { blanked } from '../../../languages/sourceText';
import type { CodeLanguage, PieceReader } from '../codeLanguage';
import { linesBefore } from '../linesBefore';
import { collectReferences } from '../references';
import { offsetInTree, useLeaves } from './rustUse';

/** `mod name;` makes `name.rs` a part of the crate. */
const readMod: PieceReader = ({ text, line, node, containers, file }, draft) => {
  const name = /\bmod\s+(?:r#)?(\w+)\s*;$/.exec(text)?.[1];
  if (name === undefined) return;
  const before = file.text.slice(Math.max(0, node.startIndex - 120), node.startIndex);
  const path = /#\[path\s*=\s*"([^"\n]+)"\]\s*(?:#\[[^\]\n]*\]\s*)?$/.exec(before)?.[1];
  const specifier = path === undefined ? ['self', ...containers, name].join('::') : `./${path}`;
  draft.imports.push({ specifier, line, kind: 'module', bindings: [{ local: name, imported: '*' }] });
};

/** Attributes that end right before `start`: what is made for tests only, or is left out of the documents, is no surface. */
function isHidden(text: string, start: number): boolean {
  return /#\[(?:doc\(hidden\)|cfg\(test\))\]\s{0,40}(?:#\[[^\]\n]{0,200}\]\s{0,40}){0,4}$/.test(
    text.slice(Math.max(0, start - 300), start),
  );
}

/** Whether `#[cfg(test)]` is among the attributes that end right before `start`. */
const isForTests = (text: string, start: number): boolean =>
  /#\[cfg\(test\)\]\s{0,40}(?:#\[[^\]\n]{0,200}\]\s{0,40}){0,4}$/.test(text.slice(Math.max(0, start - 300), start));

/** What a module of the file that is not public gives, it gives to the file. */
const isShut = (containers: readonly string[], { text }: { readonly text: string }): boolean =>
  containers.some(
    (name) =>
      /^\w{1,80}$/.test(name) && new RegExp(`^[ \\t]{0,40}(?:pub\\([^)\\n]{1,40}\\) )?mod ${name} \\{`, 'm').test(text),
  );

const readUse: PieceReader = ({ text, line, node, containers, inFunction, file }, draft) => {
  const [, visible, tree] = /^(pub(?:\([^)]*\))?\s+)?use\s+([\s\S]*?);?$/.exec(text) ?? [];
  if (tree === undefined) return;
  const kind = visible !== undefined ? 'reexport' : inFunction ? 'dynamic' : 'import';
  const byModule = new Map<string, { local: string; imported: string }[]>();
  for (const leaf of useLeaves(tree, inFunction ? 0 : containers.length)) {
    const bindings = byModule.get(leaf.module) ?? [];
    bindings.push({ local: leaf.local, imported: leaf.imported });
    byModule.set(leaf.module, bindings);
  }
  const isInternal =
    visible !== undefined && (visible.includes('(') || isHidden(file.text, node.startIndex) || isShut(containers, file))
      ? { isInternal: true as const }
      : {};
  const inTest = containers.some((name) => /(?:^|_)tests?$/.test(name)) ? { inTest: true as const } : {};
  for (const [specifier, names] of byModule) {
    const at = moduleOffset(text, specifier);
    const own = line + linesBefore(text, at);
    const bindings = at < 0 ? names : names.map((name) => ({ ...name, ...lineOfName(text, name.imported, at, own) }));
    draft.imports.push({ specifier, line: own, kind, bindings, ...isInternal, ...inTest });
  }
};

/** The line of a name behind the module that it is taken from, where that is another one than `own`. */
function lineOfName(text: string, name: string, from: number, own: number): { line?: number } {
  if (!/^\w+$/.test(name)) return {};
  const rest = text.slice(from);
  const lines = linesBefore(rest, rest.search(new RegExp(`\\b${name}\\b`)));
  return lines <= 0 ? {} : { line: own + lines };
}

/** Where a `use` that goes on over several lines names the module. */
function moduleOffset(text: string, module: string): number {
  if (!text.includes('\n')) return -1;
  const exact = offsetInTree(text, module);
  const name = module.slice(module.lastIndexOf(':') + 1);
  return exact >= 0 || !/^\w+$/.test(name) ? exact : text.search(new RegExp(`\\b${name}\\b`));
}

const readExternCrate: PieceReader = ({ text, line }, draft) => {
  const [, name, alias] = /\bcrate\s+(\w+)(?:\s+as\s+(\w+))?/.exec(text) ?? [];
  if (name === undefined || name === 'self') return;
  draft.imports.push({ specifier: name, line, kind: 'import', bindings: [{ local: alias ?? name, imported: '*' }] });
};

/** `crate::shop::Cup` and `shop::Cup` wherever they stand; comments, strings and what a type has are eaten. */
const paths =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\br#{1,3}"[\s\S]*?(?:"#|$)|"(?:[^"\\]|\\[\s\S])*"?|'(?:[^'\\\n]|\\.)'|(?:>|\b[A-Z]\w*)\s{0,9}::\s{0,9}\w+|(?<![\w:])(?!(?:std|core|alloc)::)([a-z_]\w*(?:::[A-Za-z_]\w*){1,12})/g;

const testModule =
  /^([ \t]{0,40})#\[cfg\((?:all\()?test\b[^\n]{0,200}\n(?:[ \t]{0,40}#[^\n]{0,200}\n){0,4}[ \t]{0,40}(?:pub )?mod \w{1,80} \{/gm;

/** The text with modules of tests blanked out: their bracket closes in the column where they begin. */
function withoutTests(text: string): string {
  if (!text.includes('#[cfg(')) return text;
  let rest = '';
  let at = 0;
  for (const { 0: head, 1: indent, index } of text.matchAll(testModule)) {
    if (index < at) continue;
    const closing = text.indexOf(`\n${indent}}`, index + head.length);
    const end = closing < 0 ? text.length : closing;
    rest += text.slice(at, index) + blanked(text.slice(index, end));
    at = end;
  }
  return rest + text.slice(at);
}

export const rust: CodeLanguage = {
  languages: ['rust'],
  separator: '::',
  maxDepth: 6,
  query: `
    (mod_item !body) @mod
    (mod_item name: (_) @name body: (_)) @module
    (use_declaration) @use
    (extern_crate_declaration) @crate
    (struct_item name: (_) @name) @class
    (union_item name: (_) @name) @class
    (trait_item name: (_) @name) @interface
    (enum_item name: (_) @name) @enum
    (type_item name: (_) @name) @type
    (const_item name: (_) @name) @constant
    (static_item name: (_) @name) @constant
    (function_item name: (_) @name) @function
    (function_signature_item name: (_) @name) @function
    (impl_item type: [(type_identifier) @name (generic_type type: (_) @name) (scoped_type_identifier name: (_) @name)]) @scope
  `,
  pieces: { mod: readMod, use: readUse, crate: readExternCrate },
  exported: ({ head, containerKind, start, file }) =>
    containerKind === 'interface' || (/\bpub\b(?!\s{0,5}\()/.test(head) && !isHidden(file.text, start)),
  references: (text, lineAt) => collectReferences(withoutTests(text), paths, lineAt),
  inTest: ({ containerKind, start, file }) => containerKind === undefined && isForTests(file.text, start),
};
