import { valueAt } from '../../arguments';
import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import { httpMethods } from '../../routers/httpMethods';
import { mountArguments } from '../../routers/mounting';
import type { Registration, RouterNode } from '../../routers/routerNode';
import type { MapValue, PassedArgument, Value } from '../../values';
import { optionsOf, routersIn, textOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

const source = { is: 'other' } as const;

/** hapi: `register({ plugin: { register(server) {…} }, routes: { prefix } })`, and lists of these. */
export const hapiRegister: SpecialVerbCode = (interpreter, node, call) => {
  const described = call.args[0]?.value;
  const plugins = described?.kind === 'list' ? described.items : [described];
  for (const plugin of plugins.flatMap((value) => optionsOf(value))) {
    if (plugin.kind !== 'map' && plugin.kind !== 'module') continue;
    const fill = fillerOf(interpreter, plugin, call);
    if (fill === undefined) continue;
    const routes = (plugin.kind === 'map' ? plugin.entries.get('routes') : undefined) ?? valueAt(call.args, 'routes');
    const prefix = routes?.kind === 'map' ? routes.entries.get('prefix') : undefined;
    const args: PassedArgument[] = [
      { value: fill, source },
      ...(prefix === undefined ? [] : [{ value: prefix, source, name: 'prefix' }]),
    ];
    mountArguments(interpreter, node, { does: 'mount', prefix: 'prefix', what: 0, calls: true }, { ...call, args });
  }
  return undefined;
};

/** `{ register }`, `{ plugin: { register } }`, `{ plugin: require('./users') }`, where that file exports its `plugin`. */
function fillerOf({ expressions }: Interpreter, plugin: Value, { frame }: PendingCall): Value | undefined {
  let inner = plugin;
  for (let depth = 0; depth < 3; depth++) {
    const fill = expressions.memberOf(inner, 'register', frame);
    if (fill.kind !== 'unknown') return fill;
    inner = expressions.memberOf(inner, 'plugin', frame);
  }
  return undefined;
}

/** restify-router: `router.applyRoutes(server, '/prefix')` mounts the router on the server. */
export const applyRoutes: SpecialVerbCode = (_interpreter, node, call) => {
  const [target, prefix] = call.args;
  if (target?.value.kind === 'router') target.value.node.mount(node, textOf(prefix?.value) ?? '');
  return undefined;
};

/** `serve({ routes: { '/users': { GET: list }, '/status': handler } })`. */
export const routesMap: SpecialVerbCode = (_interpreter, node, call) => {
  const routes = valueAt(call.args, 'routes');
  if (routes?.kind !== 'map') return undefined;
  for (const [path, handler] of routes.entries)
    if (path.startsWith('/')) addMapped(node, path, handler, routes, call.frame.unit.path);
  return undefined;
};

function addMapped(node: RouterNode, path: string, handler: Value, routes: MapValue, file: string): void {
  const methods = handler.kind === 'map' ? [...handler.entries.keys()].filter((key) => httpMethods.has(key)) : [];
  const line = handler.kind === 'map' ? handler.line : (routes.lines?.get(path) ?? routes.line);
  const registration: Registration = {
    methods: methods.length > 0 ? methods : ['ANY'],
    path,
    file,
    line,
    middleware: [],
    declared: 'explicit',
  };
  node.routes.push(registration);
}

/** React Router: `route('users/:id', './user.tsx', [children])`. */
export const reactRoute: SpecialVerbCode = (_interpreter, node, call) => {
  const handler = textOf(call.args[1]?.value);
  for (const child of routersIn(call.args.at(-1)?.value)) node.mount(child);
  node.routes.push({
    methods: ['GET'],
    path: '',
    file: call.frame.unit.path,
    line: call.line,
    middleware: [],
    declared: 'implied',
    ...(handler === undefined ? {} : { handler }),
  });
  return undefined;
};

/** Hono: each `factory.createApp()` is a router of its own. */
export const honoApp: SpecialVerbCode = (interpreter, node, call) => ({
  kind: 'router',
  node: interpreter.newNode(node.rule, call.frame.unit, call.line),
});

/** koa-mount: `mount('/api', app)`, or `mount(app)`. */
export const koaMount: SpecialVerbCode = (_interpreter, node, call) => {
  for (const child of routersIn(call.args.at(-1)?.value)) node.mount(child);
  return undefined;
};
