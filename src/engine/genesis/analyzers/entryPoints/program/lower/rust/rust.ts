import type { Node } from 'web-tree-sitter';
import { lineOf, namedChildren, textExpression } from '../../lowering';
import type { Argument, Decorator, Expression, FieldDeclaration, MapEntry, Parameter } from '../../program';
import { dotted, member, name, other, text } from '../../program';
import { LanguageReader } from '../languageReader';
import type { LowerFile } from '../lowerFile';
import { attributesBefore, formatted, isLast, typeName } from './rustParts';
import { readTokens } from './rustTokens';
import { usesOf } from './rustUses';

export const lowerRust: LowerFile = (_file, root, hot) => new RustReader(hot, 'rust').program(root);

class RustReader extends LanguageReader {
  /** The type of the `impl` block that is being read. */
  private implemented: string | undefined;
  /** Names of the inline modules around. */
  private readonly inside: string[] = [];

  protected statement(node: Node): void {
    switch (node.type) {
      case 'use_declaration':
        usesOf(node.childForFieldName('argument'), '', lineOf(node), (statement) => this.lowering.push(statement));
        return;
      case 'mod_item':
        this.module(node);
        return;
      case 'const_item':
      case 'static_item':
        this.set(node.childForFieldName('name')?.text ?? '', this.expression(node.childForFieldName('value')), node);
        return;
      case 'let_declaration':
        this.let(node);
        return;
      case 'function_item':
        this.lowering.push({ do: 'function', id: this.functionItem(node) });
        return;
      case 'impl_item':
        this.impl(node);
        return;
      case 'struct_item':
      case 'enum_item':
        this.struct(node);
        return;
      case 'expression_statement':
        this.lowering.pushRun(this.inner(node));
        return;
      case 'for_expression':
        this.forExpression(node);
        return;
      case 'source_file':
      case 'declaration_list':
      case 'block':
        this.flatten(node);
        return;
      default:
        if (!/item|comment|definition/.test(node.type)) this.tail(node);
    }
  }

  /** An expression without a semicolon: in a function its value is the result. */
  private tail(node: Node): void {
    const value = this.expression(node);
    if (value.is === 'other') return;
    if (node.parent?.type === 'block' && isLast(node)) this.lowering.push({ do: 'return', value });
    else this.lowering.pushRun(value);
  }

  private module(node: Node): void {
    const body = node.childForFieldName('body');
    const local = node.childForFieldName('name')?.text ?? '';
    if (body === null) {
      this.lowering.push({
        do: 'import',
        specifier: ['self', ...this.inside, local].join('::'),
        bindings: [{ local, imported: '*' }],
        line: lineOf(node),
      });
      return;
    }
    const isTest = attributesBefore(node).some((attribute) => attribute.text.includes('cfg(test)'));
    if (!isTest) this.inlineModule(node, body, local);
  }

  /** Its names count in the whole file, except those that the file has itself; its functions are also its members. */
  private inlineModule(node: Node, body: Node, local: string): void {
    const own = new Set(
      namedChildren(node.parent)
        .filter((sibling) => sibling.type === 'function_item')
        .map((sibling) => sibling.childForFieldName('name')?.text),
    );
    const entries: MapEntry[] = [];
    this.inside.push(local);
    const statements = this.lowering.block(() => this.flatten(body));
    this.inside.pop();
    for (const statement of statements) {
      const declared = statement.do === 'function' ? this.lowering.functions[statement.id] : undefined;
      if (declared === undefined || !own.has(declared.name)) this.lowering.push(statement);
      if (declared === undefined || statement.do !== 'function' || declared.receiver !== undefined) continue;
      entries.push({ key: text(declared.name), value: { is: 'function', id: statement.id }, line: declared.line });
    }
    if (entries.length > 0) this.set(local, { is: 'map', entries, line: lineOf(node) }, node);
  }

