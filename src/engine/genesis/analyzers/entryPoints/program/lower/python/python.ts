import type { Node } from 'web-tree-sitter';
import { fieldNodes, joined, lineOf, namedChildren, textExpression } from '../../lowering';
import type { Argument, Decorator, Expression, MapEntry } from '../../program';
import { member, name, other, text } from '../../program';
import { LanguageReader } from '../languageReader';
import type { LowerFile } from '../lowerFile';
import { calledLater, classParts, formatted, parametersOf, typeName } from './pythonParts';
import { withoutEnvironment } from './settingDefaults';

export const lowerPython: LowerFile = (_file, root, hot) => new PythonReader(hot, 'python').program(root);

class PythonReader extends LanguageReader {
  protected statement(node: Node): void {
    switch (node.type) {
      case 'expression_statement':
        for (const child of namedChildren(node)) this.effect(child);
        return;
      case 'return_statement':
        this.lowering.push({ do: 'return', value: this.inner(node) });
        return;
      case 'import_statement':
      case 'import_from_statement':
        this.importStatement(node);
        return;
      case 'for_statement':
        this.forStatement(node);
        return;
      case 'function_definition':
        this.lowering.push({ do: 'function', id: this.functionDefinition(node, []) });
        return;
      case 'class_definition':
        this.classDefinition(node, []);
        return;
      case 'decorated_definition':
        this.decorated(node);
        return;
      case 'if_statement':
        this.lowering.inBranch(() => this.flaggedBranches(node));
        return;
      case 'as_pattern':
        // `with Configurator() as config:`
        this.set(namedChildren(node)[1]?.text ?? '', this.expression(node.namedChild(0)), node);
        return;
      default:
        if (/statement|block|clause|module|with_item/.test(node.type)) this.flatten(node);
    }
  }

  private effect(node: Node): void {
    if (node.type === 'assignment') {
      this.assignment(node);
    } else if (node.type === 'augmented_assignment') {
      const target = this.expression(node.childForFieldName('left'));
      const value = this.expression(node.childForFieldName('right'));
      this.lowering.push({ do: 'set', target, value, line: lineOf(node), appends: true });
    } else this.lowering.pushRun(this.expression(node));
  }

  private assignment(node: Node): void {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    const type = typeName(node.childForFieldName('type'));
    if (left === null || (right === null && type === undefined)) return;
    // `app = application = Flask(__name__)`
    const isChain = right?.type === 'assignment';
    if (isChain) this.assignment(right);
    const value = this.expression(isChain ? right.childForFieldName('left') : right);
    const line = lineOf(node);
    if (/^(?:pattern_list|tuple_pattern)$/.test(left.type)) {
      const source = name(this.lowering.freshName());
      this.lowering.push({ do: 'set', target: source, value, line, declares: true });
      namedChildren(left).forEach((item, at) => {
        const target = this.expression(item);
        this.lowering.push({ do: 'set', target, value: member(source, String(at)), line, declares: true });
      });
      return;
    }
    const target = this.expression(left);
    if (target.is !== 'name' && target.is !== 'member') return;
    this.lowering.push({
      do: 'set',
      target,
      value: this.lowering.perhaps(target, withoutEnvironment(target, value)),
      line,
      ...(target.is === 'name' ? { declares: true } : {}),
      ...(type === undefined ? {} : { type }),
    });
  }

  private importStatement(node: Node): void {
    const line = lineOf(node);
    const module = node.childForFieldName('module_name');
    for (const imported of fieldNodes(node, 'name')) {
      const written = imported.childForFieldName('name')?.text ?? imported.text;
      const alias = imported.childForFieldName('alias')?.text;
      if (module !== null) {
        const bindings = [{ local: alias ?? written, imported: written }];
        this.lowering.push({ do: 'import', specifier: module.text.replace(/\s+/g, ''), bindings, line });
      } else {
        // `import a.b` binds `a`, `import a.b as c` binds the module `a.b`.
        const [first = written] = written.split('.');
        const specifier = alias === undefined ? first : written;
        this.lowering.push({ do: 'import', specifier, bindings: [{ local: alias ?? first, imported: '*' }], line });
      }
    }
    const isWildcard = namedChildren(node).some((child) => child.type === 'wildcard_import');
    if (isWildcard && module !== null)
      this.lowering.push({ do: 'reexport', specifier: module.text.replace(/\s+/g, ''), bindings: [] });
  }

