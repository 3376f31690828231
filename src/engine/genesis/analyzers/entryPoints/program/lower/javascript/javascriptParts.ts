import type { Node } from 'web-tree-sitter';
import { lineOf, namedChildren } from '../../lowering';
import type { Binding, Expression, MapEntry, Statement } from '../../program';
import { name, text } from '../../program';

export function lastNamed(node: Node): Node | null {
  return namedChildren(node).at(-1) ?? null;
}

export function stringText(node: Node): string {
  return namedChildren(node)
    .map((part) => (part.type === 'escape_sequence' ? part.text.slice(1) : part.text))
    .join('');
}

export function unquoted(node: Node | null): string {
  return node === null ? '' : node.text.slice(1, -1);
}

export function specifierBinding(node: Node): Binding {
  const imported = node.childForFieldName('name')?.text ?? node.text;
  return { local: node.childForFieldName('alias')?.text ?? imported, imported };
}

export function importOf(node: Node): Extract<Statement, { do: 'import' }> {
  const line = lineOf(node);
  const clause = namedChildren(node).find((child) => /^import_(clause|require_clause)$/.test(child.type));
  if (clause?.type === 'import_require_clause') {
    const specifier = unquoted(clause.childForFieldName('source'));
    const local = clause.namedChild(0)?.text ?? '';
    return { do: 'import', specifier, bindings: [{ local, imported: 'default' }], line };
  }
  const specifier = unquoted(node.childForFieldName('source'));
  const bindings = namedChildren(clause ?? null).flatMap((child): Binding[] => {
    if (child.type === 'identifier') return [{ local: child.text, imported: 'default' }];
    if (child.type === 'namespace_import') return [{ local: child.namedChild(0)?.text ?? '', imported: '*' }];
    return namedChildren(child).map(specifierBinding);
  });
  return { do: 'import', specifier, bindings, line };
}

/** The names that an object or list pattern binds, with the member each takes. */
export function patternBindings(pattern: Node): Binding[] {
  if (pattern.type === 'array_pattern')
    return namedChildren(pattern).flatMap((item, at) =>
      item.type === 'identifier' ? [{ local: item.text, imported: String(at) }] : [],
    );
  return namedChildren(pattern).flatMap((item): Binding[] => {
    if (item.type === 'shorthand_property_identifier_pattern') return [{ local: item.text, imported: item.text }];
    if (item.type === 'object_assignment_pattern') {
      const left = item.childForFieldName('left');
      return left === null ? [] : [{ local: left.text, imported: left.text }];
    }
    const key = item.childForFieldName('key');
    const value = item.childForFieldName('value');
    const target = value?.type === 'assignment_pattern' ? value.childForFieldName('left') : value;
    return key !== null && target?.type === 'identifier' ? [{ local: target.text, imported: key.text }] : [];
  });
}

/** The name of a type without its arguments, arrays and options: `express.Router` of `: express.Router | undefined`. */
export function typeName(node: Node | null): string | undefined {
  if (node === null) return undefined;
  switch (node.type) {
    case 'type_annotation':
    case 'array_type':
    case 'readonly_type':
    case 'union_type':
      return typeName(node.namedChild(0));
    case 'generic_type':
      return node.childForFieldName('name')?.text;
    case 'identifier':
    case 'type_identifier':
    case 'nested_type_identifier':
      return node.text;
    default:
      return undefined;
  }
}

/** `enum Routes { Users = '/users' }`: a map of what its members stand for. */
export function enumeration(node: Node, read: (value: Node) => Expression): Statement {
  const entries = namedChildren(node.childForFieldName('body')).flatMap((item): MapEntry[] => {
    const value = item.childForFieldName('value');
    const key = item.childForFieldName('name');
    return value === null || key === null ? [] : [{ key: text(key.text), value: read(value), line: lineOf(item) }];
  });
  const line = lineOf(node);
  const target = name(node.childForFieldName('name')?.text ?? '');
  return { do: 'set', target, value: { is: 'map', entries, line }, line, declares: true };
}
