import type { CallExpression, Decorator } from '../program/program';
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
  const registering = new Set([...verbs, ...functions].map((found) => found.decorator));
  const middleware = decorators
    .filter((decorator) => !registering.has(decorator))
    .map((decorator) => functionNameOf(decorator.value))
    .filter((name) => name !== undefined);
  for (const { node, verb, expression, decorator } of [...verbs, ...functions]) {
    const call: PendingCall = {
      args: interpreter.calls.args(expression, frame),
      line: decorator.line,
      frame,
      decorated: { value, middleware },
    };
    interpreter.routers.apply(node, verb, call);
  }
}

/** Decorators that are functions of a package: `@get('/users')`, `@route('/')`. */
function globalDecorators(
  interpreter: Interpreter,
  decorators: readonly Decorator[],
  frame: Frame,
): RegisteringDecorator[] {
  return decorators.flatMap((decorator): RegisteringDecorator[] => {
    const { value: expression, line } = decorator;
    if (expression.is !== 'call' || expression.callee.is !== 'name') return [];
    const target = interpreter.evaluate(expression.callee, frame);
    if (target.kind !== 'external') return [];
    const global = interpreter.rules.globalVerb(frame.unit.program.language, target);
    if (global === undefined) return [];
    return [{ node: interpreter.defaultNode(global.rule, frame.unit, line), verb: global.verb, expression, decorator }];
  });
}

interface RegisteringDecorator {
  readonly node: RouterNode;
  readonly verb: Verb;
  readonly expression: CallExpression;
  readonly decorator: Decorator;
}
