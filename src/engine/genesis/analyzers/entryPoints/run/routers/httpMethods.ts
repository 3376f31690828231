import { viewMethods } from '../../rules/python/djangoViews';
import type { Interpreter } from '../interpreter';
import type { ClassValue } from '../values';
import { textsOf } from '../values';

export const httpMethods: ReadonlySet<string> = new Set([
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'WS',
]);

/** Those of WebDAV (RFC 4918, RFC 3253): words of code also, so they count in capitals only. */
export const webDavMethods: ReadonlySet<string> = new Set(
  'PROPFIND PROPPATCH MKCOL COPY MOVE LOCK UNLOCK REPORT'.split(' '),
);

/** Methods of classes that mean something else, or that frameworks answer by themselves. */
const neverHandled = new Set(['options', 'ws', 'connect', 'trace']);

/** The methods that a class handles by methods of that name: `def get`, `async post`, `on_get`. */
export function methodsOfClass(interpreter: Interpreter, type: ClassValue): string[] {
  const found = new Set<string>();
  for (const ancestor of interpreter.ancestry.of(type))
    for (const id of interpreter.classDeclarationOf(ancestor)?.methods ?? []) {
      const name = ancestor.unit.program.functions[id]?.name ?? '';
      const method = name.replace(/^on_/, '');
      if (httpMethods.has(method.toUpperCase()) && method === method.toLowerCase() && !neverHandled.has(method))
        found.add(method.toUpperCase());
    }
  if (found.size === 0 || type.unit.program.language === 'python')
    for (const base of interpreter.ancestry.baseNames(type))
      for (const method of Object.hasOwn(viewMethods, base) ? (viewMethods[base] ?? []) : []) found.add(method);
  return inOrder(allowed(interpreter, type, [...found]));
}

/**
 * `http_method_names = ['get', 'head']` leaves the other methods of a view of Django unanswered, `methods = ['GET']` those
 * of one of Flask.
 */
function allowed(interpreter: Interpreter, type: ClassValue, found: readonly string[]): readonly string[] {
  if (type.unit.program.language !== 'python') return found;
  const names = textsOf(interpreter.objects.memberOfClass(type, 'http_method_names')).map((name) => name.toUpperCase());
  const limit = names.length > 0 ? names : textsOf(interpreter.objects.memberOfClass(type, 'methods'));
  if (limit.length === 0) return found;
  // A view whose base handles them is known by what it lets through alone.
  if (found.length === 0)
    return limit.filter((method) => httpMethods.has(method) && !/^(?:HEAD|OPTIONS|TRACE)$/.test(method));
  return found.filter((method) => limit.includes(method));
}

const order = [...httpMethods];
const inOrder = (methods: readonly string[]): string[] =>
  [...methods].sort((a, b) => order.indexOf(a) - order.indexOf(b));