  private let(node: Node): void {
    const pattern = node.childForFieldName('pattern');
    const value = this.expression(node.childForFieldName('value'));
    const names = pattern?.type === 'tuple_pattern' ? namedChildren(pattern) : pattern === null ? [] : [pattern];
    const [first] = names;
    if (first === undefined) return;
    const target = first.type === 'mut_pattern' ? (first.namedChild(1) ?? first) : first;
    if (names.length > 1) {
      names.forEach((item, at) => {
        this.set(item.text.replace(/^mut /, ''), member(value, String(at)), node);
      });
    } else this.set(target.text.replace(/^mut /, ''), value, node, typeName(node.childForFieldName('type')));
  }

  private impl(node: Node): void {
    const before = this.implemented;
    this.implemented = typeName(node.childForFieldName('type'));
    const body = node.childForFieldName('body');
    if (body !== null) this.flatten(body);
    this.implemented = before;
  }

  private functionItem(node: Node): number {
    const list = node.childForFieldName('parameters');
    const returns = typeName(node.childForFieldName('return_type'));
    const decorators = this.attributes(node);
    const type = this.implemented;
    const hasSelf = namedChildren(list).some((parameter) => parameter.type === 'self_parameter');
    return this.lowering.addFunction({
      name: node.childForFieldName('name')?.text ?? '',
      line: lineOf(node),
      parameters: this.parameters(list),
      body: this.body(node.childForFieldName('body'), true, (body) => body.type === 'block'),
      ...(decorators.length === 0 ? {} : { decorators }),
      ...(returns === undefined ? {} : { returns: returns === 'Self' && type !== undefined ? type : returns }),
      ...(type === undefined ? {} : { receiver: { name: 'self', type } }),
      ...(type !== undefined && !hasSelf ? { static: true } : {}),
    }).id;
  }

  private parameters(node: Node | null): Parameter[] {
    return namedChildren(node)
      .filter((parameter) => parameter.type === 'parameter' || parameter.type === 'identifier')
      .map((parameter) => {
        const pattern = parameter.childForFieldName('pattern') ?? parameter;
        const type = typeName(parameter.childForFieldName('type'));
        const parameterName = pattern.text.replace(/^mut /, '');
        return type === undefined ? { name: parameterName } : { name: parameterName, type };
      });
  }

  private struct(node: Node): void {
    const fields = namedChildren(node.childForFieldName('body')).flatMap((field): FieldDeclaration[] => {
      const type = typeName(field.childForFieldName('type'));
      const fieldName = field.childForFieldName('name')?.text;
      if (fieldName === undefined) return [];
      return [
        {
          name: fieldName,
          line: lineOf(field),
          ...(type === undefined ? {} : { type }),
          ...this.fieldDecorators(field),
        },
      ];
    });
    this.lowering.push(
      this.lowering.addClass({
        name: node.childForFieldName('name')?.text ?? '',
        line: lineOf(node),
        kind: 'struct',
        bases: [],
        decorators: this.attributes(node),
        fields,
        methods: [],
        body: [],
      }),
    );
  }

  private fieldDecorators(field: Node): { decorators?: Decorator[] } {
    const decorators = this.attributes(field);
    return decorators.length === 0 ? {} : { decorators };
  }

  private attributes(node: Node): Decorator[] {
    return attributesBefore(node).flatMap((item): Decorator[] => {
      const attribute = item.namedChild(0);
      const path = attribute?.namedChild(0)?.text;
      if (attribute === null || path === undefined) return [];
      const callee = dotted(path, '::');
      const list = attribute.childForFieldName('arguments');
      const line = lineOf(item);
      return [{ value: list === null ? callee : { is: 'call', callee, args: readTokens(list), line }, line }];
    });
  }

  private forExpression(node: Node): void {
    const body = node.childForFieldName('body');
    const items = [node.childForFieldName('pattern')?.text ?? ''];
    const of = this.expression(node.childForFieldName('value'));
    this.lowering.push({ do: 'each', items, of, body: body === null ? [] : this.block(body) });
  }

