import type { Decorator, Expression } from '../program/program';
import { traitMark } from '../program/program';
import type { RouterRule, RouteVerb } from '../rules/routerRule';
import type { PendingCall } from './calls/pendingCall';
import type { Frame, Interpreter } from './interpreter';
import { functionNameOf } from './routers/handlerName';
import { registerRoute } from './routers/registering';
import { RouterNode } from './routers/routerNode';
import type { FunctionValue } from './values';

/**
 * The route that the attributes of a function say (`#[get("/users")]`), as a node of its own, or `undefined`. The function
 * itself is put below a router, or stands alone if nothing does that.
 */
export function nodeOfAttributes(
  interpreter: Interpreter,
  value: FunctionValue,
  rule: RouterRule,
): RouterNode | undefined {
  const declared = interpreter.declarationOf(value);
  const attributes = declared?.decorators ?? [];
  const found = attributes.flatMap((attribute) => {
    const { value: expression } = attribute;
    if (expression.is !== 'call') return [];
    const { callee } = expression;
    const name = callee.is === 'name' || callee.is === 'member' ? callee.name : '';
    if (value.unit.program.language === 'python' && !isOfPackage(interpreter, callee, value, rule)) return [];
    const verb = Object.hasOwn(rule.attributes ?? {}, name) ? rule.attributes?.[name] : undefined;
    return verb === undefined ? [] : [{ attribute, expression, verb }];
  });
  if (declared === undefined || found.length === 0) return undefined;
  interpreter.placed.add(declared);
  const frame: Frame = { unit: value.unit, scope: value.scope, returns: [] };
  const node = new RouterNode(rule, { file: value.unit.path, line: declared.line });
  interpreter.nodes.push(node);
  const registering = new Set(found.map(({ attribute }) => attribute));
  const middleware = attributes
    .filter((attribute) => !registering.has(attribute))
    .map((attribute) => functionNameOf(attribute.value))
    .filter((name) => name !== undefined && guardName.test(name))
    .filter((name) => name !== undefined);
  for (const { attribute, expression, verb } of found) {
    const args = interpreter.calls.args(expression, frame);
    const call: PendingCall = { args, line: attribute.line, frame, decorated: { value, middleware } };
    registerRoute(interpreter, node, verb satisfies RouteVerb, call);
  }
  return node;
}

/** In Python `@get("/")` may be of any package, and `@app.get("/")` is a call of a router. */
function isOfPackage(interpreter: Interpreter, callee: Expression, value: FunctionValue, rule: RouterRule): boolean {
  if (callee.is !== 'name') return false;
  const found = interpreter.evaluate(callee, { unit: value.unit, scope: value.scope, returns: [] });
  return (
    found.kind === 'external' &&
    interpreter.rules.rulesFor(value.unit.program.language, found.package).some((candidate) => candidate === rule)
  );
}

const guardName = /auth|guard|permission|role|protect|wrap/i;

/** Functions with such attributes that nothing put below a router. */
export function placeTheRest(interpreter: Interpreter): void {
  const rules = interpreter.rules.rules.filter((rule) => rule.attributes !== undefined);
  for (const unit of interpreter.project.units.values()) {
    const own = rules.filter((rule) => rule.languages.includes(unit.program.language) && interpreter.imports(rule));
    if (own.length === 0) continue;
    unit.program.functions.forEach((declared, id) => {
      if (declared.decorators === undefined || interpreter.placed.has(declared)) return;
      const value = interpreter.functionValue(id, { unit, scope: unit.scope });
      for (const rule of own) {
        const node = nodeOfAttributes(interpreter, value, rule);
        if (node === undefined) continue;
        // An attribute alone answers nothing: whoever registers the function was not found, nor what stands before its path.
        node.isLost = unit.program.language === 'rust' && !isOfTrait(declared.decorators);
        return;
      }
    });
  }
}

/** A server makes its API of the trait as a whole: nothing else stands before its paths. */
const isOfTrait = (decorators: readonly Decorator[]): boolean =>
  decorators.some(({ value }) => value.is === 'name' && value.name === traitMark);
