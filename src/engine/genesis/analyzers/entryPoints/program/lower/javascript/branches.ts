import type { Node } from 'web-tree-sitter';
import { both, eitherOf, holds, negated, same, typeOf, whenItem } from '../../conditions';
import { either, fieldNodes, namedChildren } from '../../lowering';
import type { Expression, Parameter, Statement } from '../../program';
import { other, text } from '../../program';
import { isForDevelopers } from '../developmentOnly';
import type { JavaScriptReader } from './javascript';
import { stringText } from './javascriptParts';

/** `options.auth.kind` is asked for, deeper members are not. */
const deepestMember = 3;
const equal: ReadonlySet<string> = new Set(['===', '==']);
const unequal: ReadonlySet<string> = new Set(['!==', '!=']);

/** Branches whose test asks for what a function was handed: which of them are gone through, only a run can tell. */
export class Branches {
  /** Names of the parameters, and of what is taken out of them, of the functions around, the innermost last. */
  private readonly handed: Set<string>[] = [];

  constructor(private readonly reader: JavaScriptReader) {}

  inFunction<T>(parameters: readonly Parameter[], read: () => T): T {
    this.handed.push(
      new Set(parameters.flatMap(({ name, members = [] }) => [name, ...members.map(({ local }) => local)])),
    );
    try {
      return read();
    } finally {
      this.handed.pop();
    }
  }

  /** `const { kind } = options`: it is what was handed over as well. */
  follow(local: string, value: Expression): void {
    let root = value;
    while (root.is === 'member') root = root.of;
    if (root.is === 'name' && this.isHanded(root.name)) this.handed.at(-1)?.add(local);
  }

  private isHanded(name: string): boolean {
    return name !== '' && this.handed.some((names) => names.has(name));
  }

  /** Reads `if`; false if its test asks for something else. */
  ifStatement(node: Node): boolean {
    const condition = node.childForFieldName('condition');
    const test = this.test(condition);
    if (test === undefined || condition === null || isForDevelopers(condition.text)) return false;
    this.under(test, node.childForFieldName('consequence'));
    this.under(negated(test), namedChildren(node.childForFieldName('alternative'))[0] ?? null);
    return true;
  }

  /** `versioned ? (path += '/v1') : null`, `versioned && router.use(users)`; false for other statements. */
  expressionStatement(node: Node): boolean {
    if (node.type === 'parenthesized_expression') return this.expressionStatement(node.namedChild(0) ?? node);
    const isChoice = node.type === 'ternary_expression';
    const isPerhaps = node.type === 'binary_expression' && node.childForFieldName('operator')?.text === '&&';
    if (!isChoice && !isPerhaps) return false;
    const test = this.test(node.childForFieldName(isChoice ? 'condition' : 'left'));
    if (test === undefined) return false;
    this.under(test, node.childForFieldName(isChoice ? 'consequence' : 'right'));
    if (isChoice) this.under(negated(test), node.childForFieldName('alternative'));
    return true;
  }

  /** `versioned ? '/v1' : ''` */
  choice(node: Node): Expression {
    const options = ['consequence', 'alternative']
      .flatMap((field) => fieldNodes(node, field))
      .map((side) => this.reader.expression(side));
    const isWhole = options.length === 2 && options.every((option) => option.is !== 'other');
    const when = isWhole ? this.test(node.childForFieldName('condition')) : undefined;
    return when === undefined ? either(options) : { is: 'either', options, when };
  }

  private under(test: Expression, node: Node | null): void {
    if (node === null) return;
    const body = this.reader.lowering.block(() => {
      if (/statement|declaration/.test(node.type)) this.reader.statement(node);
      else this.reader.lowering.pushRun(this.reader.expression(node));
      if (endsBare(node)) this.reader.lowering.push(end);
    });
    if (body.length > 0) this.reader.lowering.push({ do: 'each', items: [whenItem], of: test, body });
  }

  /** What a test asks for, as far as it is what was handed over; `undefined` if it is something else. */
  private test(node: Node | null): Expression | undefined {
    switch (node?.type) {
      case 'parenthesized_expression':
        return this.test(node.namedChild(0));
      case 'identifier':
      case 'member_expression':
        return this.asked(node);
      case 'unary_expression': {
        const inner = node.childForFieldName('operator')?.text === '!' ? node.childForFieldName('argument') : null;
        const test = this.test(inner);
        return test === undefined ? undefined : negated(test);
      }
      case 'binary_expression':
        return this.compared(node);
      default:
        return undefined;
    }
  }

  private compared(node: Node): Expression | undefined {
    const operator = node.childForFieldName('operator')?.text ?? '';
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    if (operator === '&&' || operator === '||') {
      const sides = [this.test(left), this.test(right)] as const;
      if (sides.every((side) => side === undefined)) return undefined;
      const [first = other, second = other] = sides;
      return operator === '&&' ? both(first, second) : eitherOf(first, second);
    }
    if (operator === 'in') return this.keyAsked(left, right);
    if (!equal.has(operator) && !unequal.has(operator)) return undefined;
    const [value, literal] = literalOf(right) === undefined ? [right, literalOf(left)] : [left, literalOf(right)];
    const asked = literal === undefined ? undefined : this.asked(value);
    if (asked === undefined || literal === undefined) return undefined;
    return equal.has(operator) ? same(asked, literal) : negated(same(asked, literal));
  }

  /** `'create' in actions` */
  private keyAsked(key: Node | null, of: Node | null): Expression | undefined {
    const literal = literalOf(key);
    const isName = of?.type === 'identifier' || of?.type === 'member_expression';
    return literal === undefined || of === null || !isName ? undefined : holds(literal, this.reader.expression(of));
  }

  /** `kind`, `options.kind`, `typeof kind` of something that was handed over. */
  private asked(node: Node | null, depth = 0): Expression | undefined {
    if (node === null || depth > deepestMember) return undefined;
    if (node.type === 'identifier') return this.isHanded(node.text) ? this.reader.expression(node) : undefined;
    if (node.type === 'member_expression')
      return this.asked(node.childForFieldName('object'), depth + 1) === undefined
        ? undefined
        : this.reader.expression(node);
    const isType = node.type === 'unary_expression' && node.childForFieldName('operator')?.text === 'typeof';
    const inner = isType ? this.asked(node.childForFieldName('argument'), depth + 1) : undefined;
    return inner === undefined ? undefined : typeOf(inner);
  }
}

const end: Statement = { do: 'return', value: other };

/** `return;` at the end of a branch. */
function endsBare(node: Node): boolean {
  const last = node.type === 'statement_block' ? namedChildren(node).at(-1) : node;
  return last?.type === 'return_statement' && last.namedChildCount === 0;
}

function literalOf(node: Node | null): Expression | undefined {
  switch (node?.type) {
    case 'string':
      return text(stringText(node));
    case 'number':
    case 'true':
    case 'false':
    case 'undefined':
      return text(node.text);
    default:
      return undefined;
  }
}