  protected read(node: Node): Expression {
    switch (node.type) {
      case 'identifier':
      case 'self':
      case 'type_identifier':
        return name(node.text);
      case 'reference_expression':
      case 'unary_expression':
        return this.expression(node.childForFieldName('value') ?? node.namedChild(0));
      case 'await_expression':
      case 'try_expression':
      case 'parenthesized_expression':
        return this.inner(node);
      case 'return_expression':
        this.lowering.push({ do: 'return', value: this.inner(node) });
        return other;
      case 'string_literal':
      case 'raw_string_literal':
        return textExpression(
          namedChildren(node)
            .map((part) => part.text)
            .join(''),
        );
      case 'scoped_identifier':
      case 'scoped_type_identifier':
        return dotted(node.text.replace(/\s+|::<[^>]*>/g, ''), '::');
      case 'generic_function':
        return this.expression(node.childForFieldName('function'));
      case 'field_expression':
        return member(this.expression(node.childForFieldName('value')), node.childForFieldName('field')?.text ?? '');
      case 'call_expression':
        return this.call(node);
      case 'macro_invocation':
        return this.macro(node);
      case 'closure_expression':
        return this.functionValue(
          lineOf(node),
          this.parameters(node.childForFieldName('parameters')),
          this.body(node.childForFieldName('body'), false, (body) => body.type === 'block'),
        );
      case 'array_expression':
      case 'tuple_expression':
        return this.list(node);
      case 'struct_expression': {
        const callee = dotted((node.childForFieldName('name')?.text ?? '').replace(/<.*$/, ''), '::');
        const args = namedChildren(node.childForFieldName('body')).map((field): Argument => {
          const key = field.childForFieldName('field')?.text ?? field.text;
          return { value: this.expression(field.childForFieldName('value') ?? field.namedChild(0)), name: key };
        });
        return { is: 'call', callee, args, line: lineOf(node), makes: true };
      }
      case 'assignment_expression': {
        const target = this.expression(node.childForFieldName('left'));
        const value = this.expression(node.childForFieldName('right'));
        this.lowering.push({ do: 'set', target, value, line: lineOf(node) });
        return target;
      }
      case 'block':
      case 'async_block':
      case 'if_expression':
      case 'match_expression':
        return this.branches(node);
      default:
        return other;
    }
  }

  /** The values with which the blocks inside end: one of them is the value of the whole. */
  private branches(node: Node): Expression {
    const results: Expression[] = [];
    const visit = (current: Node, depth: number): void => {
      if (depth > 8) return;
      if (current.type !== 'block') {
        for (const child of namedChildren(current))
          if (/block|clause|if_expression|match_(?:block|arm)/.test(child.type)) visit(child, depth + 1);
          else if (current.type === 'match_arm' && child.id === current.childForFieldName('value')?.id)
            results.push(this.expression(child));
        return;
      }
      const statements = this.block(current);
      for (const statement of statements) {
        if (statement.do === 'return') results.push(statement.value);
        else this.lowering.push(statement);
      }
    };
    visit(node, 0);
    return results.length === 1
      ? (results[0] ?? other)
      : results.length === 0
        ? other
        : { is: 'either', options: results };
  }

  private call(node: Node): Expression {
    const called = node.childForFieldName('function');
    if (called === null) return other;
    const line = lineOf(called.childForFieldName('field') ?? called);
    const args = namedChildren(node.childForFieldName('arguments'))
      .filter((argument) => argument.type !== 'attribute_item')
      .map((argument) => this.positional(argument, line));
    return { is: 'call', callee: this.expression(called), args, line };
  }

  private macro(node: Node): Expression {
    const tokens = namedChildren(node).find((child) => child.type === 'token_tree');
    const called = (node.childForFieldName('macro')?.text ?? '').replace(/^.*::/, '');
    if (tokens === undefined) return other;
    const args = readTokens(tokens);
    if (called === 'format' || called === 'concat') return formatted(args);
    if (called === 'vec') return { is: 'list', items: args.map((argument) => argument.value) };
    return { is: 'call', callee: name(`${called}!`), args, line: lineOf(node) };
  }
}
