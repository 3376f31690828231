import type { Node } from 'web-tree-sitter';
import type { ImportBinding } from '../../../facts/importGraph';
import type { PieceReader } from '../codeLanguage';
import { linesBefore } from '../linesBefore';

/** `require('x')` and `import('x')`, wherever they stand, with the names that an assignment binds. */
export const readRequire: PieceReader = ({ text, line, node, file }, draft) => {
  const specifier = /^\w+\s*\(\s*(?:\/\*[\s\S]*?(?:\*\/|$)\s*)?(?:'([^'\n]*)'|"([^"\n]*)"|`([^`$\n]*)`)/.exec(text);
  const name = specifier?.[1] ?? specifier?.[2] ?? specifier?.[3];
  if (name === undefined || name === '') return;
  // A module that is handed on whole is read as a re-export.
  if (/\bmodule\.exports\s*=\s*$/.test(file.text.slice(Math.max(0, node.startIndex - 40), node.startIndex))) return;
  const dynamic = text.startsWith('import') || isInFunction(node);
  const bindings = bindingsAround(node, file.text);
  const at = line + linesBefore(text, specifier?.[0].length ?? 0);
  draft.imports.push({ specifier: name, line: at, kind: dynamic ? 'dynamic' : 'require', bindings });
};

function isInFunction(node: Node): boolean {
  for (let around = node.parent; around !== null; around = around.parent)
    if (/function|method/.test(around.type)) return true;
  return false;
}

/** Climbs from the call to `const a = …`, `const { a, b: c } = …`, `const a = ….b` and `const a = (await …).b`. */
function bindingsAround(call: Node, text: string): readonly ImportBinding[] {
  let node = call.parent;
  let imported = '*';
  for (; node !== null; node = node.parent) {
    if (node.type === 'await_expression' || node.type === 'parenthesized_expression') continue;
    if (node.type !== 'member_expression' || imported !== '*') break;
    const property = node.childForFieldName('property');
    if (property === null) return [];
    imported = text.slice(property.startIndex, property.endIndex);
  }
  if (node?.type !== 'variable_declarator') return [];
  const pattern = node.childForFieldName('name');
  if (pattern === null) return [];
  const names = text.slice(pattern.startIndex, pattern.endIndex);
  if (pattern.type === 'identifier') return [{ local: names, imported }];
  return pattern.type === 'object_pattern' && imported === '*' ? namesOf(names) : [];
}

/** `{ a, b: c, d = 1 }` → a, b as c, d. Nested patterns are left out. */
function namesOf(pattern: string): ImportBinding[] {
  return pattern
    .replace(/\s+/g, ' ')
    .slice(1, -1)
    .split(',')
    .flatMap((part) => {
      const found = /^\s*([\w$]+)\s*(?::\s*([\w$]+))?\s*(?:=[^>].*)?$/.exec(part);
      return found?.[1] === undefined ? [] : [{ local: found[2] ?? found[1], imported: found[1] }];
    });
}

/** `module.exports = a`, `module.exports = { a, b: c }`, `exports.a = b`, and chains of them. */
export const readCommonJsExport: PieceReader = ({ text, line, node, file, inFunction }, draft) => {
  const left = /^\s*(module\s*\.\s*exports|exports)(?:\s*\.\s*([\w$]+))?\s*=/.exec(text);
  if (left === null || inFunction) return;
  const right = node.childForFieldName('right');
  if (right === null) return;
  const value = file.text.slice(right.startIndex, right.endIndex);
  const exported = left[2];
  if (exported !== undefined) {
    if (exported !== 'default' || right.type === 'identifier')
      draft.exports.push({ exported, local: localName(right, value) ?? exported });
    return;
  }
  if (left[1] === 'exports' && right.type !== 'assignment_expression') return;
  const forwarded = /^require\s*\(\s*['"]([^'"\n]*)['"]\s*\)$/.exec(value)?.[1];
  if (forwarded !== undefined) {
    const bindings = [{ local: 'default', imported: '*' }];
    draft.imports.push({ specifier: forwarded, line, kind: 'reexport', bindings });
  } else if (right.type === 'object') readExportedObject(right, file.text, draft);
  else if (right.type !== 'assignment_expression')
    draft.exports.push({ exported: 'default', local: localName(right, value) ?? 'default' });
};

function localName(value: Node, text: string): string | undefined {
  if (value.type === 'identifier') return text;
  return /^(?:async\s+)?(?:function\s*\*?|class)\s+([\w$]+)/.exec(text)?.[1];
}

function readExportedObject(object: Node, text: string, draft: Parameters<PieceReader>[1]): void {
  for (const member of object.namedChildren) {
    const key = member.childForFieldName('key') ?? member.childForFieldName('name') ?? member;
    const value = member.childForFieldName('value');
    if (key.type !== 'property_identifier' && key.type !== 'shorthand_property_identifier') continue;
    const exported = text.slice(key.startIndex, key.endIndex);
    const local = value?.type === 'identifier' ? text.slice(value.startIndex, value.endIndex) : exported;
    draft.exports.push({ exported, local });
  }
}
