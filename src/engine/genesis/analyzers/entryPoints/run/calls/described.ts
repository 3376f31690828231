import type { Value } from '../values';
import type { PendingCall } from './pendingCall';

/** `shop.Route{Pattern: "/users"}`, of a package of the project whose type says nothing of routes. */
export const madeOfParts = (call: PendingCall): Value | undefined =>
  call.makes === true && call.frame.unit.program.language === 'go' && call.args.some(({ name }) => name !== undefined)
    ? describedBy(call)
    : undefined;

/** Something made of named parts whose type is not in the project: what is known are the parts. */
export function describedBy(call: PendingCall): Value {
  const entries = new Map<string, Value>();
  const lines = new Map<string, number>();
  for (const { name, value, line } of call.args) {
    if (name === undefined) continue;
    entries.set(name, value);
    lines.set(name, line ?? call.line);
  }
  return { kind: 'map', entries, line: call.line, lines, file: call.frame.unit.path };
}
