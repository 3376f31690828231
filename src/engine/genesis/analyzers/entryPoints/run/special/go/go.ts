import type { Interpreter } from '../../interpreter';
import { embeddedRouter } from '../../objects/embeddedRouter';
import { functionNameOf, handlerNameOf } from '../../routers/handlerName';
import { methodsIn, registerRoute } from '../../routers/registering';
import type { RouterNode } from '../../routers/routerNode';
import { pathTexts, routersIn, textOf, type Value } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

/** `Handle(path, handler)` and `Mount(path, router)`: a router is put there, anything else handles the path. */
export const goHandle: SpecialVerbCode = (interpreter, node, call) => {
  const [path, target] = call.args;
  const pattern = textOf(path?.value);
  const routers = routersIn(target?.value);
  if (pattern === undefined || target === undefined) return undefined;
  if (routers.length > 0) {
    const plain = pattern.replace(/^[A-Z]+ /, '').replace(/\/?\*$/, '');
    for (const child of routers) {
      // Without `StripPrefix` the patterns of an inner mux are whole paths already.
      const isWhole = node.rule.id === 'netHttp' && child.rule.id === 'netHttp' && !child.notes.has('stripped');
      node.mount(child, isWhole ? '' : plain);
    }
    return undefined;
  }
  const route = registerRoute(
    interpreter,
    node,
    { does: 'route', methods: 'ANY', path: 0, handler: 1, methodInPath: true, gives: 'route' },
    call,
  );
  return route === undefined ? undefined : { kind: 'router', node: route };
};

/** `StripPrefix("/api", router)`: the mount says the prefix again. */
export const goStripPrefix: SpecialVerbCode = (interpreter, node, call): Value | undefined => {
  const target = call.args[1]?.value;
  const embedded = embeddedRouter(interpreter, target);
  const routers = embedded === undefined ? routersIn(target) : [embedded];
  if (routers.length === 0) return { kind: 'unknown', name: functionNameOf(call.args[1]?.source) ?? 'handler' };
  for (const child of routers) node.mount(child);
  node.notes.set('stripped', textOf(call.args[0]?.value) ?? '');
  return undefined;
};

/** Where a program puts its handlers below prefixes that way, those of which it is not seen lie below one, too. */
export function loseUnserved(interpreter: Interpreter): void {
  if (!interpreter.nodes.some((node) => node.prefix !== '' && node.notes.has('stripped'))) return;
  for (const node of interpreter.nodes) if (node.notes.has('embedded') && !node.isMounted) node.isLost = true;
}

/** `StripPrefix("/api", users).ServeHTTP(w, r)`: nothing else says the prefix. */
export const goServe: SpecialVerbCode = (_interpreter, node) => {
  if (!node.isMounted && node.prefix === '') node.prefix = node.notes.get('stripped') ?? '';
  return undefined;
};

/** `router.Methods("GET").Path("/x")`, or `router.HandleFunc("/x", h).Methods("GET")`. */
export const gorillaMethods: SpecialVerbCode = (interpreter, node, call) => {
  const methods = call.args.flatMap((argument) => methodsIn(argument.value));
  const target = isRoute(node) ? node : node.branch('', call.line);
  if (target !== node) markRoute(target, interpreter.nodes);
  target.methods = methods.length > 0 ? methods : target.methods;
  if (methods.length > 0) target.routes = target.routes.map((route) => ({ ...route, methods }));
  return { kind: 'router', node: target };
};

export const gorillaPath: SpecialVerbCode = (interpreter, node, call) => {
  const path = textOf(call.args[0]?.value);
  const target = isRoute(node) && node.routes.length === 0 ? node : node.branch('', call.line);
  if (target !== node) markRoute(target, interpreter.nodes);
  target.prefix = `${target.prefix}${path ?? ''}`;
  // A path that the project hands to a function of its own stands where that is called.
  const at = pathTexts(call.args[0]?.value)[0]?.at;
  if (at !== undefined) {
    target.notes.set('file', at.file).set('line', String(at.line));
    target.routes = target.routes.map((route) => ({ ...route, file: at.file, line: at.line }));
  } else if (path === undefined && call.args.length > 0) {
    if (call.verb === 'PathPrefix') target.isLost = true;
    else target.notes.set('nowhere', 'yes');
    if (call.verb !== 'PathPrefix') target.routes.length = 0;
  }
  if (call.verb === 'PathPrefix') target.notes.set('tree', 'yes');
  return { kind: 'router', node: target };
};

export const gorillaHandler: SpecialVerbCode = (_interpreter, node, call) => {
  const routers = routersIn(call.args[0]?.value);
  for (const child of routers) node.mount(child);
  if (routers.length > 0 || !isRoute(node) || node.notes.has('nowhere')) return undefined;
  const handler = handlerNameOf(call.args[0]);
  node.routes.push({
    methods: node.methods ?? ['ANY'],
    // A handler behind a prefix takes all that lies below it.
    path: node.notes.has('tree') ? '/{path...}' : '',
    file: node.notes.get('file') ?? call.frame.unit.path,
    line: Number(node.notes.get('line') ?? call.line),
    middleware: [],
    declared: 'explicit',
    ...(handler === undefined ? {} : { handler }),
  });
  return undefined;
};

/** From here on it is a router: further paths lie below it. */
export const gorillaSubrouter: SpecialVerbCode = (_interpreter, node) => {
  node.notes.delete('route');
  node.notes.delete('tree');
  return undefined;
};

const isRoute = (node: RouterNode): boolean => node.notes.has('route') || node.stands === 'path';

function markRoute(node: RouterNode, nodes: RouterNode[]): void {
  node.notes.set('route', 'yes');
  nodes.push(node);
}
