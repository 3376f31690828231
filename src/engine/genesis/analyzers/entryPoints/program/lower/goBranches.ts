import type { Node } from 'web-tree-sitter';
import { negated, whenItem } from '../conditions';
import type { Expression, Parameter, Statement } from '../program';

/** What the reader of Go does for its branches. */
interface GoBlocks {
  expression(node: Node): Expression;
  block(node: Node): Statement[];
  push(statement: Statement): void;
}

/** `if persistable { … }` on a parameter that is a `bool`: which side is gone through, only a run can tell. */
export class GoBranches {
  /** The flags that the functions around were handed, the innermost last. */
  private readonly flags: ReadonlySet<string>[] = [];

  constructor(private readonly blocks: GoBlocks) {}

  inFunction<T>(parameters: readonly Parameter[], read: () => T): T {
    this.flags.push(new Set(parameters.filter(({ type }) => type === 'bool').map(({ name }) => name)));
    try {
      return read();
    } finally {
      this.flags.pop();
    }
  }

  /** Reads `if`; false where its test asks for something else than a flag. */
  ifStatement(node: Node): boolean {
    const condition = node.childForFieldName('condition');
    const isNegated = condition?.type === 'unary_expression' && condition.text.startsWith('!');
    const flag = isNegated ? condition.childForFieldName('operand') : condition;
    const isFlag = flag?.type === 'identifier' && this.flags.some((names) => names.has(flag.text));
    if (!isFlag || node.childForFieldName('initializer') !== null) return false;
    const test = this.blocks.expression(flag);
    this.under(isNegated ? negated(test) : test, node.childForFieldName('consequence'));
    this.under(isNegated ? test : negated(test), node.childForFieldName('alternative'));
    return true;
  }

  private under(test: Expression, node: Node | null): void {
    if (node === null) return;
    const body = this.blocks.block(node);
    if (body.length > 0) this.blocks.push({ do: 'each', items: [whenItem], of: test, body });
  }
}
