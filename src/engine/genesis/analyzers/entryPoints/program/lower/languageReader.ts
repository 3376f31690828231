import type { Node } from 'web-tree-sitter';
import { either, Lowering, lineOf, namedChildren, rowOf } from '../lowering';
import type { Argument, Expression, FileProgram, Parameter, Statement } from '../program';
import { name, nothingInside, other, wholeName } from '../program';
import { branchesForUsers } from './developmentOnly';

/** What the readers of most languages share: blocks, arguments and functions. */
export abstract class LanguageReader {
  readonly lowering: Lowering;

  constructor(
    hot: RegExp,
    private readonly language: FileProgram['language'],
  ) {
    this.lowering = new Lowering(hot);
  }

  protected abstract statement(node: Node): void;
  protected abstract read(node: Node): Expression;

  program(root: Node, namespace?: string): FileProgram {
    const body = this.block(root);
    const { functions, classes } = this.lowering;
    return { language: this.language, body, functions, classes, ...(namespace === undefined ? {} : { namespace }) };
  }

  block(node: Node): Statement[] {
    return this.lowering.block(() => {
      for (const child of namedChildren(node)) this.statement(child);
    });
  }

  /** Reads the children of a branch, loop or block as if they stood in a row. */
  protected flatten(node: Node): void {
    for (const child of branchesForUsers(node)) this.statement(child);
  }

  /** A branch as if it stood in the row, unless a parameter says whether it is gone through. */
  protected flaggedBranches(node: Node): void {
    const then = node.childForFieldName('consequence');
    for (const branch of branchesForUsers(node))
      if (branch.id !== then?.id) this.statement(branch);
      else this.lowering.underFlag(node.childForFieldName('condition')?.text ?? '', this.block(branch));
  }

  expression(node: Node | null | undefined): Expression {
    if (node === null || node === undefined) return other;
    return rowOf(
      node,
      this.lowering.nested(() => this.read(node)),
    );
  }

  protected inner(node: Node): Expression {
    return this.expression(namedChildren(node)[0]);
  }

  protected options(nodes: readonly (Node | null)[]): Expression {
    return either(nodes.filter((node) => node !== null).map((node) => this.expression(node)));
  }

  protected list(node: Node): Expression {
    return { is: 'list', items: namedChildren(node).map((item) => this.expression(item)) };
  }

  protected positional(node: Node, callLine: number): Argument {
    return { value: this.expression(node), ...placeOf(node, callLine) };
  }

  /** The statements of a body, or of an expression that is one. */
  protected body(
    node: Node | null,
    declared: boolean,
    isBlock: (node: Node) => boolean,
    isTelling = false,
  ): Statement[] {
    if (node === null || !(isTelling || this.lowering.isWorthReading(node, declared))) return [];
    if (isBlock(node)) return this.block(node);
    return this.lowering.block(() => {
      const value = this.expression(node);
      if (value.is !== 'other') this.lowering.push({ do: 'return', value });
    });
  }

  protected functionValue(line: number, parameters: readonly Parameter[], body: readonly Statement[]): Expression {
    return body.length === 0 ? nothingInside : this.lowering.addFunction({ name: '', line, parameters, body });
  }

  protected set(target: string, value: Expression, node: Node, type?: string): void {
    if (value.is === 'other' && type === undefined) return;
    this.lowering.push({
      do: 'set',
      target: name(target),
      value,
      line: lineOf(node),
      declares: true,
      ...(type === undefined ? {} : { type }),
    });
  }
}

export function placeOf(node: Node, callLine: number): { readonly line?: number } {
  const line = lineOf(node);
  return line === callLine ? {} : { line };
}

/** The name of a declared type with those around it. */
export const nameOfType = (node: Node, within: string | undefined): string =>
  wholeName({ name: node.childForFieldName('name')?.text ?? '', ...(within === undefined ? {} : { within }) });
