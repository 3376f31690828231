import type { Node } from 'web-tree-sitter';
import { given } from '../../conditions';
import { joined, lineOf, namedChildren, textExpression } from '../../lowering';
import type { Argument, Expression, MapEntry } from '../../program';
import { chosen, dotted, member, name, other, ownerMark, text } from '../../program';
import { builtForUsers } from '../developmentOnly';
import { LanguageReader } from '../languageReader';
import type { LowerFile } from '../lowerFile';
import { CSharpDeclarations, typeArguments, typeName } from './csharpDeclarations';

export const lowerCSharp: LowerFile = (_file, root, hot) =>
  new CSharpReader(hot, 'csharp').program(root, namespaceOf(root));

function namespaceOf(root: Node): string | undefined {
  const declaration = namedChildren(root).find((node) => /namespace_declaration$/.test(node.type));
  return declaration?.childForFieldName('name')?.text;
}

const wrappers = new Set([
  'parenthesized_expression',
  'await_expression',
  'postfix_unary_expression',
  'checked_expression',
]);

export class CSharpReader extends LanguageReader {
  private readonly declarations = new CSharpDeclarations(this);

  statement(node: Node): void {
    if (this.declarations.declare(node)) return;
    switch (node.type) {
      case 'using_directive': {
        const alias = node.childForFieldName('name');
        const target = namedChildren(node).at(-1)?.text ?? '';
        const bindings = alias === null ? [] : [{ local: alias.text, imported: 'default' }];
        this.lowering.push({ do: 'import', specifier: target, bindings, line: lineOf(node) });
        return;
      }
      case 'expression_statement':
        this.lowering.pushRun(this.inner(node));
        return;
      case 'variable_declaration':
        this.variables(node);
        return;
      case 'return_statement':
        this.lowering.push({ do: 'return', value: this.inner(node) });
        return;
      case 'foreach_statement': {
        const body = node.childForFieldName('body');
        const of = this.expression(node.childForFieldName('right'));
        const statements = this.lowering.block(() => {
          if (body !== null) this.statement(body);
        });
        this.lowering.push({ do: 'each', items: [node.childForFieldName('left')?.text ?? ''], of, body: statements });
        return;
      }
      case 'preproc_if':
      case 'preproc_elif':
        for (const part of builtForUsers(node)) this.statement(part);
        return;
      default:
        if (/statement|block|clause|section|namespace|declaration_list|preproc/.test(node.type)) this.flatten(node);
    }
  }

  private variables(node: Node): void {
    const type = typeName(node.childForFieldName('type'));
    for (const declarator of namedChildren(node)) {
      if (declarator.type !== 'variable_declarator') continue;
      const [, value] = namedChildren(declarator);
      this.set(declarator.childForFieldName('name')?.text ?? '', this.expression(value), declarator, type);
    }
  }

  lambdaOrBody(node: Node | null, declared: boolean) {
    const expression = node?.type === 'arrow_expression_clause' ? (namedChildren(node)[0] ?? null) : node;
    return this.body(expression, declared, (body) => body.type === 'block');
  }

