import { type CallExpression, choiceOf, type Expression } from '../program/program';
import type { PendingCall } from './calls/pendingCall';
import { nameOf } from './expressions';
import type { Frame, Interpreter } from './interpreter';
import { httpMethods } from './routers/httpMethods';
import { verbOf } from './ruleBook';
import type { Value } from './values';
import { keysOfMap, optionsOf, routersIn, several, textsOf, unknown } from './values';

/** More members than a router has verbs are a table of something else. */
const mostMembers = 12;

/** `routes[name]`, `app[method](path)` and the keys of a map that a loop goes over; `undefined` for other calls. */
export function callComputed(interpreter: Interpreter, expression: CallExpression, frame: Frame): Value | undefined {
  const own = choiceOf(expression);
  if (own !== undefined) return memberBy(interpreter, own.of, own.key, frame);
  const { callee, args } = expression;
  if (callee.is === 'name' && callee.name === '%keys') return keysOf(args[0]?.value, interpreter, frame);
  const choice = choiceOf(callee);
  if (choice === undefined) return undefined;
  const call: PendingCall = { args: interpreter.calls.args(expression, frame), line: expression.line, frame };
  const key = interpreter.evaluate(choice.key, frame);
  const said = textsOf(key).slice(0, mostMembers);
  const names = said.length > 0 ? said : methodNamed(key);
  const owner = interpreter.evaluate(choice.of, frame);
  if (names.length === 0) {
    noteUnread(interpreter, owner, call);
    return interpreter.calls.callUnknown(call);
  }
  return several(
    optionsOf(owner).flatMap((option) =>
      names.map((name) => interpreter.calls.callMember(option, verbNamed(option, name), call)),
    ),
  );
}

/**
 * `router[route.method](route.path, route.handler)` for an element of a list that is not read. Branches that register the
 * same elements in two ways count them once.
 */
function noteUnread(interpreter: Interpreter, owner: Value, { args, frame, line }: PendingCall): void {
  const [node] = routersIn(owner);
  if (node === undefined || args.length < 2) return;
  const place = `${frame.unit.path}:${line}`;
  const times = (interpreter.unreadElements.get(place) ?? 0) + 1;
  interpreter.unreadElements.set(place, times);
  interpreter.unread.set(`${frame.unit.path}#${times}`, node.rule.name);
}

/** `Verb.post` of an enumeration that is not read: what it is called says which method it is. */
function methodNamed(key: Value): string[] {
  const name = key.kind === 'unknown' || key.kind === 'external' ? (key.name ?? '') : '';
  const last = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return httpMethods.has(last.toUpperCase()) ? [last] : [];
}

/** `GET` of a table is `get` of a router. */
function verbNamed(owner: Value, name: string): string {
  const small = name.toLowerCase();
  return owner.kind === 'router' && verbOf(owner.node.rule, name) === undefined && verbOf(owner.node.rule, small)
    ? small
    : name;
}

function memberBy(interpreter: Interpreter, of: Expression, key: Expression, frame: Frame): Value {
  const owner = interpreter.evaluate(of, frame);
  const names = textsOf(interpreter.evaluate(key, frame));
  if (names.length === 0) return { kind: 'unknown', name: nameOf(key) };
  return several(names.slice(0, mostMembers).map((name) => interpreter.expressions.memberOf(owner, name, frame)));
}

function keysOf(of: Expression | undefined, interpreter: Interpreter, frame: Frame): Value {
  const value = of === undefined ? unknown : interpreter.evaluate(of, frame);
  const items = optionsOf(value).flatMap((option) => (option.kind === 'map' ? keysOfMap(option) : []));
  return items.length === 0 ? unknown : { kind: 'list', items };
}
