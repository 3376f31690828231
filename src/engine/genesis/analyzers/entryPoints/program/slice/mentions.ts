import type { CallExpression, Expression, MapExpression } from '../program';
import { visitExpression } from '../walk';

/** What stands in an expression, whatever its depth; functions are named and not entered. */
export interface Mentioned {
  /** Names and, with a dot in front, members. */
  readonly names: readonly string[];
  /** Ids of functions. */
  readonly functions: readonly number[];
  readonly calls: readonly CallExpression[];
  /** It holds a table whose keys say methods and paths: `{ 'get /users': … }`, or the description of a route. */
  readonly tellsRoutes: boolean;
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
  let tellsRoutes = false;
  visitExpression(expression, (inner) => {
    if (inner.is === 'name') names.add(inner.name);
    else if (inner.is === 'member') names.add(`.${inner.name}`);
    else if (inner.is === 'function') functions.push(inner.id);
    else if (inner.is === 'call') calls.push(inner);
    else if (inner.is === 'map')
      tellsRoutes ||= inner.entries.some(({ key }) => isRouteKey(key)) || describesRoute(inner);
    return undefined;
  });
  return { names: [...names], functions, calls, tellsRoutes };
}

/** `{ method: 'GET', path: '/users', handler }` */
function describesRoute({ entries }: MapExpression): boolean {
  const keys = new Set(entries.flatMap(({ key }) => (key.is === 'text' ? [key.text] : [])));
  return keys.has('method') && keys.has('path') && handling.some((key) => keys.has(key));
}

/** Keys beside method and path by which a map is a route and no request. */
const handling = ['handler', 'options', 'config', 'middleware', 'controller'];

/** `'GET /users/:id'`, as keys of tables that a loop makes routes of. */
const isRouteKey = (key: Expression): boolean =>
  key.is === 'text' && /^(?:get|post|put|patch|delete|all) \//i.test(key.text);