  read(node: Node): Expression {
    if (wrappers.has(node.type)) return this.inner(node);
    switch (node.type) {
      case 'identifier':
      case 'this':
      case 'base':
      case 'implicit_parameter':
        return name(node.text);
      case 'generic_name':
        return name(node.namedChild(0)?.text ?? '');
      case 'qualified_name':
        return member(this.expression(node.childForFieldName('qualifier')), node.childForFieldName('name')?.text ?? '');
      case 'string_literal':
      case 'verbatim_string_literal':
      case 'raw_string_literal':
        return textExpression(literalText(node));
      case 'integer_literal':
      case 'boolean_literal':
        return text(node.text);
      case 'interpolated_string_expression':
        return this.interpolated(node);
      case 'member_access_expression':
        if (/^[sS]tring\.Empty$/.test(node.text)) return text('');
        return member(this.expression(node.childForFieldName('expression')), memberName(node));
      case 'conditional_access_expression':
        return this.inner(node);
      case 'element_access_expression': {
        const key = node.childForFieldName('subscript')?.namedChild(0)?.namedChild(0);
        return chosen(this.expression(node.childForFieldName('expression')), this.expression(key), lineOf(node));
      }
      case 'invocation_expression':
        return this.invocation(node);
      case 'object_creation_expression':
      case 'implicit_object_creation_expression':
        return this.creation(node);
      case 'anonymous_object_creation_expression':
        return this.anonymousObject(node);
      case 'lambda_expression':
      case 'anonymous_method_expression':
        return this.functionValue(
          lineOf(node),
          this.declarations.parameters(node.childForFieldName('parameters')),
          this.lambdaOrBody(node.childForFieldName('body'), false),
        );
      case 'implicit_array_creation_expression':
      case 'array_creation_expression':
        return this.expression(namedChildren(node).find((child) => child.type === 'initializer_expression'));
      case 'initializer_expression':
        return this.list(node);
      case 'collection_expression':
      case 'element_binding_expression':
        return { is: 'list', items: namedChildren(node).map((item) => this.expression(item.namedChild(0) ?? item)) };
      case 'conditional_expression':
        return this.conditional(node);
      case 'typeof_expression':
        return name(typeName(node.childForFieldName('type')) ?? '');
      case 'cast_expression':
        return this.expression(node.childForFieldName('value'));
      case 'binary_expression':
        return this.binary(node);
      case 'assignment_expression':
        return this.assignment(node);
      default:
        return other;
    }
  }

  private interpolated(node: Node): Expression {
    return joined(
      namedChildren(node)
        .filter((part) => part.type !== 'interpolation_start')
        .map((part) => {
          if (part.type !== 'interpolation') return text(part.text.replace(/\{\{/g, '{').replace(/\}\}/g, '}'));
          return this.expression(namedChildren(part).find((child) => child.type !== 'interpolation_brace'));
        }),
    );
  }

