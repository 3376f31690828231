import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import { functionNameOf } from '../../routers/handlerName';
import { prefixText } from '../../routers/prefixText';
import type { RouterNode } from '../../routers/routerNode';
import { type PassedArgument, textOf, textsOf, type Value } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

/** Options stand as keywords or as a list of pairs. */
export function elixirOption(call: PendingCall, name: string): Value | undefined {
  const named = call.args.find((argument) => argument.name === name)?.value;
  if (named !== undefined) return named;
  for (const { value } of call.args)
    if (value.kind === 'map' && value.entries.has(name)) return value.entries.get(name);
  return undefined;
}

const plainArgs = (call: PendingCall): PassedArgument[] =>
  call.args.filter((argument) => argument.name === undefined && argument.value.kind !== 'map');

export function add(node: RouterNode, call: PendingCall, methods: readonly string[], path: string, handler?: string) {
  node.routes.push({
    methods,
    path,
    file: call.frame.unit.path,
    line: call.line,
    middleware: [],
    declared: 'explicit',
    behind: node.middleware.length,
    ...(handler === undefined ? {} : { handler }),
  });
}

/** `UserController.show` of `UserController, :show`. */
function actionOf(args: readonly PassedArgument[]): string | undefined {
  const controller = functionNameOf(args[0]?.source);
  const action = textOf(args[1]?.value);
  return controller === undefined || action === undefined ? controller : `${controller}.${action}`;
}

export const phoenixRoute: SpecialVerbCode = (_interpreter, node, call) => {
  const [path, ...rest] = plainArgs(call);
  for (const written of textsOf(path?.value))
    add(node, call, [(call.verb ?? 'get').toUpperCase()], written, actionOf(rest));
  return undefined;
};

const methodsOf = (value: Value | undefined): string[] =>
  textsOf(value).map((method) => (method === '*' ? 'ANY' : method.toUpperCase()));

/** `match :*, "/path", Controller, :action`, `match [:get, :post], …`. */
export const phoenixMatch: SpecialVerbCode = (_interpreter, node, call) => {
  const [verbs, path, ...rest] = plainArgs(call);
  for (const written of textsOf(path?.value)) add(node, call, methodsOf(verbs?.value), written, actionOf(rest));
  return undefined;
};

/**
 * `match "/path", via: [:get, :post] do`; `match _` answers what nothing else does. A router of the project `to:` which it
 * leads compares the whole path itself.
 */
export const plugMatch: SpecialVerbCode = (interpreter, node, call) => {
  const to = functionNameOf(call.args.find((argument) => argument.name === 'to')?.source);
  if (to !== undefined && routerNamed(interpreter, to) !== undefined) return undefined;
  const via = methodsOf(elixirOption(call, 'via'));
  for (const written of textsOf(plainArgs(call)[0]?.value)) add(node, call, via.length === 0 ? ['ANY'] : via, written);
  return undefined;
};

export const phoenixLive: SpecialVerbCode = (_interpreter, node, call) => {
  const [path, ...rest] = plainArgs(call);
  for (const written of textsOf(path?.value)) add(node, call, ['GET'], written, actionOf(rest));
  return undefined;
};

export const phoenixScope: SpecialVerbCode = (interpreter, node, call) => {
  const { text, isLost } = prefixText(interpreter, plainArgs(call)[0]);
  const path = text ?? textOf(elixirOption(call, 'path'));
  fillBelow(interpreter, node, call, path ?? '', path === undefined && isLost);
  return undefined;
};

export function fillBelow(
  interpreter: Interpreter,
  node: RouterNode,
  call: PendingCall,
  path: string,
  isLost = false,
): void {
  const block = call.args.find((argument) => argument.name === '&')?.value;
  if (block?.kind !== 'function') return;
  const child = node.branch(path, call.line);
  child.isLost = isLost;
  interpreter.nodes.push(child);
  interpreter.routers.fill(child, block);
}

/** What comes later in the scope goes through these pipelines. */
export const phoenixPipeThrough: SpecialVerbCode = (_interpreter, node, call) => {
  node.given.push(...textsOf(call.args[0]?.value));
  return undefined;
};

/** `forward "/path", Module`: a router of the project is put there, anything else takes all that comes. */
export const phoenixForward: SpecialVerbCode = (interpreter, node, call) => {
  const [path, module] = plainArgs(call);
  const prefix = textOf(path?.value);
  if (prefix === undefined) return undefined;
  const written = functionNameOf((module ?? call.args.find((argument) => argument.name === 'to'))?.source);
  const child = written === undefined ? undefined : routerNamed(interpreter, written);
  if (child !== undefined) node.mount(child, prefix);
  else add(node, call, ['ANY'], prefix, written);
  return undefined;
};

/** A module of the project by the end of its name: a scope may put an alias in front of it. */
function routerNamed(interpreter: Interpreter, written: string): RouterNode | undefined {
  for (const { unit, id } of interpreter.project.classesNamed(written.slice(written.lastIndexOf('.') + 1))) {
    const declared = unit.program.classes[id];
    if (unit.program.language !== 'elixir' || declared === undefined) continue;
    const whole = `.${declared.within ?? ''}.${declared.name}`;
    if (!whole.endsWith(`.${written}`)) continue;
    interpreter.run(unit);
    return interpreter.routers.nodeOfClassIfAny({ kind: 'class', unit, id, scope: unit.scope });
  }
  return undefined;
}
