import { positional, valueAt } from '../../arguments';
import type { PendingCall } from '../../calls/pendingCall';
import { handlerNameOf } from '../../routers/handlerName';
import { methodsIn } from '../../routers/registering';
import type { RouterNode } from '../../routers/routerNode';
import { optionsOf, textOf, textsOf, type Value } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

interface RestRoute {
  readonly methods: readonly string[];
  readonly path: string;
  readonly action: string;
}

function addAll(node: RouterNode, call: PendingCall, base: string, routes: readonly RestRoute[]): void {
  for (const { methods, path, action } of routes)
    node.routes.push({
      methods,
      path: `${base}${path}`,
      file: call.frame.unit.path,
      line: call.line,
      handler: action,
      middleware: [],
      declared: 'implied',
    });
}

const codeIgniterActions: readonly RestRoute[] = [
  { methods: ['GET'], path: '', action: 'index' },
  { methods: ['GET'], path: '/new', action: 'new' },
  { methods: ['POST'], path: '', action: 'create' },
  { methods: ['GET'], path: '/{id}', action: 'show' },
  { methods: ['GET'], path: '/{id}/edit', action: 'edit' },
  { methods: ['PUT', 'PATCH'], path: '/{id}', action: 'update' },
  { methods: ['DELETE'], path: '/{id}', action: 'delete' },
];

export const codeIgniterResource: SpecialVerbCode = (_interpreter, node, call) => {
  const name = textOf(call.args[0]?.value);
  const only = textsOf(valueAt(call.args, 'only'));
  const chosen = codeIgniterActions.filter((route) => only.length === 0 || only.includes(route.action));
  if (name !== undefined) addAll(node, call, name, chosen);
  return undefined;
};

const cakeActions: readonly RestRoute[] = [
  { methods: ['GET'], path: '', action: 'index' },
  { methods: ['POST'], path: '', action: 'add' },
  { methods: ['GET'], path: '/{id}', action: 'view' },
  { methods: ['PUT', 'PATCH'], path: '/{id}', action: 'edit' },
  { methods: ['DELETE'], path: '/{id}', action: 'delete' },
];

const dashed = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();

export const cakeResources: SpecialVerbCode = (interpreter, node, call) => {
  const name = textOf(call.args[0]?.value);
  if (name === undefined) return undefined;
  addAll(node, call, dashed(name), cakeActions);
  const callback = positional(call.args).at(-1)?.value;
  if (callback?.kind !== 'function') return undefined;
  const child = node.branch(`${dashed(name)}/{${dashed(name).replace(/s$/, '')}_id}`, call.line);
  interpreter.nodes.push(child);
  interpreter.routers.fill(child, callback);
  return undefined;
};

/** `prefix('Admin', function ($builder) {…})`: the path is the name in dashes. */
export const cakePrefix: SpecialVerbCode = (interpreter, node, call) => {
  const name = textOf(call.args[0]?.value) ?? '';
  const path = textOf(valueAt(call.args, 'path')) ?? dashed(name);
  const child = node.branch(path, call.line);
  interpreter.nodes.push(child);
  const callback = positional(call.args).at(-1)?.value;
  if (callback?.kind === 'function') interpreter.routers.fill(child, callback);
  return { kind: 'router', node: child };
};

/** `plugin('Shop', ['path' => '/shop'], function ($routes) {…})`: without a path the name in dashes. */
export const cakePlugin: SpecialVerbCode = (interpreter, node, call) => {
  const name = textOf(call.args[0]?.value) ?? '';
  const child = node.branch(textOf(valueAt(call.args, 'path')) ?? dashed(name), call.line);
  interpreter.nodes.push(child);
  const callback = positional(call.args).at(-1)?.value;
  if (callback?.kind === 'function') interpreter.routers.fill(child, callback);
  return { kind: 'router', node: child };
};

const wordPressMethods: Readonly<Record<string, readonly string[]>> = {
  READABLE: ['GET'],
  CREATABLE: ['POST'],
  EDITABLE: ['POST', 'PUT', 'PATCH'],
  DELETABLE: ['DELETE'],
  ALLMETHODS: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
};

/** `register_rest_route('shop/v1', '/items/(?P<id>\d+)', ['methods' => 'GET', 'callback' => …])`, or a list of such maps. */
export const wordPressRoute: SpecialVerbCode = (_interpreter, node, call) => {
  const [namespace, route, options] = call.args;
  const base = textOf(namespace?.value);
  const path = textOf(route?.value);
  if (base === undefined || path === undefined || options === undefined) return undefined;
  for (const endpoint of endpointsIn(options.value)) {
    const callback = endpoint.entries.get('callback');
    const handler = callback === undefined ? undefined : handlerNameOf({ value: callback, source: { is: 'other' } });
    node.routes.push({
      methods: wordPressMethodsIn(endpoint.entries.get('methods')),
      path: `wp-json/${base}/${path}`,
      file: call.frame.unit.path,
      line: endpoint.lines?.get('methods') ?? call.line,
      middleware: [],
      declared: 'explicit',
      ...(handler === undefined ? {} : { handler }),
    });
  }
  return undefined;
};

function endpointsIn(value: Value): Extract<Value, { kind: 'map' }>[] {
  if (value.kind === 'list') return value.items.flatMap((item) => endpointsIn(item));
  if (value.kind !== 'map') return [];
  if (value.entries.has('methods') || value.entries.has('callback')) return [value];
  return [...value.entries.values()].flatMap((item) => (item.kind === 'map' ? endpointsIn(item) : []));
}

function wordPressMethodsIn(value: Value | undefined): readonly string[] {
  if (value === undefined) return ['GET'];
  for (const option of optionsOf(value)) {
    if (option.kind !== 'external') continue;
    const constant = option.name.slice(option.name.lastIndexOf('.') + 1);
    const found = Object.hasOwn(wordPressMethods, constant) ? wordPressMethods[constant] : undefined;
    if (found !== undefined) return found;
  }
  const methods = methodsIn(value);
  return methods.length > 0 ? methods : ['GET'];
}
