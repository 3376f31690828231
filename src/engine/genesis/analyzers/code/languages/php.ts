import type { CodeLanguage, PieceReader } from '../codeLanguage';
import { collectReferences, phpNamesIn } from '../references';

/** `use A\B`, `use A\{B, C as D}`, `use function A\b`: one fact for each name, so that each has its own target. */
const readUse: PieceReader = ({ text, line }, draft) => {
  const plain = text.replace(/\/\*[\s\S]*?(?:\*\/|$)|(?:\/\/|#)[^\n]*/g, ' ').replace(/\s+/g, ' ');
  const body = /^use (?:(?:function|const) )?(.*?);?$/.exec(plain)?.[1]?.trim() ?? '';
  const group = /^([\w\\]+?)\\? ?\{(.*)\}$/.exec(body);
  const prefix = group?.[1] === undefined ? '' : `${group[1]}\\`;
  for (const part of (group?.[2] ?? body).split(',')) {
    const [, name, alias] = /^ ?(?:(?:function|const) )?\\?([\w\\]+)(?: as (\w+))? ?$/i.exec(part) ?? [];
    if (name === undefined) continue;
    const last = name.slice(name.lastIndexOf('\\') + 1);
    const bindings = [{ local: alias ?? last, imported: last }];
    draft.imports.push({ specifier: prefix + name, line, kind: 'import', bindings });
  }
};

/** Only paths that can be read off: from `__DIR__`, `dirname(__DIR__)` or plain. */
const readInclude: PieceReader = ({ text, line, inFunction }, draft) => {
  const path =
    /^\w+\s*\(?\s*(?:(__DIR__|dirname\s*\(\s*__FILE__\s*\)|dirname\s*\(\s*__DIR__\s*\))\s*\.\s*)?(?:'([^'\n$]*)'|"([^"\n$]*)")\s*\)?$/.exec(
      text,
    );
  const file = path?.[2] ?? path?.[3];
  if (file === undefined) return;
  const up = path?.[1]?.includes('__DIR__') === true && path[1].startsWith('dirname') ? '..' : '.';
  const specifier = path?.[1] === undefined && !file.startsWith('.') ? file : `${up}/${file.replace(/^\.?\//, '')}`;
  draft.imports.push({ specifier, line, kind: inFunction ? 'dynamic' : 'require', bindings: [] });
};

const readNamespace: PieceReader = ({ text }, draft) => {
  draft.namespace ??= /^namespace\s+([\w\\]+)/.exec(text)?.[1];
};

export const php: CodeLanguage = {
  languages: ['php'],
  separator: '.',
  maxDepth: 5,
  query: `
    (namespace_definition name: (_)) @namespace
    (namespace_use_declaration) @use
    (include_expression) @include
    (include_once_expression) @include
    (require_expression) @include
    (require_once_expression) @include
    (class_declaration name: (_) @name) @class
    (trait_declaration name: (_) @name) @class
    (interface_declaration name: (_) @name) @interface
    (enum_declaration name: (_) @name) @enum
    (function_definition name: (_) @name) @function
    (method_declaration name: (_) @name) @method
  `,
  pieces: { namespace: readNamespace, use: readUse, include: readInclude },
  exported: ({ head }) => !/\b(?:private|protected)\b/.test(head),
  references: (text, lineAt) => collectReferences(text, phpNamesIn(text), lineAt),
};
