import type { Node } from 'web-tree-sitter';
import { joined, lineOf, namedChildren, textExpression } from '../../lowering';
import type { Argument, Expression, FileProgram, MapEntry, Statement } from '../../program';
import { member, name, other, text } from '../../program';
import { LanguageReader } from '../languageReader';
import type { LowerFile } from '../lowerFile';
import { className, PhpDeclarations } from './phpDeclarations';

export const lowerPhp: LowerFile = (_file, root, hot) => {
  const declaration = namedChildren(root).find((node) => node.type === 'namespace_definition');
  const reader = new PhpReader(hot, 'php');
  reader.isInNamespace = declaration !== undefined;
  const program = reader.program(root, declaration?.childForFieldName('name')?.text);
  return { ...program, body: [...reader.importsBesides(program), ...program.body] };
};

export class PhpReader extends LanguageReader {
  private readonly declarations = new PhpDeclarations(this);
  /** Names without a slash before them begin in the namespace of the file. */
  isInNamespace = false;
  /** Namespaces and classes by the names under which the file uses them. */
  readonly used = new Map<string, string>();
  /** Classes that are named with the whole of their path, where they stand first. */
  private readonly whole = new Map<string, Extract<Statement, { do: 'import' }>>();

  /** `\Slim\App` needs no import: it says itself what one would say. */
  importsBesides({ body, classes }: FileProgram): readonly Statement[] {
    const known = new Set(classes.map((declared) => declared.name));
    for (const statement of body)
      if (statement.do === 'import') for (const { local } of statement.bindings) known.add(local);
    return [...this.whole].flatMap(([local, statement]) => (known.has(local) ? [] : [statement]));
  }

  private qualified(node: Node): Expression {
    const local = className(node.text);
    const [first = ''] = node.text.split('\\', 1);
    const used = this.used.get(first);
    const specifier = used === undefined ? node.text.replace(/^\\/, '') : `${used}${node.text.slice(first.length)}`;
    const isWhole = used !== undefined || node.text.startsWith('\\') || !this.isInNamespace;
    if (isWhole && specifier.includes('\\') && !this.whole.has(local))
      this.whole.set(local, {
        do: 'import',
        specifier,
        bindings: [{ local, imported: 'default' }],
        line: lineOf(node),
      });
    return name(local);
  }

  statement(node: Node): void {
    if (this.declarations.declare(node)) return;
    switch (node.type) {
      case 'expression_statement':
        this.lowering.pushRun(this.inner(node));
        return;
      case 'return_statement':
        this.lowering.push({ do: 'return', value: this.inner(node) });
        return;
      case 'foreach_statement':
        this.foreach(node);
        return;
      default:
        if (/statement|clause|block|namespace_definition|php_tag|program/.test(node.type)) this.flatten(node);
    }
  }

  private foreach(node: Node): void {
    const [of, item] = namedChildren(node);
    const body = node.childForFieldName('body');
    const items = item?.type === 'pair' ? namedChildren(item) : item === undefined ? [] : [item];
    const statements = this.lowering.block(() => {
      if (body !== null) this.statement(body);
    });
    const names = items.map((target) =>
      variableName(target.type === 'by_ref' ? (target.namedChild(0) ?? target) : target),
    );
    this.lowering.push({ do: 'each', items: names, of: this.expression(of), body: statements });
  }

  functionBody(node: Node | null, declared: boolean) {
    return this.body(node, declared, (body) => body.type === 'compound_statement');
  }

  read(node: Node): Expression {
    switch (node.type) {
      case 'parenthesized_expression':
      case 'argument':
      case 'clone_expression':
        return this.inner(node);
      case 'variable_name':
        return name(variableName(node));
      case 'name':
        return name(className(node.text));
      case 'qualified_name':
        return this.qualified(node);
      case 'relative_scope':
        return name('this');
      case 'string':
      case 'heredoc':
      case 'nowdoc':
        return textExpression(contentOf(node));
      case 'encapsed_string':
        return joined(
          namedChildren(node).map((part) =>
            part.type === 'variable_name' || /expression$/.test(part.type) ? this.expression(part) : text(part.text),
          ),
        );
      case 'integer':
      case 'boolean':
        return text(node.text);
      case 'class_constant_access_expression': {
        const [owner, constant] = namedChildren(node);
        if (owner === undefined || constant === undefined) return other;
        return constant.text === 'class' ? this.expression(owner) : member(this.expression(owner), constant.text);
      }
      case 'member_access_expression':
      case 'nullsafe_member_access_expression':
        return member(this.expression(node.childForFieldName('object')), node.childForFieldName('name')?.text ?? '');
      case 'scoped_property_access_expression':
        return member(
          this.expression(node.childForFieldName('scope')),
          variableName(node.childForFieldName('name') ?? node),
        );
      case 'subscript_expression': {
        const [owner, index] = namedChildren(node);
        return index?.type === 'string' || index?.type === 'integer'
          ? member(this.expression(owner), contentOf(index))
          : other;
      }
      case 'function_call_expression':
      case 'member_call_expression':
      case 'nullsafe_member_call_expression':
      case 'scoped_call_expression':
      case 'object_creation_expression':
        return this.call(node);
      case 'anonymous_function':
      case 'arrow_function':
        return this.functionValue(
          lineOf(node),
          this.declarations.parameters(node.childForFieldName('parameters')),
          this.functionBody(node.childForFieldName('body'), false),
        );
      case 'array_creation_expression':
        return this.array(node);
      case 'conditional_expression':
        return this.options([
          node.childForFieldName('body') ?? node.childForFieldName('condition'),
          node.childForFieldName('alternative'),
        ]);
      case 'binary_expression':
        return this.binary(node);
      case 'assignment_expression':
        return this.assignment(node);
      default:
        return /^(?:require|include)(?:_once)?_expression$/.test(node.type) ? this.include(node) : other;
    }
  }

