import type { Node } from 'web-tree-sitter';
import { joined, lineOf, namedChildren, textExpression } from '../../lowering';
import type { Argument, Expression, Statement } from '../../program';
import { dotted, member, name, other } from '../../program';
import type { LowerFile } from '../lowerFile';
import { RustDeclarations } from './rustDeclarations';
import { formatted, isBuiltForDevelopers, isLast, isOnlyWhereSet, isResult } from './rustParts';
import { mountsOf, ofFilter, pathFilter, readTokens } from './rustTokens';
import { usesOf } from './rustUses';

export const lowerRust: LowerFile = (file, root, hot) => new RustReader(hot, file.text.includes('warp')).program(root);

/** `<UsersApi as Routes>::configure` */
const asTrait = /^<\s?([\w:]+) as [\w:]+>/;

class RustReader extends RustDeclarations {
  /** What `return` gives back, beside the values with which blocks end. */
  private readonly returned = new Set<Statement>();

  constructor(
    hot: RegExp,
    private readonly hasFilters: boolean,
  ) {
    super(hot, 'rust');
  }

  protected statement(node: Node): void {
    if (isBuiltForDevelopers(node)) return;
    switch (node.type) {
      case 'use_declaration':
        usesOf(node.childForFieldName('argument'), '', lineOf(node), (statement) => this.lowering.push(statement));
        return;
      case 'mod_item':
        this.module(node);
        return;
      case 'const_item':
      case 'static_item':
        if (this.associatedConstant(node)) return;
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
      case 'trait_item':
        this.trait(node);
        return;
      case 'struct_item':
      case 'enum_item':
        this.struct(node);
        return;
      case 'expression_statement':
        this.expressionStatement(node);
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

  /** A branch at the end of a function needs no semicolon: the function gives back what it comes to. */
  private expressionStatement(node: Node): void {
    const inside = node.namedChild(0);
    if (inside?.type === 'for_expression') this.flatten(node);
    else if (/^(?:if|match)_expression$/.test(inside?.type ?? '') && isResult(node)) this.tail(node, this.inner(node));
    else this.lowering.pushRun(this.inner(node));
  }

  /** An expression without a semicolon: in a function its value is the result. */
  private tail(node: Node, value = this.expression(node)): void {
    if (value.is === 'other') return;
    if (node.parent?.type === 'block' && isLast(node)) this.lowering.push({ do: 'return', value });
    else this.lowering.pushRun(value);
  }

  /** `Self::routes` is a member of the type at hand. */
  private named(path: string): string {
    return this.implemented === undefined ? path : path.replace(/^Self(?=::)/, this.implemented.replace(/\./g, '::'));
  }

  private forExpression(node: Node): void {
    const body = node.childForFieldName('body');
    const pattern = node.childForFieldName('pattern');
    // `for (path, handler) in routes`
    const items =
      pattern?.type === 'tuple_pattern' ? namedChildren(pattern).map(({ text }) => text) : [pattern?.text ?? ''];
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
      case 'return_expression': {
        const statement: Statement = { do: 'return', value: this.inner(node) };
        this.returned.add(statement);
        this.lowering.push(statement);
        return other;
      }
      case 'string_literal':
      case 'raw_string_literal':
        return textExpression(
          namedChildren(node)
            .map((part) => part.text)
            .join(''),
        );
      case 'scoped_identifier':
      case 'scoped_type_identifier':
        return dotted(this.named(node.text.replace(asTrait, '$1').replace(/\s+|::<[^>]*>/g, '')), '::');
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
        if (isOnlyWhereSet(node)) return other;
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
        if (statement.do === 'return' && !this.returned.has(statement)) results.push(statement.value);
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
    const callee = this.expression(called);
    return { is: 'call', callee: this.hasFilters ? ofFilter(callee) : callee, args, line };
  }

  private macro(node: Node): Expression {
    const tokens = namedChildren(node).find((child) => child.type === 'token_tree');
    const called = (node.childForFieldName('macro')?.text ?? '').replace(/^.*::/, '');
    if (tokens === undefined) return other;
    if (called === 'mount_endpoints_and_merged_docs') {
      for (const mount of mountsOf(tokens)) this.lowering.pushRun(mount);
      return other;
    }
    if (called === 'path' && this.hasFilters) return pathFilter(tokens, lineOf(node));
    const args = readTokens(tokens);
    if (called === 'format') return formatted(args);
    if (called === 'concat') return joined(args.map((argument) => argument.value));
    if (called === 'vec') return { is: 'list', items: args.map((argument) => argument.value) };
    return { is: 'call', callee: name(`${called}!`), args, line: lineOf(node) };
  }
}