  private forStatement(node: Node): void {
    const left = node.childForFieldName('left');
    const body = node.childForFieldName('body');
    const items = left === null ? [] : left.type === 'identifier' ? [left] : namedChildren(left);
    const of = this.expression(node.childForFieldName('right'));
    const statements = body === null ? [] : this.block(body);
    this.lowering.push({ do: 'each', items: items.map((item) => item.text), of, body: statements });
  }

  private decorated(node: Node): void {
    const decorators = namedChildren(node)
      .filter((child) => child.type === 'decorator')
      .map((child): Decorator => ({ value: this.inner(child), line: lineOf(child) }));
    const definition = node.childForFieldName('definition');
    if (definition?.type === 'function_definition')
      this.lowering.push({ do: 'function', id: this.functionDefinition(definition, decorators) });
    else if (definition !== null) this.classDefinition(definition, decorators);
  }

  private functionDefinition(node: Node, decorators: readonly Decorator[]): number {
    const returns = typeName(node.childForFieldName('return_type'));
    const body = node.childForFieldName('body');
    const parameters = parametersOf(node.childForFieldName('parameters'), (value) => this.expression(value));
    return this.lowering.addFunction({
      name: node.childForFieldName('name')?.text ?? '',
      line: lineOf(node),
      parameters,
      body: this.lowering.inFunction(parameters, () => this.body(body, true, () => true)),
      ...(decorators.length === 0 ? {} : { decorators }),
      ...(returns === undefined ? {} : { returns }),
      ...(decorators.some(({ value }) => value.is === 'name' && value.name === 'staticmethod') ? { static: true } : {}),
      ...(decorators.some(({ value }) => /^(?:cached_)?property$/.test(value.is === 'name' ? value.name : ''))
        ? { getter: true }
        : {}),
    }).id;
  }

  private classDefinition(node: Node, decorators: readonly Decorator[]): void {
    const { fields, methods, body } = classParts(this.block(node.childForFieldName('body') ?? node));
    const bases = namedChildren(node.childForFieldName('superclasses'))
      .filter((base) => base.type !== 'keyword_argument')
      .map((base) => this.expression(base.type === 'subscript' ? base.childForFieldName('value') : base));
    this.lowering.push(
      this.lowering.addClass({
        name: node.childForFieldName('name')?.text ?? '',
        line: lineOf(node),
        kind: 'class',
        bases,
        decorators,
        fields,
        methods,
        body,
      }),
    );
  }

  protected read(node: Node): Expression {
    switch (node.type) {
      case 'identifier':
        return name(node.text);
      case 'await':
      case 'parenthesized_expression':
        return this.inner(node);
      case 'string':
        return this.string(node);
      case 'concatenated_string':
        return joined(namedChildren(node).map((part) => this.expression(part)));
      case 'integer':
      case 'float':
      case 'true':
      case 'false':
        return text(node.text);
      case 'attribute':
        return member(
          this.expression(node.childForFieldName('object')),
          node.childForFieldName('attribute')?.text ?? '',
        );
      case 'subscript':
        return this.subscript(node);
      case 'call':
        return this.call(node);
      case 'list':
      case 'tuple':
      case 'expression_list':
      case 'set':
        return { is: 'list', items: namedChildren(node).map((item) => this.item(item)) };
      case 'list_comprehension':
      case 'generator_expression':
        return this.comprehension(node);
      case 'dictionary':
        return this.dictionary(node);
      case 'lambda':
        return this.functionValue(
          lineOf(node),
          parametersOf(node.childForFieldName('parameters'), (value) => this.expression(value)),
          this.body(node.childForFieldName('body'), false, () => false),
        );
      case 'conditional_expression': {
        const [yes, , no] = namedChildren(node);
        return this.options([yes ?? null, no ?? null]);
      }
      case 'boolean_operator':
        return this.options([node.childForFieldName('left'), node.childForFieldName('right')]);
      case 'binary_operator': {
        const operator = node.childForFieldName('operator')?.text;
        if (operator !== '+' && operator !== '%') return other;
        const left = this.expression(node.childForFieldName('left'));
        const right = this.expression(node.childForFieldName('right'));
        return operator === '+' ? joined([left, right]) : formatted(left, right);
      }
      case 'named_expression': {
        const target = node.childForFieldName('name')?.text ?? '';
        this.set(target, this.expression(node.childForFieldName('value')), node);
        return name(target);
      }
      default:
        return other;
    }
  }