  private invocation(node: Node): Expression {
    const called = node.childForFieldName('function');
    if (called === null) return other;
    const argumentList = node.childForFieldName('arguments');
    if (called.text === 'nameof') {
      const named = argumentList?.namedChild(0)?.text ?? '';
      return text(named.slice(named.lastIndexOf('.') + 1));
    }
    const line = lineOf(called.childForFieldName('name') ?? called);
    const args = this.args(argumentList, line);
    // `Group<Admin>()`: where nothing else is handed over, the type is what the call is about.
    if (args.length === 0)
      args.push(
        ...typeArguments(called.childForFieldName('name') ?? called).map((type) => ({
          value: dotted(type),
          name: '<>',
        })),
      );
    // `type.GetMethod(nameof(IEndpoint.Map))`: whose method it is.
    const [, owner] = /\.GetMethod\(\s{0,40}nameof\(\s{0,9}(\w{1,80})\.\w/.exec(node.text.slice(0, 200)) ?? [];
    if (owner !== undefined) args.push({ value: text(owner), name: ownerMark });
    const call: Expression = { is: 'call', callee: this.expression(called), args, line };
    // `[Authorize]` on the function that handles a route says the same as `RequireAuthorization` behind it.
    return isAuthorized(argumentList)
      ? { is: 'call', callee: member(call, 'RequireAuthorization'), args: [], line }
      : call;
  }

  private creation(node: Node): Expression {
    const line = lineOf(node);
    const args = this.args(node.childForFieldName('arguments'), line);
    const initializer = node.childForFieldName('initializer');
    for (const entry of namedChildren(initializer)) {
      const left = entry.childForFieldName('left');
      const right = entry.childForFieldName('right');
      if (left !== null && right !== null) args.push({ value: this.expression(right), name: left.text });
    }
    const type = typeName(node.childForFieldName('type')) ?? '';
    // What it is made for are the methods that it lets through.
    if (type === 'HttpMethodRouteConstraint') return { is: 'list', items: args.map((argument) => argument.value) };
    return { is: 'call', callee: name(type), args, line, makes: true };
  }

  /** `new { controller = "Packages", action = "Upload" }`. */
  private anonymousObject(node: Node): Expression {
    const entries: MapEntry[] = [];
    node.children.forEach((mark, at) => {
      const key = node.children[at - 1];
      const value = node.children[at + 1];
      if (mark?.type === '=' && key != null && value != null)
        entries.push({ key: text(key.text), value: this.expression(value), line: lineOf(value) });
    });
    return { is: 'map', entries, line: lineOf(node) };
  }

  args(node: Node | null, line: number): Argument[] {
    return namedChildren(node).map((argument): Argument => {
      const named = argument.childForFieldName('name');
      // `this` is a mark of the grammar, no node with a name.
      const value = namedChildren(argument).at(-1) ?? argument.lastChild;
      if (value === null) return { value: other };
      const passed = this.positional(value, line);
      return named === null ? passed : { ...passed, name: named.text };
    });
  }

  private binary(node: Node): Expression {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    const operator = node.childForFieldName('operator')?.text;
    if (operator === '+') return joined([this.expression(left), this.expression(right)]);
    return operator === '??' ? this.otherwise(left, right) : other;
  }

  /** `group ?? app`, and `group is null ? app : group`, which says the same. */
  private otherwise(first: Node | null, second: Node | null): Expression {
    const value = this.options([first, second]);
    const isNamed = first?.type === 'identifier' && value.is === 'either';
    return isNamed ? { ...value, when: given(name(first.text)) } : value;
  }

  private conditional(node: Node): Expression {
    const [, tested, missing] =
      /^\(?(\w{1,60})\s{1,4}(is null|== null|is not null|!= null)\)?$/.exec(
        node.childForFieldName('condition')?.text ?? '',
      ) ?? [];
    const [yes, no] = [node.childForFieldName('consequence'), node.childForFieldName('alternative')];
    const isMissing = missing === 'is null' || missing === '== null';
    if (tested !== undefined && (isMissing ? no : yes)?.text === tested)
      return isMissing ? this.otherwise(no, yes) : this.otherwise(yes, no);
    return this.options(tellingFirst(node));
  }

  private assignment(node: Node): Expression {
    const target = this.expression(node.childForFieldName('left'));
    const value = this.expression(node.childForFieldName('right'));
    if (target.is === 'name' || target.is === 'member')
      this.lowering.push({ do: 'set', target, value, line: lineOf(node) });
    return target;
  }
}

/**
 * `name is null ? "/api" : $"/api/{name}"`: what is put together with the name that is looked at comes first, for with
 * nothing in its place it says the same as the other.
 */
function tellingFirst(node: Node): (Node | null)[] {
  const yes = node.childForFieldName('consequence');
  const no = node.childForFieldName('alternative');
  const tested = /[A-Za-z_]\w*(?=\s+is\b|\s*[=!]=\s*null|\))/.exec(
    node.childForFieldName('condition')?.text ?? '',
  )?.[0];
  const isUsed = (branch: Node | null): boolean =>
    tested !== undefined && branch?.type === 'interpolated_string_expression' && branch.text.includes(`{${tested}}`);
  return isUsed(no) ? [no, yes] : [yes, no];
}

function memberName(node: Node): string {
  const called = node.childForFieldName('name');
  return called?.type === 'generic_name' ? (called.namedChild(0)?.text ?? '') : (called?.text ?? '');
}

function literalText(node: Node): string {
  const parts = namedChildren(node);
  if (parts.length > 0) return parts.map((part) => part.text).join('');
  return node.text.replace(/^[$@]*"+|"+$/g, '');
}

function isAuthorized(argumentList: Node | null): boolean {
  return namedChildren(argumentList).some((argument) => {
    const attributes = argument.namedChild(0)?.namedChild(0);
    return attributes?.type === 'attribute_list' && attributes.text.startsWith('[Authorize');
  });
}
