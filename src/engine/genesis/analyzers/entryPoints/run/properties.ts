import type { Interpreter } from './interpreter';
import { type ObjectValue, ownRouter, routersIn, type Value } from './values';

const readers = new Set(['property', 'cached_property']);

/**
 * What `router.urls` gives where the class of the project extends the router of a framework and overrides the property:
 * what the method returns, and the router itself, which such a method adds to through `super().urls`.
 */
export function propertyOfRouter(
  interpreter: Interpreter,
  owner: ObjectValue,
  name: string,
  member: Value | undefined,
): Value | undefined {
  const own = owner.fields.get(ownRouter);
  if (own?.kind !== 'router' || member?.kind !== 'function' || !isRead(interpreter, member)) return member;
  const read = interpreter.callFunction(member, [], owner);
  const inherited = interpreter.routers.member(own.node, name);
  if (inherited.kind !== 'router' || routersIn(read).includes(own.node)) return read;
  return { kind: 'list', items: [inherited, read] };
}

function isRead(interpreter: Interpreter, member: Extract<Value, { kind: 'function' }>): boolean {
  const { decorators = [] } = interpreter.declarationOf(member) ?? {};
  return decorators.some(({ value }) => (value.is === 'name' || value.is === 'member') && readers.has(value.name));
}
