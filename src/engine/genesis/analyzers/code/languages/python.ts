import type { Node } from 'web-tree-sitter';
import type { ImportBinding, ImportFact } from '../../../facts/importGraph';
import type { CodeLanguage, PieceReader } from '../codeLanguage';

/** Comments, line continuations and brackets of an import do not matter. */
function plain(text: string): string {
  return text
    .replace(/#[^\n]*/g, ' ')
    .replace(/[\\()\s]+/g, ' ')
    .trim();
}

const readImport: PieceReader = ({ text, line, inFunction, node }, draft) => {
  const kind = kindOf(inFunction, node);
  for (const part of plain(text).slice('import '.length).split(',')) {
    const [, module, alias] = /^\s*([\w.]+)(?: as (\w+))?\s*$/.exec(part) ?? [];
    if (module === undefined) continue;
    draft.imports.push({ specifier: module, line, kind, bindings: [{ local: alias ?? module, imported: '*' }] });
  }
};

const readFromImport: PieceReader = ({ text, line, inFunction, node }, draft) => {
  const [, module, names] = /^from ([\w. ]+?) import (.*)$/.exec(plain(text)) ?? [];
  if (module === undefined || names === undefined) return;
  const bindings: ImportBinding[] = names.split(',').flatMap((part) => {
    const [, imported, local] = /^\s*(\w+|\*)(?: as (\w+))?\s*$/.exec(part) ?? [];
    return imported === undefined ? [] : [{ local: local ?? imported, imported }];
  });
  const kind = kindOf(inFunction, node);
  draft.imports.push({ specifier: module.replaceAll(' ', ''), line, kind, bindings });
};

/** Whether only a type checker sees it: that stands in the statement around the import's block. */
function kindOf(inFunction: boolean, node: Node): ImportFact['kind'] {
  if (inFunction) return 'dynamic';
  const block = node.parent;
  if (block === null || block.parent === null) return 'import';
  return /^if\s+(?:\w+\.)?TYPE_CHECKING\s*:/.test(block.parent.text) ? 'type' : 'import';
}

const readImportModule: PieceReader = ({ text, line }, draft) => {
  const specifier = /^[\w.]+\(\s*f?(['"])([\w.]+)\1/.exec(text)?.[2];
  if (specifier !== undefined) draft.imports.push({ specifier, line, kind: 'dynamic', bindings: [] });
};

export const python: CodeLanguage = {
  languages: ['python'],
  separator: '.',
  maxDepth: 7,
  query: `
    (import_statement) @import
    (import_from_statement) @from
    (class_definition name: (_) @name) @class
    (function_definition name: (_) @name) @function
    (module (expression_statement (assignment left: (identifier) @name)) @constant)
  `,
  pieces: { import: readImport, from: readFromImport, dynamic: readImportModule },
  further: [
    {
      when: /\bimport_module\(/,
      query: `(call function: [(identifier) @called (attribute attribute: (identifier) @called)]
        arguments: (argument_list . (string)) (#eq? @called "import_module")) @dynamic`,
    },
  ],
  exported: ({ name, container }) => !name.startsWith('_') && (container === undefined || !/(^|\.)_/.test(container)),
};
