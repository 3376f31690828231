import type { Node } from 'web-tree-sitter';
import { joined, lineOf, namedChildren, textExpression } from '../lowering';
import type { Argument, Expression, FunctionDeclaration, MapEntry, Parameter, Statement } from '../program';
import { actionMark, blockMark, dotted, member, name, nothingInside, other, text } from '../program';
import { branchesForUsers } from './developmentOnly';
import { LanguageReader, placeOf } from './languageReader';
import type { LowerFile } from './lowerFile';

export const lowerRuby: LowerFile = (_file, root, hot) => new RubyReader(hot, 'ruby').program(root);

class RubyReader extends LanguageReader {
  /** Names of the classes and modules that are being read. */
  private readonly around: string[] = [];

  protected statement(node: Node): void {
    switch (node.type) {
      case 'class':
      case 'module':
        this.classOrModule(node);
        return;
      case 'method':
      case 'singleton_method':
        this.lowering.push({ do: 'function', id: this.method(node) });
        return;
      case 'assignment':
      case 'operator_assignment':
        this.assignment(node);
        return;
      case 'return':
        this.lowering.push({ do: 'return', value: this.expression(namedChildren(namedChildren(node)[0] ?? null)[0]) });
        return;
      case 'call':
      case 'yield':
      case 'identifier':
        this.lowering.pushRun(this.asCall(node));
        return;
      case 'if_modifier':
      case 'unless_modifier': {
        for (const part of branchesForUsers(node))
          if (part.id === node.childForFieldName('body')?.id) this.statement(part);
        return;
      }
      default:
        if (
          /^(?:program|if|unless|else|elsif|then|begin|case|when|while|do|rescue|ensure|body_statement|block_body|parenthesized_statements)$/.test(
            node.type,
          )
        )
          this.flatten(node);
    }
  }

  /** A name alone may be a call without arguments: `root`, `resources_for`. */
  private asCall(node: Node): Expression {
    if (node.type !== 'identifier') return this.expression(node);
    return { is: 'call', callee: name(node.text), args: [], line: lineOf(node) };
  }

  private classOrModule(node: Node): void {
    const body = node.childForFieldName('body');
    const written = (node.childForFieldName('name')?.text ?? '').replace(/::/g, '.');
    const within = [...this.around, ...written.split('.').slice(0, -1)].join('.');
    this.around.push(written);
    const statements: readonly Statement[] = body === null ? [] : this.block(body);
    this.around.pop();
    const methods = statements.flatMap((statement) => (statement.do === 'function' ? [statement.id] : []));
    const superclass = node.childForFieldName('superclass');
    this.lowering.push(
      this.lowering.addClass({
        name: written.slice(written.lastIndexOf('.') + 1),
        ...(within === '' ? {} : { within }),
        line: lineOf(node),
        kind: 'class',
        bases: [...(superclass === null ? [] : [this.inner(superclass)]), ...delegators(body)],
        decorators: [],
        fields: [],
        methods,
        body: statements.filter((statement) => statement.do !== 'function'),
      }),
    );
  }

  private method(node: Node): number {
    const declaration: FunctionDeclaration = {
      name: node.childForFieldName('name')?.text ?? '',
      line: lineOf(node),
      parameters: this.parameters(node.childForFieldName('parameters')),
      body: [...this.body(node.childForFieldName('body'), true, () => true), ...this.lastText(node)],
      ...(node.type === 'singleton_method' ? { static: true } : {}),
    };
    return this.lowering.addFunction(declaration).id;
  }

  /** What stands last in a method is what it gives back; of texts that is worth knowing. */
  private lastText(node: Node): Statement[] {
    const last = namedChildren(node.childForFieldName('body')).at(-1);
    return last?.type === 'string' ? [{ do: 'return', value: this.expression(last) }] : [];
  }

  private parameters(node: Node | null): Parameter[] {
    return namedChildren(node).map((parameter) => {
      const value = parameter.childForFieldName('value');
      const parameterName = parameter.childForFieldName('name')?.text ?? parameter.text;
      if (parameter.type === 'hash_splat_parameter') return { name: parameterName, named: true };
      if (parameter.type === 'block_parameter') return { name: parameterName, type: blockMark };
      return value === null ? { name: parameterName } : { name: parameterName, default: this.expression(value) };
    });
  }

  private assignment(node: Node): void {
    const target = this.expression(node.childForFieldName('left'));
    const value = this.expression(node.childForFieldName('right'));
    if (target.is === 'name' || target.is === 'member')
      this.lowering.push({
        do: 'set',
        target,
        value,
        line: lineOf(node),
        ...(target.is === 'name' ? { declares: true } : {}),
      });
  }

