import type { Expression } from '../../../program/program';
import type { Frame, Interpreter } from '../../interpreter';

/**
 * The name of a decorator: alone, or as a member of a module of Django or its REST framework (`@decorators.action(…)`).
 * What another object calls so is something else.
 */
export function decoratorOfDjango(interpreter: Interpreter, callee: Expression, frame: Frame): string | undefined {
  if (callee.is === 'name') return callee.name;
  // Only a module is looked up: what a call gives back is not worked out for a decorator's name.
  if (callee.is !== 'member' || !/^(?:name|member)$/.test(callee.of.is)) return undefined;
  const owner = interpreter.evaluate(callee.of, frame);
  return owner.kind === 'external' && /^(?:django|rest_framework)/.test(owner.package) ? callee.name : undefined;
}