  private include(node: Node): Expression {
    return { is: 'call', callee: name('%require'), args: [{ value: this.inner(node) }], line: lineOf(node) };
  }

  private call(node: Node): Expression {
    if (node.type === 'object_creation_expression') {
      const [type] = namedChildren(node);
      const list = namedChildren(node).find((child) => child.type === 'arguments');
      return {
        is: 'call',
        callee: this.expression(type),
        args: this.args(list ?? null, lineOf(node)),
        line: lineOf(node),
        makes: true,
      };
    }
    const called = node.childForFieldName('name') ?? node.childForFieldName('function');
    const owner = node.childForFieldName('object') ?? node.childForFieldName('scope');
    const line = lineOf(called ?? node);
    const args = this.args(node.childForFieldName('arguments'), line);
    if (called === null) return other;
    if (owner === null) return { is: 'call', callee: this.expression(called), args, line };
    const called2 = called.type === 'string' ? contentOf(called) : called.text;
    const of = owner.type === 'relative_scope' && owner.text === 'parent' ? name('super') : this.expression(owner);
    const [action] = args;
    const answered = called2 === 'uses' && action !== undefined ? withAction(of, action) : undefined;
    return answered ?? { is: 'call', callee: member(of, called2), args, line };
  }

  args(node: Node | null, line: number): Argument[] {
    return namedChildren(node).map((argument): Argument => {
      const named = argument.childForFieldName('name');
      const value = namedChildren(argument).at(-1);
      if (value === undefined) return { value: other };
      if (value.type === 'variadic_unpacking') return { value: this.inner(value), spread: true };
      const passed = this.positional(value, line);
      return named === null || named.id === value.id ? passed : { ...passed, name: named.text };
    });
  }

  private array(node: Node): Expression {
    const elements = namedChildren(node).filter((child) => child.type === 'array_element_initializer');
    if (!elements.some((element) => namedChildren(element).length === 2))
      return { is: 'list', items: elements.map((element) => this.inner(element)) };
    const entries = elements.map((element, at): MapEntry => {
      const [key, value] = namedChildren(element);
      if (value === undefined) return { key: text(String(at)), value: this.expression(key), line: lineOf(element) };
      return { key: this.expression(key), value: this.expression(value), line: lineOf(element) };
    });
    return { is: 'map', entries, line: lineOf(node) };
  }

  private binary(node: Node): Expression {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    const operator = node.childForFieldName('operator')?.text;
    if (operator === '.') return joined([this.expression(left), this.expression(right)]);
    return operator === '??' || operator === '||' ? this.options([left, right]) : other;
  }

  private assignment(node: Node): Expression {
    const left = node.childForFieldName('left');
    // `$list[] = $item`
    const [grown, ...index] = left?.type === 'subscript_expression' ? namedChildren(left) : [];
    const isAppended = grown !== undefined && index.length === 0;
    const target = this.expression(isAppended ? grown : left);
    const value = this.expression(node.childForFieldName('right'));
    if (isAppended && (target.is === 'name' || target.is === 'member')) {
      const items: Expression = { is: 'list', items: [value] };
      this.lowering.push({ do: 'set', target, value: items, line: lineOf(node), appends: true });
      return target;
    }
    if (target.is === 'name' || target.is === 'member')
      this.lowering.push({ do: 'set', target, value, line: lineOf(node) });
    return target;
  }
}

/** `Route::get('users')->uses('UserController@index')`: what answers the path follows it. */
function withAction(route: Expression, action: Argument): Expression | undefined {
  if (route.is !== 'call' || route.callee.is !== 'member') return undefined;
  const { callee, args } = route;
  if (callee.of.is === 'call') {
    const of = withAction(callee.of, action);
    return of === undefined ? undefined : { ...route, callee: { ...callee, of } };
  }
  const isRoute = callee.of.is === 'name' && /^(?:Route|router)$/.test(callee.of.name) && args.length === 1;
  return isRoute ? { ...route, args: [...args, action] } : undefined;
}

export function variableName(node: Node): string {
  return node.text.replace(/^\$+/, '');
}

function contentOf(node: Node): string {
  const parts = namedChildren(node);
  if (parts.length > 0) return parts.map((part) => part.text).join('');
  return node.text.replace(/^['"]|['"]$/g, '');
}
