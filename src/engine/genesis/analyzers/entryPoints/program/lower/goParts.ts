import type { Node } from 'web-tree-sitter';
import { fieldNodes, lineOf, namedChildren } from '../lowering';
import type { Argument, Expression, FieldDeclaration, MapEntry, MapExpression, Parameter } from '../program';
import { registering, text } from '../program';
import { partsOf } from '../slice/registrars';

/** `map[string]http.HandlerFunc{}`, `make(map[string]http.HandlerFunc)`. */
export const emptyMap = (node: Node): MapExpression => ({ is: 'map', entries: [], line: lineOf(node) });

/** `tables = append(tables, users, posts)`, `tables = append(tables, more...)`: what is put behind the rest. */
export function gatheredIn(source: Node, target: Node, read: (node: Node) => Expression): Expression | undefined {
  if (source.type !== 'call_expression' || source.childForFieldName('function')?.text !== 'append') return undefined;
  const [list, ...items] = namedChildren(source.childForFieldName('arguments'));
  if (list?.text !== target.text) return undefined;
  if (items.every((item) => item.type !== 'variadic_argument')) return { is: 'list', items: items.map(read) };
  const more = items.length === 1 ? items[0]?.namedChild(0) : undefined;
  return more === undefined || more === null ? undefined : read(more);
}

/** The name by which a package is used: the last part of its path, without version and the usual `go-`. */
export function packageName(specifier: string): string {
  const parts = specifier.split('/');
  let last = parts.at(-1) ?? specifier;
  if (/^v\d+$/.test(last) && parts.length > 1) last = parts.at(-2) ?? last;
  return last
    .replace(/\.v\d+$/, '')
    .replace(/^go-/, '')
    .replace(/-go$/, '');
}

/** The name of a type without pointers, slices and type arguments. */
export function typeName(node: Node | null): string | undefined {
  switch (node?.type) {
    case 'pointer_type':
    case 'slice_type':
    case 'parenthesized_type':
      return typeName(node.childForFieldName('element') ?? node.namedChild(0));
    case 'generic_type':
      return typeName(node.childForFieldName('type'));
    case 'type_identifier':
    case 'qualified_type':
      return node.text;
    case 'function_type':
      return registers.test(node.text) ? registering : undefined;
    default:
      return undefined;
  }
}

/** The fields of a struct. */
export function fieldsOf(type: Node): FieldDeclaration[] {
  return namedChildren(namedChildren(type)[0] ?? null).flatMap((field): FieldDeclaration[] => {
    const fieldType = typeName(field.childForFieldName('type'));
    if (fieldType === undefined) return [];
    const names = fieldNodes(field, 'name').map((fieldName) => fieldName.text);
    // An embedded struct is a field by the name of its type.
    const all = names.length > 0 ? names : [fieldType.slice(fieldType.lastIndexOf('.') + 1)];
    return all.map((fieldName) => ({ name: fieldName, line: lineOf(field), type: fieldType }));
  });
}

/** `func(method string, path string, f ...gin.HandlerFunc) gin.IRoutes`: what takes a path and what answers it. */
const registers = /^func\([^()]{0,200}\bstring\b[^()]{0,200}\b(?:\w{1,30}\.)?Handler(?:Func)?\b/;

const routerType =
  /\.(?:Router|Mux|ServeMux|Engine|RouterGroup|Group|Echo|IRouters?|IRoutes|Party|Macaron|Flame)$|^huma\.API$/;

/** `func setupV1(r chi.Router, …)` may do nothing but hand the router on to others; what is given a route registers it. */
export const takesRoutes = (parameters: readonly Parameter[]): boolean =>
  parameters.some(({ type }) => type !== undefined && (type === registering || routerType.test(type))) ||
  partsOf(parameters) !== undefined;

/** A row of a table whose columns the type of the table names. */
export function withNames(row: Expression, fields: readonly FieldDeclaration[], line: number): Expression {
  if (row.is !== 'list') return row;
  const entries = row.items.flatMap((value, at): MapEntry[] => {
    const name = fields[at]?.name;
    return name === undefined ? [] : [{ key: text(name), value, line }];
  });
  return { is: 'map', entries, line };
}

/** The types of the elements of types that are lists, `type Routes []Route`, of the file around a node. */
export function elementTypes(inside: Node): ReadonlyMap<string, Node> {
  let root = inside;
  while (root.parent !== null) root = root.parent;
  const found = new Map<string, Node>();
  for (const declared of namedChildren(root))
    for (const spec of declared.type === 'type_declaration' ? namedChildren(declared) : []) {
      const type = spec.childForFieldName('type');
      const element = type?.type === 'slice_type' ? type.childForFieldName('element') : null;
      if (element !== null) found.set(spec.childForFieldName('name')?.text ?? '', element);
    }
  return found;
}

/** `Route{Method: "GET"}` as a call of the type. */
export function made(callee: Expression, literal: Expression, line: number): Expression {
  const args: Argument[] =
    literal.is === 'map'
      ? literal.entries.map((entry) => ({
          value: entry.value,
          name: entry.key.is === 'text' ? entry.key.text : '',
          ...(entry.line === line ? {} : { line: entry.line }),
        }))
      : literal.is === 'list'
        ? literal.items.map((value) => ({ value }))
        : [];
  return { is: 'call', callee, args, line, makes: true };
}

const setsPrefix = /^(?:With)?(?:Path)?Prefix$|^(?:Sub)?(?:Group|[rR]outer?)$/;

/**
 * `if conf.Prefix != "" { base = conf.Prefix + base }`, `r = r.WithPrefix(conf.Prefix)`: what is put before a path only where
 * somebody sets it.
 */
export function isOnlyWhereSet(assignment: Node, target: Node, source: Node): boolean {
  if (target.type !== 'identifier') return false;
  let test = assignment.parent;
  while (test?.type === 'block' || test?.type === 'statement_list') test = test.parent;
  const condition = test?.type === 'if_statement' ? test.childForFieldName('condition')?.text : undefined;
  if (condition === undefined || !/!= *"\/?"/.test(condition)) return false;
  if (source.type === 'binary_expression')
    return source.childForFieldName('right')?.text === target.text && source.childForFieldName('left')?.text[0] !== '"';
  const called = source.type === 'call_expression' ? source.childForFieldName('function') : null;
  const [prefix] = namedChildren(source.childForFieldName('arguments'));
  return (
    called?.type === 'selector_expression' &&
    called.childForFieldName('operand')?.text === target.text &&
    setsPrefix.test(called.childForFieldName('field')?.text ?? '') &&
    prefix?.type === 'selector_expression'
  );
}
