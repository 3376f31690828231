import type { CallExpression } from '../program/program';
import type { PendingCall } from './calls/pendingCall';
import type { Frame, Interpreter } from './interpreter';
import { type ClassValue, ownRouter, unknown, type Value } from './values';

/**
 * `super().init_app(app)`: what a method overrides. `super(options)`, `super().__init__(handlers)`, `Application.__init__(self, handlers)`: the constructor of the class that
 * is extended, or what a framework makes of the arguments where that class is its router. `undefined` for other calls.
 */
export function callSuper(interpreter: Interpreter, expression: CallExpression, frame: Frame): Value | undefined {
  const name = superMethod(expression);
  const self = name === undefined ? undefined : frame.scope.get('this');
  const owner = self?.kind === 'object' ? ownerOf(frame) : undefined;
  if (name === undefined || self?.kind !== 'object' || owner === undefined) return undefined;
  const args = interpreter.calls.args(expression, frame).filter((argument) => argument.value !== self);
  const call: PendingCall = { args, line: expression.line, frame };
  const router = self.fields.get(ownRouter);
  const made = interpreter.objects.inherited.createdByBases(owner);
  const { ancestry } = interpreter;
  const [, parent] = ancestry.of(owner);
  // A class of the project between this one and the framework's makes of the arguments what it wants.
  const between = name === '' && parent !== undefined ? ancestry.constructorOf(parent) : undefined;
  if (made !== undefined && router?.kind === 'router' && between === undefined) {
    if (name !== '') return interpreter.calls.callMember(router, name, call);
    interpreter.routers.complete(router.node, made.creation, call);
    return unknown;
  }
  if (parent === undefined) return unknown;
  const inherited = name === '' ? between : ancestry.method(parent, name);
  if (inherited !== undefined)
    return name === ''
      ? interpreter.objects.callMaker(inherited, args, self)
      : interpreter.callFunction(inherited, args, self);
  return name !== '' && router?.kind === 'router' ? interpreter.calls.callMember(router, name, call) : unknown;
}

/** The method of the class above that is called; empty for its constructor, `undefined` for other calls. */
function superMethod({ callee }: CallExpression): string | undefined {
  if (callee.is === 'name') return callee.name === 'super' ? '' : undefined;
  if (callee.is !== 'member') return undefined;
  if (callee.name === '__init__' || callee.name === '__construct') return '';
  const above = callee.of.is === 'call' ? callee.of.callee : callee.of;
  return above.is === 'name' && above.name === 'super' ? callee.name : undefined;
}

/** The class in which the function stands. */
function ownerOf({ of }: Frame): ClassValue | undefined {
  const id = of?.unit.classOf(of.id);
  return of === undefined || id === undefined ? undefined : { kind: 'class', unit: of.unit, id, scope: of.unit.scope };
}
