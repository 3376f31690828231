import type { Node } from 'web-tree-sitter';
import { fieldNodes, joined, lineOf, namedChildren, textExpression } from '../lowering';
import type { Argument, Expression, MapEntry, Parameter, Statement } from '../program';
import { dotted, member, name, other, text } from '../program';
import { GoBranches } from './goBranches';
import {
  elementTypes,
  emptyMap,
  fieldsOf,
  gatheredIn,
  isOnlyWhereSet,
  made,
  packageName,
  takesRoutes,
  typeName,
  withNames,
} from './goParts';
import { GoScopes, opensScope } from './goScopes';
import { LanguageReader } from './languageReader';
import type { LowerFile } from './lowerFile';

export const lowerGo: LowerFile = (_file, root, hot) => {
  const clause = namedChildren(root).find((node) => node.type === 'package_clause');
  return new GoReader(hot, 'go').program(root, clause?.namedChild(0)?.text);
};

class GoReader extends LanguageReader {
  private readonly scopes = new GoScopes();
  private readonly branches = new GoBranches({
    expression: (node) => this.expression(node),
    block: (node) => this.scopes.within(false, () => this.block(node)),
    push: (statement) => this.lowering.push(statement),
  });
  private known: ReadonlyMap<string, Node> | undefined;

  protected statement(node: Node): void {
    switch (node.type) {
      case 'import_declaration':
        for (const spec of node.descendantsOfType('import_spec')) if (spec !== null) this.importSpec(spec);
        return;
      case 'const_declaration':
      case 'var_declaration':
        for (const spec of node.descendantsOfType(['const_spec', 'var_spec'])) if (spec !== null) this.spec(spec);
        return;
      case 'type_declaration':
        for (const spec of namedChildren(node)) if (spec.type === 'type_spec') this.typeSpec(spec);
        return;
      case 'function_declaration':
      case 'method_declaration':
        this.functionDeclaration(node);
        return;
      case 'short_var_declaration':
      case 'assignment_statement':
        this.assign(node);
        return;
      case 'expression_statement':
      case 'go_statement':
      case 'defer_statement':
        this.lowering.pushRun(this.inner(node));
        return;
      case 'return_statement': {
        const [first] = namedChildren(namedChildren(node)[0] ?? null);
        if (first !== undefined) this.lowering.push({ do: 'return', value: this.expression(first) });
        return;
      }
      case 'for_statement':
        this.forStatement(node);
        return;
      default:
        if (node.type === 'if_statement' && this.branches.ifStatement(node)) return;
        if (opensScope.test(node.type)) this.scopes.within(false, () => this.flatten(node));
        else if (/statement|clause|source_file/.test(node.type)) this.flatten(node);
    }
  }

  private importSpec(node: Node): void {
    const specifier = node.childForFieldName('path')?.text.slice(1, -1) ?? '';
    const local = node.childForFieldName('name')?.text ?? packageName(specifier);
    if (local === '_' || local === '.') return;
    const bindings = [{ local, imported: '*' }];
    this.lowering.push({ do: 'import', specifier, bindings, line: lineOf(node) });
  }

  private spec(node: Node): void {
    const values = namedChildren(node.childForFieldName('value'));
    const type = typeName(node.childForFieldName('type'));
    fieldNodes(node, 'name').forEach((target, at) => {
      const value = values.length === 0 ? this.zero(node) : this.expression(values[at]);
      this.set(this.scopes.declare(target.text), value, node, type);
    });
  }

  /** `var registrars []func(*gin.Engine)`: a list to which others add. */
  private zero(node: Node): Expression {
    return node.childForFieldName('type')?.type === 'slice_type' ? { is: 'list', items: [] } : other;
  }

  private typeSpec(node: Node): void {
    const type = node.childForFieldName('type');
    if (type?.type !== 'struct_type') return;
    this.lowering.push(
      this.lowering.addClass({
        name: node.childForFieldName('name')?.text ?? '',
        line: lineOf(node),
        kind: 'struct',
        bases: [],
        decorators: [],
        fields: fieldsOf(type),
        methods: [],
        body: [],
      }),
    );
  }

