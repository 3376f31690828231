import type { Expression } from '../../../program/program';
import type { PendingCall } from '../../calls/pendingCall';
import type { Frame, Interpreter } from '../../interpreter';
import { isScript } from '../../project/languageTraits';
import type { FunctionValue, Value } from '../../values';

/** `new Orders(options)` of a function: what it puts on `this`, and what hangs on its prototype. */
export function madeByFunction(
  interpreter: Interpreter,
  maker: FunctionValue,
  { makes, args, line, frame }: PendingCall,
): Value | undefined {
  if (makes !== true || !isScript.test(frame.unit.program.language)) return undefined;
  const declared = interpreter.declarationOf(maker);
  const shared = declared === undefined ? undefined : interpreter.prototypes.get(declared);
  const self: Value = { kind: 'map', entries: new Map(shared), line, lines: new Map(), isMade: true };
  const result = interpreter.callFunction(maker, args, self);
  return result.kind === 'unknown' ? self : result;
}

/** In a function of what another function made, `this` is that. */
export const calledOnMade = (
  interpreter: Interpreter,
  owner: Value,
  called: Value,
  { args }: PendingCall,
): Value | undefined =>
  called.kind === 'function' && owner.kind === 'map' && owner.isMade === true
    ? interpreter.callFunction(called, args, owner)
    : undefined;

/** `Orders.prototype.mount = function (app) { … }`; true if that is what is assigned. */
export function setPrototype(
  interpreter: Interpreter,
  target: Expression,
  name: string,
  value: Value,
  frame: Frame,
): boolean {
  if (target.is !== 'member' || target.name !== 'prototype' || !isScript.test(frame.unit.program.language))
    return false;
  const maker = interpreter.evaluate(target.of, frame);
  const declared = maker.kind === 'function' ? interpreter.declarationOf(maker) : undefined;
  if (declared === undefined) return false;
  const shared = interpreter.prototypes.get(declared) ?? new Map<string, Value>();
  interpreter.prototypes.set(declared, shared.set(name, value));
  return true;
}
