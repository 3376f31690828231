import type { Node } from 'web-tree-sitter';
import { type Decorator, text } from '../../program';
import { attributesBefore } from './rustParts';

const scope = /^#\[\s{0,4}(?:actix_web(?:_codegen)?::)?scope\s{0,4}\(\s{0,9}"([^"]{0,200})"/;
const verb = /^(?:get|post|put|patch|delete|head|options|trace|connect|route)$/;

/** `#[scope("/api")]` before a module of Actix: what comes before the paths of its functions. */
export function scopeOf(module: Node): string | undefined {
  for (const attribute of attributesBefore(module)) {
    const path = scope.exec(attribute.text)?.[1];
    if (path !== undefined) return path;
  }
  return undefined;
}

/** The route that an attribute says, below the scopes around it. */
export function withinScopes(decorator: Decorator, scopes: readonly string[]): Decorator {
  const { value } = decorator;
  if (scopes.length === 0 || value.is !== 'call') return decorator;
  const { callee, args } = value;
  const [path, ...rest] = args;
  const isRoute = (callee.is === 'name' || callee.is === 'member') && verb.test(callee.name);
  if (!isRoute || path?.value.is !== 'text' || path.name !== undefined) return decorator;
  const whole = text([...scopes, path.value.text].join('/').replace(/\/{2,}/g, '/'));
  return { ...decorator, value: { ...value, args: [{ ...path, value: whole }, ...rest] } };
}