  protected read(node: Node): Expression {
    switch (node.type) {
      case 'identifier':
      case 'constant':
      case 'self':
      case 'nil':
      case 'instance_variable':
        return name(node.text);
      case 'scope_resolution':
        return dotted(node.text.replace(/^::/, ''), '::');
      case 'string':
      case 'bare_string':
      case 'bare_symbol':
      case 'delimited_symbol':
      case 'heredoc_body':
        return joined(
          namedChildren(node).map((part) =>
            part.type === 'interpolation' ? this.inner(part) : textExpression(part.text),
          ),
        );
      case 'chained_string':
        return joined(namedChildren(node).map((part) => this.expression(part)));
      case 'simple_symbol':
        return text(node.text.slice(1));
      case 'hash_key_symbol':
      case 'integer':
      case 'true':
      case 'false':
        return text(node.text);
      case 'array':
      case 'string_array':
      case 'symbol_array':
        return this.list(node);
      case 'hash':
        return { is: 'map', entries: this.pairs(namedChildren(node)), line: lineOf(node) };
      case 'regex':
        return {
          is: 'regexp',
          text: namedChildren(node)
            .map((part) => part.text)
            .join(''),
        };
      case 'call':
        return this.call(node);
      case 'yield':
        return { is: 'call', callee: name(blockMark), args: [], line: lineOf(node) };
      case 'lambda': {
        const body = node.childForFieldName('body');
        return body === null ? nothingInside : this.blockValue(body, node.childForFieldName('parameters'));
      }
      case 'parenthesized_statements':
        return this.inner(node);
      case 'conditional':
        return this.options([node.childForFieldName('consequence'), node.childForFieldName('alternative')]);
      case 'binary': {
        const operator = node.childForFieldName('operator')?.text;
        const sides = [node.childForFieldName('left'), node.childForFieldName('right')];
        if (operator === '+') return joined(sides.map((side) => this.expression(side)));
        return operator === '||' ? this.options(sides) : other;
      }
      case 'element_reference': {
        const [owner, key] = namedChildren(node);
        const read = this.expression(key);
        return read.is === 'text' ? member(this.expression(owner), read.text) : other;
      }
      default:
        return other;
    }
  }

  private pairs(nodes: readonly Node[]): MapEntry[] {
    return nodes
      .filter((node) => node.type === 'pair')
      .map((node) => {
        const key = this.expression(node.childForFieldName('key'));
        const value = node.childForFieldName('value');
        // `{ name: }` stands for `{ name: name }`.
        const read = value === null && key.is === 'text' ? name(key.text) : this.expression(value);
        return { key, value: read, line: lineOf(node) };
      });
  }

  private call(node: Node): Expression {
    const receiver = node.childForFieldName('receiver');
    const called = node.childForFieldName('method');
    const line = lineOf(called ?? node);
    // In the trees of Roda a symbol stands for any part of a path.
    const isTree = receiver?.text === 'r';
    const given = namedChildren(node.childForFieldName('arguments'));
    const args = isTree
      ? given.flatMap((one) => (one.type === 'simple_symbol' ? [{ value: text(one.text) }] : this.args([one], line)))
      : this.args(given, line);
    if (receiver === null && given[0]?.type === 'simple_symbol' && canonicalAction.test(given[0].text))
      args.push({ value: text('true'), name: actionMark });
    const block = node.childForFieldName('block');
    if (block !== null)
      args.push({
        value: this.blockValue(block.childForFieldName('body'), block.childForFieldName('parameters')),
        name: blockMark,
      });
    const calledName = called?.text ?? 'call';
    if (receiver !== null && called !== null && args.length === 0 && node.childForFieldName('arguments') === null)
      return { is: 'call', callee: member(this.expression(receiver), calledName), args, line };
    const callee = receiver === null ? name(calledName) : member(this.expression(receiver), calledName);
    return { is: 'call', callee, args, line };
  }

  /** Pairs are keyword arguments; those with a text in front (`'/a' => 'b#c'`) stand in one map of their own. */
  private args(nodes: readonly Node[], line: number): Argument[] {
    const args: Argument[] = [];
    const mapped: Node[] = [];
    for (const node of nodes) {
      if (node.type === 'pair') {
        const key = node.childForFieldName('key');
        const value = node.childForFieldName('value');
        if (key?.type === 'hash_key_symbol' || key?.type === 'simple_symbol') {
          const keyName = key.text.replace(/^:/, '');
          const read = value === null ? name(keyName) : this.expression(value);
          args.push({ value: read, name: keyName, ...placeOf(node, line) });
        } else mapped.push(node);
      } else if (node.type === 'block_argument') args.push({ value: this.inner(node), name: blockMark });
      else if (/splat_argument$/.test(node.type)) args.push({ value: this.inner(node), spread: true });
      else args.push(this.positional(node, line));
    }
    const [firstMapped] = mapped;
    if (firstMapped !== undefined)
      args.unshift({ value: { is: 'map', entries: this.pairs(mapped), line: lineOf(firstMapped) } });
    return args;
  }

  private blockValue(body: Node | null, parameters: Node | null): Expression {
    if (body === null) return nothingInside;
    const statements = this.block(body);
    if (statements.length === 0) return nothingInside;
    return this.lowering.addFunction({
      name: '',
      line: lineOf(body),
      parameters: this.parameters(parameters),
      body: statements,
    });
  }
}

/** `delete :destroy`: Rails asks for no path of an action of its own that is said by a symbol. */
const canonicalAction = /^:(?:index|create|new|show|update|destroy)$/;

/** `include Sinatra::Delegator`: the verbs of such a class are those of the application itself. */
function delegators(body: Node | null): Expression[] {
  const isDelegator = (child: Node): boolean =>
    child.type === 'call' && /^(?:include|extend)[ (]+(?:::)?Sinatra::Delegator\b/.test(child.text.slice(0, 60));
  return namedChildren(body).some(isDelegator) ? [dotted('Sinatra.Application')] : [];
}
