import type { Node } from 'web-tree-sitter';
import { either, joined, Lowering, lineOf, namedChildren, rowOf, textExpression } from '../../lowering';
import type { Argument, Expression, FileProgram, MapEntry, Statement } from '../../program';
import { chosen, keysOf, member, name, nothingInside, other, text } from '../../program';
import { branchesForUsers } from '../developmentOnly';
import type { LowerFile } from '../lowerFile';
import { Branches } from './branches';
import { JavaScriptDeclarations } from './javascriptDeclarations';
import { enumeration, stringText } from './javascriptParts';
import { plainCall } from './sameCalls';

const wrappers = new Set([
  'await_expression',
  'parenthesized_expression',
  'as_expression',
  'satisfies_expression',
  'non_null_expression',
]);

/** `import.meta`. */
const metaEntries: readonly MapEntry[] = [
  { key: text('dirname'), value: name('__dirname'), line: 1 },
  { key: text('filename'), value: name('__filename'), line: 1 },
  { key: text('url'), value: name('__filename'), line: 1 },
];

export const lowerJavaScript: LowerFile = (file, root, hot) => new JavaScriptReader(hot).read(root, file.language);

/** Reads JavaScript and TypeScript. */
export class JavaScriptReader {
  readonly lowering: Lowering;
  readonly branches = new Branches(this);
  private readonly declarations: JavaScriptDeclarations;

  constructor(hot: RegExp) {
    this.lowering = new Lowering(hot);
    this.declarations = new JavaScriptDeclarations(this);
  }

  read(root: Node, language: FileProgram['language']): FileProgram {
    const body = this.block(root);
    return { language, body, functions: this.lowering.functions, classes: this.lowering.classes };
  }

  block(node: Node): Statement[] {
    return this.lowering.block(() => {
      for (const child of namedChildren(node)) this.statement(child);
    });
  }

  statement(node: Node): void {
    switch (node.type) {
      case 'expression_statement':
        for (const child of namedChildren(node))
          if (!this.branches.expressionStatement(child)) this.lowering.pushRun(this.expression(child));
        return;
      case 'if_statement':
        if (!this.branches.ifStatement(node)) this.flatten(node);
        return;
      case 'lexical_declaration':
      case 'variable_declaration':
        for (const declarator of namedChildren(node)) this.declarations.variable(declarator);
        return;
      case 'return_statement': {
        const [value] = namedChildren(node);
        if (value !== undefined) this.lowering.push({ do: 'return', value: this.expression(value) });
        return;
      }
      case 'for_in_statement':
        this.forIn(node);
        return;
      case 'function_declaration':
      case 'generator_function_declaration':
        this.declarations.functionStatement(node);
        return;
      case 'class_declaration':
      case 'abstract_class_declaration':
        this.declarations.classStatement(node, []);
        return;
      case 'enum_declaration':
        this.lowering.push(enumeration(node, (value) => this.expression(value)));
        return;
      case 'import_statement':
        this.declarations.importStatement(node);
        return;
      case 'export_statement':
        this.declarations.exportStatement(node);
        return;
      default:
        this.flatten(node);
    }
  }

  /** Branches, loops and blocks: what any of them does may happen. */
  private flatten(node: Node): void {
    if (!/statement|clause|case|default|block|module/.test(node.type)) return;
    const read = (): void => {
      for (const child of branchesForUsers(node)) this.statement(child);
    };
    if (/^(?:if|switch|for|while|do)_/.test(node.type)) this.lowering.inBranch(read);
    else read();
  }

  private forIn(node: Node): void {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    const body = node.childForFieldName('body');
    if (left === null || right === null || body === null) return;
    const items = left.type === 'identifier' ? [left.text] : [];
    const whole = this.expression(right);
    const of = node.childForFieldName('operator')?.text === 'in' ? keysOf(whole, lineOf(node)) : whole;
    const statements = this.lowering.block(() =>
      this.branches.inFunction([{ name: items[0] ?? '%item' }], () => {
        if (items.length === 0) this.declarations.destructure(left, name('%item'));
        this.lowering.inBranch(() => this.statement(body));
      }),
    );
    this.lowering.push({ do: 'each', items: items.length === 0 ? ['%item'] : items, of, body: statements });
  }

  expression(node: Node): Expression {
    return rowOf(
      node,
      this.lowering.nested(() => this.read1(node)),
    );
  }

  private read1(node: Node): Expression {
    if (wrappers.has(node.type)) {
      const [inner] = namedChildren(node);
      return inner === undefined ? other : this.expression(inner);
    }
    switch (node.type) {
      case 'identifier':
      case 'shorthand_property_identifier':
      case 'this':
      case 'super':
        return name(node.text);
      case 'meta_property':
        return { is: 'map', entries: metaEntries, line: lineOf(node) };
      case 'string':
        return textExpression(stringText(node));
      case 'template_string':
        return this.template(node);
      case 'number':
      case 'true':
      case 'false':
        return text(node.text);
      case 'regex':
        return { is: 'regexp', text: node.childForFieldName('pattern')?.text ?? '' };
      case 'member_expression':
      case 'subscript_expression':
        return this.memberOf(node);
      case 'call_expression':
      case 'new_expression':
        return this.call(node);
      case 'array':
        return { is: 'list', items: namedChildren(node).map((item) => this.listItem(item)) };
      case 'object':
        return this.object(node);
      case 'arrow_function':
      case 'function_expression':
      case 'generator_function':
        return this.declarations.functionValue(node);
      case 'class':
        return this.declarations.classValue(node);
      case 'binary_expression':
        return this.binary(node);
      case 'ternary_expression':
        return this.branches.choice(node);
      case 'assignment_expression':
        return this.assignment(node);
      case 'augmented_assignment_expression':
        this.added(node);
        return other;
      case 'unary_expression': {
        // `void server.register(plugIn)`: nothing waits for it.
        const argument = node.childForFieldName('argument');
        const isVoid = node.childForFieldName('operator')?.text === 'void';
        return isVoid && argument !== null ? this.expression(argument) : other;
      }
      default:
        return other;
    }
  }

