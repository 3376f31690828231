import { cakeFallbacks } from '../../../controllers/cakeControllers';
import { positional, valueAt } from '../../arguments';
import type { PendingCall } from '../../calls/pendingCall';
import type { RouterNode } from '../../routers/routerNode';
import { textOf, textsOf } from '../../values';
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
  const except = textsOf(valueAt(call.args, 'except')).flatMap((one) => one.split(','));
  const chosen = codeIgniterActions.filter(
    ({ action }) => (only.length === 0 || only.includes(action)) && !except.includes(action),
  );
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

/** What `only` calls the actions. */
const cakeNames: Readonly<Record<string, string>> = { add: 'create', edit: 'update' };

const dashed = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();

export const cakeResources: SpecialVerbCode = (interpreter, node, call) => {
  const name = textOf(call.args[0]?.value);
  if (name === undefined) return undefined;
  const only = textsOf(valueAt(call.args, 'only'));
  const path = textOf(valueAt(call.args, 'path')) ?? dashed(name);
  const chosen = cakeActions.filter(({ action }) => only.length === 0 || only.includes(cakeNames[action] ?? action));
  addAll(node, call, path, chosen);
  const callback = positional(call.args).at(-1)?.value;
  if (callback?.kind !== 'function') return undefined;
  const child = node.branch(`${path}/{${dashed(name).replace(/s$/, '')}_id}`, call.line);
  interpreter.nodes.push(child);
  interpreter.routers.fill(child, callback);
  return undefined;
};

/** `prefix('Admin', function ($builder) {…})`: the path is the name in dashes. */
export const cakePrefix: SpecialVerbCode = (interpreter, node, call) => {
  const name = textOf(call.args[0]?.value) ?? '';
  const path = textOf(valueAt(call.args, 'path')) ?? dashed(name);
  const child = node.branch(path, call.line);
  const outer = node.notes.get('cakePrefix');
  child.notes.set('cakePrefix', outer === undefined ? name : `${outer}/${name}`);
  interpreter.nodes.push(child);
  const callback = positional(call.args).at(-1)?.value;
  if (callback?.kind === 'function') interpreter.routers.fill(child, callback);
  return { kind: 'router', node: child };
};

/** `plugin('Shop', ['path' => '/shop'], function ($routes) {…})`: without a path the name in dashes. */
export const cakePlugin: SpecialVerbCode = (interpreter, node, call) => {
  const name = textOf(call.args[0]?.value) ?? '';
  const child = node.branch(textOf(valueAt(call.args, 'path')) ?? dashed(name), call.line);
  child.notes.set('cakePlugin', name);
  interpreter.nodes.push(child);
  const callback = positional(call.args).at(-1)?.value;
  if (callback?.kind === 'function') interpreter.routers.fill(child, callback);
  return { kind: 'router', node: child };
};

/** `$builder->fallbacks()`: all controllers answer below their names. */
export const cakeFallback: SpecialVerbCode = (_interpreter, node, call) => {
  node.routes.push({
    methods: ['ANY'],
    path: cakeFallbacks,
    file: call.frame.unit.path,
    line: call.line,
    handler: `${node.notes.get('cakePlugin') ?? ''}|${node.notes.get('cakePrefix') ?? ''}`,
    middleware: [],
    declared: 'implied',
  });
  return undefined;
};