  private item(node: Node): Expression {
    if (node.type === 'none') return name('None');
    if (node.type !== 'list_splat') return this.expression(node);
    return { is: 'call', callee: name('%spread'), args: [{ value: this.inner(node) }], line: lineOf(node) };
  }

  private string(node: Node): Expression {
    const parts = namedChildren(node).filter((part) => !/^string_(?:start|end)$/.test(part.type));
    const isRaw = /^[a-z]*r/i.test(node.text.slice(0, 3).replace(/['"].*$/s, ''));
    const isFormat = /^[a-z]*f/i.test(node.text.slice(0, 3).replace(/['"].*$/s, ''));
    const read = parts.map((part): Expression => {
      if (part.type === 'interpolation') return this.expression(part.childForFieldName('expression'));
      const written = isFormat ? part.text.replace(/\{\{|\}\}/g, (braces) => braces.slice(1)) : part.text;
      return isRaw ? text(written) : textExpression(written.replace(/\\(['"\\])/g, '$1'));
    });
    return joined(read);
  }

  private subscript(node: Node): Expression {
    const key = node.childForFieldName('subscript');
    const value = this.expression(node.childForFieldName('value'));
    if (key?.type === 'string') {
      const read = this.string(key);
      return read.is === 'text' ? member(value, read.text) : other;
    }
    return key?.type === 'integer' ? member(value, key.text) : value;
  }

  private call(node: Node): Expression {
    const called = node.childForFieldName('function');
    const list = node.childForFieldName('arguments');
    if (called === null) return other;
    const line = lineOf(called.childForFieldName('attribute') ?? called);
    const args =
      list?.type === 'argument_list' ? namedChildren(list).map((argument) => this.argument(argument, line)) : [];
    const callee = this.expression(called);
    return calledLater(callee, args, line) ?? { is: 'call', callee, args, line };
  }

  private argument(node: Node, line: number): Argument {
    if (node.type === 'list_splat' || node.type === 'dictionary_splat')
      return { value: this.inner(node), spread: true };
    if (node.type !== 'keyword_argument') return this.positional(node, line);
    const value = node.childForFieldName('value');
    const key = node.childForFieldName('name')?.text ?? '';
    return value === null ? { value: other, name: key } : { ...this.positional(value, line), name: key };
  }

  /** `[route(x) for x in list]` as a function over the list. */
  private comprehension(node: Node): Expression {
    const clause = namedChildren(node).find((child) => child.type === 'for_in_clause');
    const body = node.childForFieldName('body');
    if (clause === undefined || body === null) return other;
    const left = clause.childForFieldName('left');
    const value = this.expression(body);
    const callback = this.functionValue(lineOf(node), [{ name: left?.text ?? '' }], [{ do: 'return', value }]);
    const callee = member(this.expression(clause.childForFieldName('right')), 'map');
    return { is: 'call', callee, args: [{ value: callback }], line: lineOf(node) };
  }

  private dictionary(node: Node): Expression {
    const entries = namedChildren(node).flatMap((pair): MapEntry[] => {
      if (pair.type !== 'pair') return [];
      const key = this.expression(pair.childForFieldName('key'));
      return [{ key, value: this.expression(pair.childForFieldName('value')), line: lineOf(pair) }];
    });
    return { is: 'map', entries, line: lineOf(node) };
  }
}
