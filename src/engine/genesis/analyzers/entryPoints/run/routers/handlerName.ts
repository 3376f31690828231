import { writtenName } from '../../program/lower/goScopes';
import type { Expression } from '../../program/program';
import type { PassedArgument } from '../values';
import { textsOf } from '../values';

const longestName = 120;

/** The name of the function that an argument stands for. */
export function handlerNameOf(argument: PassedArgument | undefined): string | undefined {
  const written = functionNameOf(argument?.source);
  if (argument === undefined) return written;
  const { source } = argument;
  const known = nameOfValue(argument.value);
  if (source.is === 'other') return known;
  // `route.Handler` in a loop over a table is called by what stands in the table, a parameter by what was handed over.
  if (source.is !== 'member' && source.is !== 'name') return written;
  return known !== undefined && known !== source.name ? known : written;
}

function nameOfValue(value: PassedArgument['value']): string | undefined {
  if (value.kind === 'external' && value.package === '') return writtenName(value.name);
  if (value.kind === 'unknown') return value.name === undefined ? undefined : writtenName(value.name);
  if (value.kind === 'text') return value.text;
  if (value.kind === 'class') return value.unit.program.classes[value.id]?.name;
  const name = value.kind === 'function' ? value.unit.program.functions[value.id]?.name : undefined;
  return name === '' ? undefined : name;
}

/** What people call a handler: `users.list`, `UserController@show`; `undefined` for a function without a name. */
export function functionNameOf(expression: Expression | undefined): string | undefined {
  const name = expression === undefined ? undefined : read(expression, 0);
  return name === undefined || name === '' || name.startsWith('%') ? undefined : name.slice(0, longestName);
}

function read(expression: Expression, depth: number): string | undefined {
  if (depth > 8) return undefined;
  switch (expression.is) {
    case 'name':
      return writtenName(expression.name);
    case 'text':
      return expression.text;
    case 'member': {
      if (expression.name === 'class') return read(expression.of, depth + 1);
      if (expression.name === 'bind') return read(expression.of, depth + 1);
      const of = read(expression.of, depth + 1);
      return of === undefined || of === 'this' || of === 'self' ? expression.name : `${of}.${expression.name}`;
    }
    case 'call': {
      // `handler.bind(x)`, `View.as_view()`: the handler is in front.
      if (expression.callee.is === 'member' && /^(?:bind|as_view|as_asgi)$/.test(expression.callee.name))
        return read(expression.callee.of, depth + 1);
      return wrapped(expression, depth);
    }
    case 'list': {
      const parts = expression.items.map((item) => read(item, depth + 1));
      return parts.length === 2 && parts.every((part) => part !== undefined) ? parts.join('@') : parts.at(-1);
    }
    case 'join': {
      const parts = expression.parts.map((part) => read(part, depth + 1));
      return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
    }
    case 'map': {
      // `['uses' => 'UserController@show', 'as' => 'user']`
      const uses = expression.entries.find((entry) => entry.key.is === 'text' && entry.key.text === 'uses');
      return uses === undefined ? undefined : read(uses.value, depth + 1);
    }
    case 'either':
      return expression.options[0] === undefined ? undefined : read(expression.options[0], depth + 1);
    default:
      return undefined;
  }
}

/** What a handler is made with, not what answers: `login(s.ds)`, `list(app.orderService)`. */
const dependency =
  /^(?:ds|db|bus|ctx|hub|cfg|conf|env|log|svc|deps?|opts|pool|queue|state|options|tracker|(?:\w*[a-z_])?(?:[cC]onfig|[sS]ettings|[lL]ogger|[sS]tore|[rR]epo(?:sitory)?|[sS]ervice|[cC]lient|[cC]ache|[dD]atabase|[mM]anager|[bB]roker|[sS]essions?|Pool|DB))$/;

const wrapperName = /wrap|async|catch|try|safe|promis|eventHandler|HandlerFunc/i;

/** `asyncHandler(users.show)` is called by what it wraps, `createHandler(store)` by what makes it. */
function wrapped(call: Extract<Expression, { is: 'call' }>, depth: number): string | undefined {
  const last = call.args.at(-1)?.value;
  if (last?.is === 'function') return undefined;
  const callee = read(call.callee, depth + 1);
  // `http.RedirectHandler(target, http.StatusFound)` and `NewCollector(api.database)` wrap nothing.
  const makes = /(?:^|\.)New[A-Z]\w*$/.test(callee ?? '');
  const isWrapper =
    (last?.is === 'member' && !makes && !/^Status[A-Z]/.test(last.name) && !dependency.test(last.name)) ||
    (last?.is === 'name' && wrapperName.test(callee ?? ''));
  return isWrapper || last?.is === 'call' ? (read(last, depth + 1) ?? callee) : callee;
}

/** The name of a middleware: for a call, of what makes it. */
function middlewareName(expression: Expression): string | undefined {
  if (expression.is !== 'call') return functionNameOf(expression);
  const callee = functionNameOf(expression.callee);
  // What is depended on guards, not that it is.
  const inner = /^(?:Depends|Security|.*from_fn(?:_with_state)?)$/.test(callee ?? '')
    ? expression.args.at(-1)?.value
    : undefined;
  return inner === undefined ? callee : (functionNameOf(inner) ?? callee);
}

/** The names by which people know the functions in an argument. */
export function namesOf(argument: PassedArgument): string[] {
  const { source, value } = argument;
  if (source.is === 'list') return source.items.flatMap((item) => middlewareName(item) ?? []);
  const written = source.is === 'text' ? undefined : middlewareName(source);
  if (written !== undefined) return [written];
  return textsOf(value);
}
