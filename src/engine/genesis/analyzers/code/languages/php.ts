import type { CodeLanguage, PieceReader } from '../codeLanguage';
import { blank, linesBefore } from '../linesBefore';
import { collectReferences, phpNamesIn } from '../references';

/** `use A\B`, `use A\{B, C as D}`, `use function A\b`: one fact for each name, so that each has its own target. */
const readUse: PieceReader = ({ text, line }, draft) => {
  const words = text.replace(/\/\*[\s\S]*?(?:\*\/|$)|(?:\/\/|#)[^\n]*/g, blank);
  const [head = ''] = /^use\s+(?:(?:function|const)\s+)?/.exec(words) ?? [];
  const [open, shared] = /^([\w\\]+?)\\?\s*\{/.exec(words.slice(head.length)) ?? [''];
  const prefix = shared === undefined ? '' : `${shared}\\`;
  const begin = head.length + open.length;
  let at = line + linesBefore(words, begin);
  for (const part of words.slice(begin).split(',')) {
    const [, name, alias] = /^\s*(?:(?:function|const)\s+)?\\?([\w\\]+)(?:\s+as\s+(\w+))?[\s};]*$/i.exec(part) ?? [];
    const own = at + linesBefore(part, part.search(/\S/));
    at += linesBefore(part, part.length);
    if (name === undefined) continue;
    const last = name.slice(name.lastIndexOf('\\') + 1);
    const bindings = [{ local: alias ?? last, imported: last }];
    draft.imports.push({ specifier: prefix + name, line: own, kind: 'import', bindings });
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
