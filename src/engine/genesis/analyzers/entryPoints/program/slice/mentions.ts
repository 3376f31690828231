import type { CallExpression, Expression } from '../program';
import { visitExpression } from '../walk';

/** What stands in an expression, whatever its depth; functions are named and not entered. */
interface Mentioned {
  /** Names and, with a dot in front, members. */
  readonly names: readonly string[];
  /** Ids of functions. */
  readonly functions: readonly number[];
  readonly calls: readonly CallExpression[];
}

/** Reads each expression once: they are asked about a dozen times while a program is cut down. */
export class Mentions {
  private readonly known = new Map<Expression, Mentioned>();

  in(expression: Expression): Mentioned {
    let mentioned = this.known.get(expression);
    if (mentioned === undefined) {
      mentioned = read(expression);
      this.known.set(expression, mentioned);
    }
    return mentioned;
  }
}

function read(expression: Expression): Mentioned {
  const names = new Set<string>();
  const functions: number[] = [];
  const calls: CallExpression[] = [];
  visitExpression(expression, (inner) => {
    if (inner.is === 'name') names.add(inner.name);
    else if (inner.is === 'member') names.add(`.${inner.name}`);
    else if (inner.is === 'function') functions.push(inner.id);
    else if (inner.is === 'call') calls.push(inner);
    return undefined;
  });
  return { names: [...names], functions, calls };
}
