import type { CodeLanguage, PieceReader } from '../codeLanguage';
import { collectReferences, csharpNames, withoutProperties } from '../references';

const readUsing: PieceReader = ({ text, line }, draft) => {
  const [, isGlobal, isStatic, alias, name] =
    /^(global\s+)?using\s+(static\s+)?(?:(\w+)\s*=\s*)?(?:global::)?([\w.]+)\s*;?\s*$/.exec(text) ?? [];
  if (name === undefined) return;
  const last = name.slice(name.lastIndexOf('.') + 1);
  const bindings =
    alias !== undefined
      ? [{ local: alias, imported: last }]
      : isStatic !== undefined
        ? [{ local: '*', imported: last }]
        : [{ local: '*', imported: '*' }];
  draft.imports.push({ specifier: name, line, kind: isGlobal === undefined ? 'import' : 'reexport', bindings });
};

const readNamespace: PieceReader = ({ text }, draft) => {
  draft.namespace ??= /^namespace\s+([\w.]+)/.exec(text)?.[1];
};

export const csharp: CodeLanguage = {
  languages: ['csharp'],
  separator: '.',
  maxDepth: 8,
  query: `
    (using_directive) @using
    (namespace_declaration) @namespace
    (file_scoped_namespace_declaration) @namespace
    (class_declaration name: (_) @name) @class
    (struct_declaration name: (_) @name) @class
    (record_declaration name: (_) @name) @class
    (interface_declaration name: (_) @name) @interface
    (enum_declaration name: (_) @name) @enum
    (delegate_declaration name: (_) @name) @type
    (method_declaration name: (_) @name) @method
  `,
  pieces: { using: readUsing, namespace: readNamespace },
  extension: /^\s{0,9}(?:<[^<>()]{0,200}>)?\s{0,9}\(\s{0,40}this\s/,
  exported: ({ head, containerKind }) => containerKind === 'interface' || /\bpublic\b/.test(head),
  references: (text, lineAt) => withoutProperties(collectReferences(text, csharpNames, lineAt), text),
};
