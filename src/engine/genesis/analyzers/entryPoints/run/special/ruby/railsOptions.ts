import { actionMark } from '../../../program/program';
import { argumentAt } from '../../arguments';
import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import { type PrefixText, prefixText } from '../../routers/prefixText';
import type { RouterNode } from '../../routers/routerNode';
import { type MapValue, textOf, textsOf, type Value } from '../../values';

/** The value of a keyword argument. */
export function option(call: PendingCall, name: string): Value | undefined {
  const named = call.args.find((argument) => argument.name === name);
  if (named !== undefined) return named.value;
  // `resources name, options`, where the method around took them as its own.
  for (const { name: given, value } of call.args)
    if (given === undefined && value.kind === 'map' && value.line === 0) return value.entries.get(name);
  return undefined;
}

/** What `path:` says, or else the name: nothing for `nil`, and lost where it is made elsewhere. */
export function pathOption(interpreter: Interpreter, call: PendingCall, name: string): PrefixText {
  const given = argumentAt(call.args, 'path');
  return given === undefined
    ? { text: optionText(call, 'path') ?? name, isLost: false }
    : prefixText(interpreter, given);
}

export function optionText(call: PendingCall, name: string): string | undefined {
  return textOf(option(call, name));
}

/** The names in front of the options: `resources :users, :posts`. */
export function names(call: PendingCall): string[] {
  return call.args.filter((argument) => argument.name === undefined).flatMap((argument) => textsOf(argument.value));
}

/** `'/users' => 'users#index'`. */
export function mapped(call: PendingCall): MapValue | undefined {
  const found = call.args.find((argument) => argument.name === undefined && argument.value.kind === 'map')?.value;
  return found?.kind === 'map' ? found : undefined;
}

export function blockOf(call: PendingCall): Extract<Value, { kind: 'function' }> | undefined {
  const block = call.args.find((argument) => argument.name === '&')?.value;
  return block?.kind === 'function' ? block : undefined;
}

/** Set on what a block for members, collections or new items fills. */
export const actionsNote = 'actions';

/** `delete :destroy, on: :collection`: an action of Rails' own said by a symbol has no path but that of its place. */
export function isAtPlace(node: RouterNode, call: PendingCall): boolean {
  if (option(call, actionMark) === undefined || option(call, 'path') !== undefined) return false;
  const isOne = node.notes.get('kind') === 'resources' && !node.notes.has('param');
  return isOne || node.notes.has(actionsNote) || option(call, 'on') !== undefined;
}

export function isOn(value: Value | undefined): boolean {
  return textOf(value) === 'true';
}

/** What ends each path of a scope with `format: true`, unless a call says another format. */
export const formatOf = (node: RouterNode, call: PendingCall): string =>
  node.notes.has('format') && option(call, 'format') === undefined ? '.{format}' : '';

/** What a scope says of the modules and the controller of its routes. */
export function setModule(node: RouterNode, module: string | undefined): void {
  if (module === undefined) return;
  const outer = node.notes.get('module');
  node.notes.set('module', outer === undefined ? module : `${outer}/${module}`);
}

/** `admin/users#index`. */
export function handlerOf(node: RouterNode, controller: string | undefined, action: string): string {
  const module = node.notes.get('module');
  const name = controller ?? node.notes.get('controller') ?? '';
  const whole = module === undefined || name.startsWith('/') ? name.replace(/^\//, '') : `${module}/${name}`;
  return `${whole}#${action}`;
}

/** Where one item of a resource lies, for its own actions (`{id}`) and for what is nested in it (`{user_id}`). */
export function itemPath(node: RouterNode, use: 'member' | 'nested'): string {
  const parameter = node.notes.get('param');
  if (parameter === undefined) return '';
  return use === 'member' ? `{${parameter}}` : `{${node.notes.get('nestedParam') ?? parameter}}`;
}
