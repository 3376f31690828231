import type { Node } from 'web-tree-sitter';
import type { ImportBinding, ImportFact } from '../../../facts/importGraph';
import type { CodeLanguage, PieceReader } from '../codeLanguage';
import { linesBefore } from '../linesBefore';

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
  const words = text.replace(/#[^\n]*/g, ' ');
  const [head, module] = /^from([\w.\s\\]+?)[\s\\]import\b/.exec(words) ?? [];
  if (head === undefined || module === undefined) return;
  const bindings = readNames(words.slice(head.length), line + linesBefore(words, head.length), line);
  const kind = kindOf(inFunction, node);
  draft.imports.push({ specifier: module.replace(/[\s\\]+/g, ''), line, kind, bindings });
};

/** `a, b as c`, in brackets or with line continuations, beginning in the line `first`; a line that is not `own` is told. */
function readNames(list: string, first: number, own: number): ImportBinding[] {
  let line = first;
  return list.split(',').flatMap((part) => {
    const [, imported, local] = /^[\s\\(]*(\w+|\*)(?:[\s\\]+as[\s\\]+(\w+))?[\s\\)]*$/.exec(part) ?? [];
    const at = line + linesBefore(part, part.search(/[\w*]/));
    line += linesBefore(part, part.length);
    if (imported === undefined) return [];
    return [{ local: local ?? imported, imported, ...(at === own ? {} : { line: at }) }];
  });
}

/** Whether only a type checker sees it, or only who starts the file as a program or has what it imports: what stands around it tells. */
function kindOf(inFunction: boolean, node: Node): ImportFact['kind'] {
  if (inFunction) return 'dynamic';
  for (let inner = node, outer = node.parent; outer !== null; inner = outer, outer = outer.parent) {
    if (outer.type === 'function_definition' || outer.type === 'except_clause') return 'dynamic';
    if (outer.type === 'try_statement' && outer.namedChildren.some(forgives)) return 'dynamic';
    if (outer.type !== 'if_statement' || outer.childForFieldName('consequence')?.id !== inner.id) continue;
    const condition = outer.childForFieldName('condition')?.text ?? '';
    if (/^(?:\w+\.)?TYPE_CHECKING$/.test(condition)) return 'type';
    if (mainGuard.test(condition) || /\bfind_spec\(/.test(condition)) return 'dynamic';
  }
  return 'import';
}

/** Goes on where what was imported is not there. */
const forgives = (part: Node | null): boolean =>
  part?.type === 'except_clause' &&
  /^except\s{0,9}(?:\*\s{0,9})?(?::|[^:\n]{0,200}\b(?:ImportError|ModuleNotFoundError|(?:Base)?Exception)\b)/.test(
    part.text.slice(0, 240),
  ) &&
  !/^except[^\n]{0,200}\n\s{0,40}raise\b/.test(part.text.slice(0, 300));

/** Whoever imports the file gets nothing of what stands below it. */
const mainGuard = /^\(?\s{0,4}(?:__name__\s{0,4}==\s{0,4}['"]__main__['"]|['"]__main__['"]\s{0,4}==\s{0,4}__name__)/;

const readImportModule: PieceReader = ({ text, line }, draft) => {
  const specifier = /^[\w.]+\(\s*f?(['"])([\w.]+)\1/.exec(text)?.[2];
  if (specifier !== undefined) draft.imports.push({ specifier, line, kind: 'dynamic', bindings: [] });
};

/** Declarations and most imports stand no deeper. */
const usualDepth = 7;

/** Reads what a query that goes no deeper than `depth` does not find. */
function below(depth: number, read: PieceReader): PieceReader {
  return (piece, draft) => {
    let level = 0;
    for (let around = piece.node.parent; around !== null && level <= depth; around = around.parent) level++;
    if (level > depth) read(piece, draft);
  };
}

export const python: CodeLanguage = {
  languages: ['python'],
  separator: '.',
  maxDepth: usualDepth,
  query: `
    (import_statement) @import
    (import_from_statement) @from
    (class_definition name: (_) @name) @class
    (function_definition name: (_) @name) @function
    (module (expression_statement (assignment left: (identifier) @name)) @constant)
  `,
  pieces: {
    import: readImport,
    from: readFromImport,
    deepImport: below(usualDepth, readImport),
    deepFrom: below(usualDepth, readFromImport),
    dynamic: readImportModule,
  },
  further: [
    {
      // Imports that functions make within their branches.
      when: /^[ \t]{12,60}(?:import|from)[ \t]/m,
      query: '[(import_statement) @deepImport (import_from_statement) @deepFrom]',
      maxDepth: 20,
    },
    {
      when: /\bimport_module\(/,
      query: `(call function: [(identifier) @called (attribute attribute: (identifier) @called)]
        arguments: (argument_list . (string)) (#eq? @called "import_module")) @dynamic`,
    },
  ],
  exported: ({ name, container }) => !name.startsWith('_') && (container === undefined || !/(^|\.)_/.test(container)),
};