  private listItem(node: Node): Expression {
    if (node.type !== 'spread_element') return this.expression(node);
    const [inner] = namedChildren(node);
    return inner === undefined
      ? other
      : { is: 'call', callee: name('%spread'), args: [{ value: this.expression(inner) }], line: lineOf(node) };
  }

  private template(node: Node): Expression {
    const parts = namedChildren(node).map((part): Expression => {
      if (part.type !== 'template_substitution') return text(part.text);
      const [inner] = namedChildren(part);
      return inner === undefined ? other : this.expression(inner);
    });
    return joined(parts);
  }

  private memberOf(node: Node): Expression {
    const object = node.childForFieldName('object');
    if (object === null) return other;
    const property = node.childForFieldName('property');
    if (property !== null) return member(this.expression(object), property.text);
    const index = node.childForFieldName('index');
    if (index?.type === 'string') return member(this.expression(object), stringText(index));
    if (index?.type === 'number') return member(this.expression(object), index.text);
    return index === null ? other : chosen(this.expression(object), this.expression(index), lineOf(node));
  }

  private call(node: Node): Expression {
    const callee = node.childForFieldName(node.type === 'new_expression' ? 'constructor' : 'function');
    if (callee === null) return other;
    const list = node.childForFieldName('arguments');
    const called = callee.childForFieldName('property') ?? callee;
    const line = lineOf(called);
    const args = list?.type === 'arguments' ? namedChildren(list).map((argument) => this.argument(argument, line)) : [];
    const target = callee.type === 'import' ? name('import') : this.expression(callee);
    if (node.type === 'new_expression') return { is: 'call', callee: target, args, line, makes: true };
    return plainCall({ is: 'call', callee: target, args, line }, node);
  }

  private argument(node: Node, callLine: number): Argument {
    const line = lineOf(node);
    const where = line === callLine ? {} : { line };
    if (node.type !== 'spread_element') return { value: this.expression(node), ...where };
    return { value: this.expression(node.namedChild(0) ?? node), spread: true, ...where };
  }

  private object(node: Node): Expression {
    const entries: MapEntry[] = [];
    for (const child of namedChildren(node)) {
      const line = lineOf(child);
      if (child.type === 'pair') {
        const key = child.childForFieldName('key');
        const value = child.childForFieldName('value');
        if (key !== null && value !== null) entries.push({ key: this.key(key), value: this.expression(value), line });
      } else if (child.type === 'shorthand_property_identifier') {
        entries.push({ key: text(child.text), value: name(child.text), line });
      } else if (child.type === 'method_definition') {
        const key = child.childForFieldName('name');
        if (key !== null) entries.push({ key: this.key(key), value: this.declarations.memberValue(child), line });
      } else if (child.type === 'spread_element') {
        entries.push({ key: name('%spread'), value: this.expression(child.namedChild(0) ?? child), line });
      }
    }
    return { is: 'map', entries, line: lineOf(node) };
  }

  private key(node: Node): Expression {
    if (node.type === 'string') return textExpression(stringText(node));
    if (node.type !== 'computed_property_name') return text(node.text);
    return this.expression(node.namedChild(0) ?? node);
  }

  private binary(node: Node): Expression {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    if (left === null || right === null) return other;
    const operator = node.childForFieldName('operator')?.text;
    if (operator === '+') return joined([this.expression(left), this.expression(right)]);
    if (operator === '||' || operator === '??') {
      const options = either([this.expression(left), this.expression(right)]);
      // What is there counts alone.
      const [first] = options.is === 'either' ? options.options : [];
      if (options.is !== 'either' || first?.is !== 'member' || operator === '??') return options;
      return { ...options, when: first };
    }
    return operator === '&&' ? this.expression(right) : other;
  }

  private assignment(node: Node): Expression {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    if (left === null || right === null) return other;
    const value = this.expression(right);
    if (left.type === 'object_pattern' || left.type === 'array_pattern') {
      this.declarations.destructure(left, value);
      return other;
    }
    const target = this.expression(left);
    if (target.is === 'name' || target.is === 'member')
      this.lowering.push({ do: 'set', target, value, line: lineOf(node) });
    return value === nothingInside ? value : target;
  }

  /** `path += '/:id'`; where it is done only perhaps, it is left out. */
  private added(node: Node): void {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    if (left === null || right === null || node.childForFieldName('operator')?.text !== '+=') return;
    const target = this.expression(left);
    if (this.lowering.isPerhaps || (target.is !== 'name' && target.is !== 'member')) return;
    this.lowering.push({ do: 'set', target, value: this.expression(right), line: lineOf(node), appends: true });
  }
}
