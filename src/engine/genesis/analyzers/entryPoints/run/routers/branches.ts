import type { Expression, FunctionDeclaration } from '../../program/program';
import { allStatements, expressionsOf, visitExpression } from '../../program/walk';
import type { RouteVerb } from '../../rules/routerRule';
import { argumentAt } from '../arguments';
import type { PendingCall } from '../calls/pendingCall';
import type { Interpreter } from '../interpreter';
import { optionsOf } from '../values';
import { prefixText } from './prefixText';
import type { RouterNode } from './routerNode';

/**
 * `app.Map("/admin", branch => branch.UseEndpoints(…))`: what stands in the handler's place fills a router below the path.
 * True if it does, whatever it adds there.
 */
export function fillBranch(interpreter: Interpreter, node: RouterNode, verb: RouteVerb, call: PendingCall): boolean {
  const handler = optionsOf(argumentAt(call.args, verb.handler)?.value).find((option) => option.kind === 'function');
  const declared = handler === undefined ? undefined : interpreter.declarationOf(handler);
  if (handler === undefined || declared === undefined || !takesRouter(declared, node)) return false;
  const { text, isLost } = prefixText(interpreter, argumentAt(call.args, verb.path));
  const child = node.branch(text ?? '', call.line);
  child.isLost = isLost;
  interpreter.nodes.push(child);
  const { path: file } = call.frame.unit;
  if (endsIn(declared))
    child.routes.push({ methods: ['ANY'], path: '', file, line: call.line, middleware: [], declared: 'explicit' });
  interpreter.routers.fill(child, handler);
  return true;
}

/** It takes one router by its type, or does with its one parameter what is done with routers. */
function takesRouter(declared: FunctionDeclaration, { rule }: RouterNode): boolean {
  const [only, ...others] = declared.parameters;
  if (only === undefined || others.length > 0) return false;
  return only.type === undefined ? callsOn(only.name, declared).length > 0 : rule.types?.includes(only.type) === true;
}

/** `branch.Run(handler)`: whatever comes this far is answered. */
const endsIn = (declared: FunctionDeclaration): boolean =>
  declared.parameters.some(({ name }) => callsOn(name, declared).includes('Run'));

/** What is called on a pipeline of this name, also in a chain: `branch.UseRouting().Run(…)`. */
function callsOn(name: string, { body }: FunctionDeclaration): string[] {
  const found: string[] = [];
  for (const statement of allStatements(body))
    for (const expression of expressionsOf(statement))
      visitExpression(expression, (inner) => {
        const called = calledOn(name, inner, 0);
        if (called !== undefined) found.push(called);
        return true;
      });
  return found;
}

function calledOn(name: string, expression: Expression, depth: number): string | undefined {
  if (expression.is !== 'call' || expression.callee.is !== 'member' || depth > longestChain) return undefined;
  const { of, name: called } = expression.callee;
  const isOnIt = of.is === 'name' ? of.name === name : calledOn(name, of, depth + 1) !== undefined;
  return isOnIt && /^(?:Use|Map|Run)(?![a-z])/.test(called) ? called : undefined;
}

const longestChain = 40;
