import { whenItem } from '../conditions';
import type { Expression, FunctionDeclaration, Statement } from '../program';
import { allStatements } from '../walk';

/** A branch whose test only a run can tell. */
export const isBranch = (statement: Statement): statement is Extract<Statement, { do: 'each' }> =>
  statement.do === 'each' && statement.items[0] === whenItem;

const pathFunction = /(?:path|route|url|prefix|endpoint)$/i;
/** What puts a path together is not longer, in statements. */
const mostStatements = 12;

/** `routerPath(name, own = true) { let route = '/' + name; if (own) route += '/:id'; return route; }` */
export function buildsPath({ name, body }: FunctionDeclaration): boolean {
  if (!pathFunction.test(name) || body.length > mostStatements) return false;
  const statements = [...allStatements(body)];
  return (
    statements.some(
      (statement) => statement.do === 'return' && /^(?:name|text|join|either)$/.test(statement.value.is),
    ) &&
    statements.some(
      (statement) => (statement.do === 'return' || statement.do === 'set') && holdsSlash(statement.value, 0),
    )
  );
}

function holdsSlash(value: Expression, depth: number): boolean {
  if (value.is === 'text') return /^\/[\w/:.{}-]{0,100}$/.test(value.text);
  const parts = value.is === 'join' ? value.parts : value.is === 'either' ? value.options : [];
  return depth < 4 && parts.some((part) => holdsSlash(part, depth + 1));
}