  private functionDeclaration(node: Node): void {
    const [receiver] = this.parameters(node.childForFieldName('receiver'));
    const result = node.childForFieldName('result');
    const returns = typeName(
      result?.type === 'parameter_list' ? (result.namedChild(0)?.childForFieldName('type') ?? null) : result,
    );
    const parameters = this.parameters(node.childForFieldName('parameters'));
    // What registers routes may be called by any name.
    const isTelling = takesRoutes(parameters);
    const { id } = this.lowering.addFunction({
      name: node.childForFieldName('name')?.text ?? '',
      line: lineOf(node),
      parameters,
      body: this.bodyOf(node, [...parameters, ...(receiver === undefined ? [] : [receiver])], true, isTelling),
      ...(returns === undefined ? {} : { returns }),
      ...(receiver === undefined ? {} : { receiver }),
    });
    this.lowering.push({ do: 'function', id });
  }

  private bodyOf(node: Node, parameters: readonly Parameter[], declared: boolean, isTelling: boolean): Statement[] {
    return this.scopes.within(true, () => {
      for (const parameter of parameters) this.scopes.declare(parameter.name);
      const body = node.childForFieldName('body');
      return this.branches.inFunction(parameters, () => this.body(body, declared, () => true, isTelling));
    });
  }

  private parameters(node: Node | null): Parameter[] {
    return namedChildren(node).flatMap((parameter): Parameter[] => {
      const type = typeName(parameter.childForFieldName('type'));
      const names = fieldNodes(parameter, 'name');
      const typed = type === undefined ? {} : { type };
      if (parameter.type === 'variadic_parameter_declaration') return [{ name: names[0]?.text ?? '', rest: true }];
      return names.length === 0 ? [{ name: '', ...typed }] : names.map((target) => ({ name: target.text, ...typed }));
    });
  }

  private assign(node: Node): void {
    const targets = namedChildren(node.childForFieldName('left'));
    const values = namedChildren(node.childForFieldName('right'));
    const declares = node.type === 'short_var_declaration';
    const isAdding = node.childForFieldName('operator')?.text === '+=';
    targets.forEach((target, at) => {
      // Of `r, err := New()` the first is what is made.
      const source = values.length === 1 && at > 0 ? undefined : values[at];
      if (source === undefined || target.text === '_' || (!declares && isOnlyWhereSet(node, target, source))) return;
      const gathered = gatheredIn(source, target, (item) => this.expression(item));
      const value = gathered ?? this.expression(source);
      if (declares) this.scopes.declare(target.text);
      this.lowering.push({
        do: 'set',
        target: this.expression(target),
        value,
        line: lineOf(node),
        ...(gathered === undefined && !isAdding ? {} : { appends: true }),
        ...(declares ? { declares } : {}),
      });
    });
  }

  private forStatement(node: Node): void {
    const body = node.childForFieldName('body');
    if (body === null) return;
    const range = namedChildren(node).find((child) => child.type === 'range_clause');
    if (range === undefined) {
      this.scopes.within(false, () => this.flatten(body));
      return;
    }
    const of = this.expression(range.childForFieldName('right'));
    this.scopes.within(false, () => {
      const [key = '_', item = '_'] = namedChildren(range.childForFieldName('left')).map(({ text: written }) =>
        this.scopes.declare(written),
      );
      this.lowering.push({ do: 'each', items: key === '_' ? [item] : [key, item], of, body: this.block(body) });
    });
  }

