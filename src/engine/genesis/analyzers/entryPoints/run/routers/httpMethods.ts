import { viewMethods } from '../../rules/python/djangoViews';
import type { Interpreter } from '../interpreter';
import type { ClassValue } from '../values';

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

/** The methods that a class handles by methods of that name: `def get`, `async post`, `on_get`. */
export function methodsOfClass(interpreter: Interpreter, type: ClassValue): string[] {
  const found = new Set<string>();
  for (const ancestor of interpreter.objects.ancestry(type))
    for (const id of interpreter.classDeclarationOf(ancestor)?.methods ?? []) {
      const name = ancestor.unit.program.functions[id]?.name ?? '';
      const method = name.replace(/^on_/, '');
      if (
        httpMethods.has(method.toUpperCase()) &&
        method === method.toLowerCase() &&
        method !== 'options' &&
        method !== 'ws'
      )
        found.add(method.toUpperCase());
    }
  if (found.size === 0)
    for (const base of interpreter.objects.baseNames(type))
      for (const method of Object.hasOwn(viewMethods, base) ? (viewMethods[base] ?? []) : []) found.add(method);
  return [...found];
}
