import type { Expression } from '../program/program';
import type { PassedArgument } from './values';
import { textsOf } from './values';

const longestName = 120;

/** What people call a handler: `users.list`, `UserController@show`; `undefined` for a function without a name. */
export function functionNameOf(expression: Expression | undefined): string | undefined {
  const name = expression === undefined ? undefined : read(expression, 0);
  return name === undefined || name === '' || name.startsWith('%') ? undefined : name.slice(0, longestName);
}

function read(expression: Expression, depth: number): string | undefined {
  if (depth > 8) return undefined;
  switch (expression.is) {
    case 'name':
      return expression.name;
    case 'text':
      return expression.text;
    case 'member': {
      if (expression.name === 'class') return read(expression.of, depth + 1);
      if (expression.name === 'bind') return read(expression.of, depth + 1);
      const of = read(expression.of, depth + 1);
      return of === undefined || of === 'this' || of === 'self' ? expression.name : `${of}.${expression.name}`;
    }
    case 'call': {
      // `wrap(handler)`, `handler.bind(x)`, `View.as_view()`: the handler is inside or in front.
      if (expression.callee.is === 'member' && /^(?:bind|as_view|as_asgi)$/.test(expression.callee.name))
        return read(expression.callee.of, depth + 1);
      const inner = expression.args
        .map((argument) => named(argument.value, depth + 1))
        .findLast((name) => name !== undefined);
      return inner ?? read(expression.callee, depth + 1);
    }
    case 'list': {
      const parts = expression.items.map((item) => read(item, depth + 1));
      return parts.length === 2 && parts.every((part) => part !== undefined) ? parts.join('@') : parts.at(-1);
    }
    case 'either':
      return expression.options[0] === undefined ? undefined : read(expression.options[0], depth + 1);
    default:
      return undefined;
  }
}

/** Only names count as a handler inside of a wrapper: texts and options are its settings. */
function named(expression: Expression, depth: number): string | undefined {
  return expression.is === 'name' || expression.is === 'member' || expression.is === 'call'
    ? read(expression, depth)
    : undefined;
}

/** The names by which people know the functions in an argument. */
export function namesOf(argument: PassedArgument): string[] {
  const { source, value } = argument;
  if (source.is === 'list') return source.items.flatMap((item) => functionNameOf(item) ?? []);
  const written = functionNameOf(source);
  if (written !== undefined) return [written];
  return textsOf(value);
}
