import type { CallExpression, Decorator, Expression } from '../program/program';
import { isPathDecorator } from '../program/slice/sliceWords';
import type { Verb } from '../rules/routerRule';
import type { PendingCall } from './calls/pendingCall';
import type { Frame, Interpreter } from './interpreter';
import { functionNameOf } from './routers/handlerName';
import type { RouterNode } from './routers/routerNode';
import { verbOf } from './ruleBook';
import type { ClassValue, FunctionValue } from './values';
import { routersIn } from './values';

/** Decorators that are calls of a router's verbs register what they stand on; the names of the others go with it. */
export function decorate(
  interpreter: Interpreter,
  decorators: readonly Decorator[],
  value: FunctionValue | ClassValue,
  frame: Frame,
): void {
  const verbs = decorators.flatMap((decorator) => {
    const { value: expression } = decorator;
    if (expression.is !== 'call' || expression.callee.is !== 'member') return [];
    const routers = routersIn(interpreter.evaluate(expression.callee.of, frame));
    const { name } = expression.callee;
    return routers.flatMap((node) => {
      const verb = verbOf(node.rule, name);
      return verb === undefined ? [] : [{ node, verb, expression, decorator }];
    });
  });
  const functions = globalDecorators(interpreter, decorators, frame);
  const handed = decorators.flatMap((decorator) => handedVerbs(interpreter, decorator, frame));
  const wrapped = wrappedBy(interpreter, decorators, frame);
  const registering = new Set([...verbs, ...functions, ...handed].map((found) => found.decorator));
  const middleware = decorators
    .filter((decorator) => (!registering.has(decorator) || isHanded(handed, decorator)) && !isWraps(decorator))
    .map((decorator) => functionNameOf(decorator.value))
    .filter((name) => name !== undefined);
  for (const { node, verb, expression, decorator } of [...verbs, ...functions, ...handed]) {
    const call: PendingCall = {
      args: interpreter.calls.args(expression, frame),
      line: decorator.line,
      frame,
      decorated: { value: wrapped ?? value, middleware },
    };
    interpreter.routers.apply(node, verb, call);
  }
  for (const decorator of decorators) if (!registering.has(decorator)) handOver(interpreter, decorator, value, frame);
}

/** `@wraps(handler)`: what stands in for a function is called like it. */
function wrappedBy(
  interpreter: Interpreter,
  decorators: readonly Decorator[],
  frame: Frame,
): FunctionValue | undefined {
  for (const decorator of decorators) {
    const argument = isWraps(decorator) && decorator.value.is === 'call' ? decorator.value.args[0] : undefined;
    const found = argument === undefined ? undefined : interpreter.evaluate(argument.value, frame);
    if (found?.kind === 'function') return found;
  }
  return undefined;
}

const isWraps = ({ value }: Decorator): boolean => value.is === 'call' && lastName(value.callee) === 'wraps';
const lastName = (callee: Expression): string => (callee.is === 'name' || callee.is === 'member' ? callee.name : '');

/** `@register("/users")` of the project: what its function makes is handed what it stands on, and may register it. */
function handOver(
  interpreter: Interpreter,
  { value: expression, line }: Decorator,
  value: FunctionValue | ClassValue,
  frame: Frame,
): void {
  if (!isPathDecorator(expression) || expression.is !== 'call' || frame.unit.program.language !== 'python') return;
  const target = interpreter.evaluate(expression.callee, frame);
  if (target.kind !== 'function' && target.kind !== 'class') return;
  const at = { file: frame.unit.path, line, isRow: true } as const;
  const args = interpreter.calls
    .args(expression, frame)
    .map((argument) => (argument.value.kind === 'text' ? { ...argument, value: { ...argument.value, at } } : argument));
  const made = interpreter.calls.callValue(target, { args, line, frame });
  const taking = made.kind === 'object' ? interpreter.objects.memberOfObject(made, '__call__') : made;
  if (taking?.kind !== 'function') return;
  const self = made.kind === 'object' ? made : taking.self;
  interpreter.callFunction(taking, [{ value, source: { is: 'other' } }], self);
}

/** Decorators that are functions of a package: `@get('/users')`, `@route('/')`. */
function globalDecorators(
  interpreter: Interpreter,
  decorators: readonly Decorator[],
  frame: Frame,
): RegisteringDecorator[] {
  return decorators.flatMap((decorator): RegisteringDecorator[] => {
    const { value: expression, line } = decorator;
    if (expression.is !== 'call') return [];
    // `@bottle.route('/')`, where the module is what the file imports.
    const { callee } = expression;
    const isOfModule = callee.is === 'member' && callee.of.is === 'name' && frame.unit.program.language === 'python';
    if (callee.is !== 'name' && !isOfModule) return [];
    const target = interpreter.evaluate(callee, frame);
    if (target.kind !== 'external') return [];
    const global = interpreter.rules.globalVerb(frame.unit.program.language, target);
    if (global === undefined) return [];
    return [{ node: interpreter.defaultNode(global.rule, frame.unit, line), verb: global.verb, expression, decorator }];
  });
}

/**
 * `@guarded(router.get, '/users', scopes)`: what is handed the verb of a router and a path, and wraps a function, can do
 * nothing else with them than register it there.
 */
function handedVerbs(interpreter: Interpreter, decorator: Decorator, frame: Frame): RegisteringDecorator[] {
  const { value: expression } = decorator;
  if (frame.unit.program.language !== 'python' || expression.is !== 'call') return [];
  const [first, path] = expression.args;
  if (first?.value.is !== 'member' || first.name !== undefined || path === undefined) return [];
  const { of, name } = first.value;
  return routersIn(interpreter.evaluate(of, frame)).flatMap((node): RegisteringDecorator[] => {
    const verb = verbOf(node.rule, name);
    const rest: CallExpression = { ...expression, args: expression.args.slice(1) };
    return verb?.does === 'route' ? [{ node, verb, expression: rest, decorator }] : [];
  });
}

const isHanded = (handed: readonly RegisteringDecorator[], decorator: Decorator): boolean =>
  handed.some((found) => found.decorator === decorator);

interface RegisteringDecorator {
  readonly node: RouterNode;
  readonly verb: Verb;
  readonly expression: CallExpression;
  readonly decorator: Decorator;
}