  protected read(node: Node): Expression {
    switch (node.type) {
      case 'identifier':
        return name(this.scopes.nameOf(node.text));
      case 'type_identifier':
        return name(node.text);
      case 'parenthesized_expression':
      case 'literal_element':
        return this.inner(node);
      case 'interpreted_string_literal':
      case 'raw_string_literal':
        return textExpression(node.text.slice(1, -1).replace(/\\(["\\])/g, '$1'));
      case 'int_literal':
      case 'true':
      case 'false':
        return text(node.text);
      case 'selector_expression':
        return member(this.expression(node.childForFieldName('operand')), node.childForFieldName('field')?.text ?? '');
      case 'qualified_type':
        return dotted(node.text, '.');
      case 'call_expression':
        return this.call(node);
      case 'composite_literal':
        return this.composite(node);
      case 'literal_value':
        return this.literal(node);
      case 'func_literal': {
        const taken = this.parameters(node.childForFieldName('parameters'));
        return this.functionValue(lineOf(node), taken, this.bodyOf(node, taken, false, takesRoutes(taken)));
      }
      case 'unary_expression':
        return this.expression(node.childForFieldName('operand'));
      case 'type_assertion_expression':
        return this.expression(node.childForFieldName('operand'));
      case 'index_expression': {
        const value = this.expression(node.childForFieldName('operand'));
        const key = this.expression(node.childForFieldName('index'));
        return key.is === 'text' ? member(value, key.text) : other;
      }
      case 'binary_expression':
        if (node.childForFieldName('operator')?.text !== '+') return other;
        return joined(['left', 'right'].map((side) => this.expression(node.childForFieldName(side))));
      default:
        return other;
    }
  }

  private call(node: Node): Expression {
    const called = node.childForFieldName('function');
    if (called === null) return other;
    const line = lineOf(called.childForFieldName('field') ?? called);
    const [type] = called.text === 'make' ? namedChildren(node.childForFieldName('arguments')) : [];
    if (type?.type === 'map_type') return emptyMap(node);
    const args = namedChildren(node.childForFieldName('arguments')).map((argument): Argument => {
      if (argument.type === 'variadic_argument') return { value: this.inner(argument), spread: true };
      return this.positional(argument, line);
    });
    // `new(mux.Router)` is `&mux.Router{}`.
    if (called.text === 'new' && args[0] !== undefined)
      return { is: 'call', callee: args[0].value, args: [], line, makes: true };
    return { is: 'call', callee: this.expression(called), args, line };
  }

  /** Inside of a slice or a map the type of the elements need not be written again. */
  private element(node: Node, type: Node | null): Expression {
    const value = node.type === 'literal_element' ? (node.namedChild(0) ?? node) : node;
    if (value.type !== 'literal_value' || type === null) return this.expression(value);
    // `[]struct{ path string; handler http.HandlerFunc }{{"/users", list}}`
    if (type.type === 'struct_type') return withNames(this.literal(value), fieldsOf(type), lineOf(node));
    return made(
      this.expression(type.type === 'pointer_type' ? type.namedChild(0) : type),
      this.literal(value),
      lineOf(node),
    );
  }

  private composite(node: Node): Expression {
    const type = node.childForFieldName('type');
    const body = node.childForFieldName('body');
    const rows = type?.type === 'type_identifier' ? (this.elements(type).get(type.text) ?? null) : null;
    const element = rows ?? type?.childForFieldName(type.type === 'map_type' ? 'value' : 'element') ?? null;
    const read = body === null ? other : this.literal(body, element, type?.type === 'map_type');
    const literal = type?.type === 'map_type' && read.is === 'list' ? emptyMap(node) : read;
    const isRow = rows !== null || /^(?:slice|array|implicit_length_array|map)_type$/.test(type?.type ?? '');
    if (type === null || isRow) return literal;
    return made(this.expression(type), literal, lineOf(node));
  }

  private elements(at: Node): ReadonlyMap<string, Node> {
    this.known ??= elementTypes(at);
    return this.known;
  }

  private literal(node: Node, elementType: Node | null = null, isMap = false): Expression {
    const elements = namedChildren(node);
    if (!elements.some((element) => element.type === 'keyed_element'))
      return { is: 'list', items: elements.map((element) => this.element(element, elementType)) };
    const entries = elements.map((element): MapEntry => {
      const key = element.childForFieldName('key');
      const written = key?.namedChild(0) ?? key;
      // A name as a key is a field of the struct; in a map it is a constant.
      const read = written?.type === 'identifier' && !isMap ? text(written.text) : this.expression(written);
      const value = element.childForFieldName('value');
      return { key: read, value: value === null ? other : this.element(value, elementType), line: lineOf(element) };
    });
    return { is: 'map', entries, line: lineOf(node) };
  }
}
