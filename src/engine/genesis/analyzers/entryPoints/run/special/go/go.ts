import { isHanded } from '../../calls/adoptedRouter';
import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import { embeddedRouter } from '../../objects/embeddedRouter';
import { functionNameOf, handlerNameOf } from '../../routers/handlerName';
import { prefixText } from '../../routers/prefixText';
import { methodsIn, registerRoute } from '../../routers/registering';
import type { RouterNode } from '../../routers/routerNode';
import { type PassedArgument, pathTexts, routersIn, textOf, type Value } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

/** `Handle(path, handler)` and `Mount(path, router)`: a router is put there, anything else handles the path. */
export const goHandle: SpecialVerbCode = (interpreter, node, call) => {
  const [path, target] = call.args;
  const pattern = textOf(path?.value);
  if (pattern === undefined || target === undefined) return undefined;
  const found = ownRouters(interpreter, target.value);
  const routers = found.length > 0 ? found : routersOfType(interpreter, target, call);
  if (routers.length > 0) {
    const [, method = '', plain = ''] = /^(?:([A-Z]+) )?(.*?)(?:\/?\*)?$/.exec(pattern) ?? [];
    for (const child of routers) handTo(node, child, plain, method === '' ? [] : [method]);
    return undefined;
  }
  if (call.verb === 'Mount' && target.source.is === 'name' && target.value.kind === 'unknown') {
    // What lies at the root keeps its paths.
    if (pattern !== '/') node.notes.set('hands', 'yes');
    // What is dressed in middleware answers by itself: the place says nothing more.
    else if (isHanded(interpreter, target.source.name, call.frame)) return undefined;
  }
  const route = registerRoute(
    interpreter,
    node,
    { does: 'route', methods: 'ANY', path: 0, handler: 1, methodInPath: true, gives: 'route' },
    call,
  );
  return route === undefined ? undefined : { kind: 'router', node: route };
};

/** The routers of a value, or the one that it embeds. */
function ownRouters(interpreter: Interpreter, value: Value | undefined): RouterNode[] {
  const embedded = embeddedRouter(interpreter, value);
  return embedded === undefined ? routersIn(value) : [embedded];
}

/** Only what cuts the prefix off hands on what is left; everything else sees the whole path of a request. */
function handTo(node: RouterNode, child: RouterNode, prefix: string, methods: readonly string[]): void {
  const cuts = child.notes.has('stripped') || (node.rule.id === 'chi' && child.rule.id === 'chi');
  if (cuts) node.mount(child, prefix);
  else node.mountWhole(child, prefix, methods);
}

/** `r.Handler("GET", "/debug/*rest", mux)`: a router may stand there as well. */
export const goMethodHandle: SpecialVerbCode = (interpreter, node, call) => {
  const [method, path, target] = call.args;
  const routers = routersIn(target?.value);
  const verb = { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2 } as const;
  if (routers.length === 0) registerRoute(interpreter, node, verb, call);
  const prefix = textOf(path?.value)?.replace(/\/?\*.*$/, '') ?? '';
  for (const child of routers) handTo(node, child, prefix, methodsIn(method?.value));
  return undefined;
};

/** A type of the project that one function alone gives back: what hands the parts of a program to each other calls that one. */
function routersOfType(
  interpreter: Interpreter,
  { source, value }: PassedArgument,
  { frame }: PendingCall,
): RouterNode[] {
  if (source.is !== 'name' || value.kind !== 'unknown' || frame.of === undefined) return [];
  const { parameters = [] } = interpreter.declarationOf(frame.of) ?? {};
  const type = parameters.find(({ name }) => name === source.name)?.type;
  if (type === undefined || type.includes('.')) return [];
  const makers = interpreter.project
    .unitsIn(frame.unit.directory)
    .flatMap((unit) =>
      unit.program.functions.flatMap((declared, id) =>
        declared.returns === type && declared.receiver === undefined && declared.name !== '' ? [{ unit, id }] : [],
      ),
    );
  const [only, ...others] = makers;
  if (only === undefined || others.length > 0) return [];
  interpreter.run(only.unit);
  const maker = interpreter.functionValue(only.id, { unit: only.unit, scope: only.unit.scope });
  return routersIn(interpreter.callFunction(maker, []));
}

/** `StripPrefix("/api", router)`: the mount says the prefix again. */
export const goStripPrefix: SpecialVerbCode = (interpreter, node, call): Value | undefined => {
  const target = call.args[1]?.value;
  const routers = ownRouters(interpreter, target);
  if (routers.length === 0) return { kind: 'unknown', name: functionNameOf(call.args[1]?.source) ?? 'handler' };
  for (const child of routers) node.mount(child);
  node.notes.set('stripped', textOf(call.args[0]?.value) ?? '');
  return undefined;
};

/**
 * What is put into a registry lies where that is read. Where a program puts its handlers below prefixes that it strips,
 * those of which it is not seen lie below one, too.
 */
export function loseUnserved(interpreter: Interpreter): void {
  loseHanded(interpreter);
  placeWritten(interpreter);
  for (const node of interpreter.nodes) if (node.notes.has('registered') && !node.isMounted) node.isLost = true;
  if (!interpreter.nodes.some((node) => node.prefix !== '' && node.notes.has('stripped'))) return;
  for (const node of interpreter.nodes) if (node.notes.has('embedded') && !node.isMounted) node.isLost = true;
}

/** `StripPrefix("/api", h.users).ServeHTTP(w, r)` in a method that comes before what makes the handlers. */
function placeWritten(interpreter: Interpreter): void {
  for (const [guess, written] of interpreter.objects.only()) {
    const place = embeddedRouter(interpreter, guess);
    const found = embeddedRouter(interpreter, written);
    if (place?.isMounted === true && place.routes.length === 0 && found !== undefined && !found.isMounted)
      place.mount(found);
  }
}

/** Where a router puts what it is handed below prefixes, what a function gives back that nobody is seen to call may be that. */
function loseHanded({ nodes }: Interpreter): void {
  if (!nodes.some((node) => node.notes.has('hands'))) return;
  for (const node of nodes)
    if (node.isIdle && !node.isMounted && !node.notes.has('hands') && node.rule.languages.includes('go'))
      node.isLost = true;
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
  if (target !== node) markRoute(interpreter, target, node);
  target.methods = methods.length > 0 ? methods : target.methods;
  if (methods.length > 0) target.routes = target.routes.map((route) => ({ ...route, methods }));
  return { kind: 'router', node: target };
};

export const gorillaPath: SpecialVerbCode = (interpreter, node, call) => {
  const path = textOf(call.args[0]?.value);
  const target = isRoute(node) && node.routes.length === 0 ? node : node.branch('', call.line);
  if (target !== node) markRoute(interpreter, target, node);
  target.prefix = `${target.prefix}${path ?? ''}`;
  if (call.verb === 'Path') target.notes.set('said', 'yes');
  // A path that the project hands to a function of its own stands where that is called.
  const at = pathTexts(call.args[0]?.value)[0]?.at;
  if (at !== undefined) {
    target.notes.set('file', at.file).set('line', String(at.line));
    target.routes = target.routes.map((route) => ({ ...route, file: at.file, line: at.line }));
  } else if (path === undefined && call.args.length > 0) {
    if (call.verb === 'PathPrefix') target.isLost = prefixText(interpreter, call.args[0]).isLost;
    else target.notes.set('nowhere', 'yes');
    if (call.verb !== 'PathPrefix') target.routes.length = 0;
  }
  if (call.verb === 'PathPrefix') target.notes.set('tree', 'yes');
  return { kind: 'router', node: target };
};

/** What a function of the project decides by; a path may stand among what that one is made with. */
export const gorillaMatcher: SpecialVerbCode = (interpreter, node, call) => {
  const source = call.args[0]?.source;
  const [only, ...others] = source?.is === 'call' ? source.args : [];
  const path =
    only?.value.is === 'text' && others.length === 0 && only.value.text.startsWith('/') ? only.value.text : '';
  const target = isRoute(node) ? node : node.branch('', call.line);
  if (target !== node) markRoute(interpreter, target, node);
  target.prefix = `${target.prefix}${path}`;
  target.notes.set(path === '' && !target.notes.has('said') ? 'nowhere' : 'said', 'yes');
  return { kind: 'router', node: target };
};

export const gorillaHandler: SpecialVerbCode = (_interpreter, node, call) => {
  const routers = routersIn(call.args[0]?.value);
  for (const child of routers) handTo(node, child, '', node.methods ?? []);
  if (routers.length > 0 || !isRoute(node) || node.notes.has('nowhere')) return undefined;
  const handler = node.notes.has('asked') ? undefined : handlerNameOf(call.args[0]);
  node.routes.push({
    methods: node.methods ?? ['ANY'],
    // A handler behind a prefix takes all that lies below it, and one without a path takes all.
    path: node.notes.has('tree') || !node.notes.has('said') ? '/{path...}' : '',
    file: node.notes.get('file') ?? call.frame.unit.path,
    line: Number(node.notes.get('line') ?? call.line),
    middleware: [],
    declared: 'explicit',
    ...(handler === undefined ? {} : { handler }),
  });
  return undefined;
};

/** `router.Path("/tags").Name("tags")`: others ask for it by this name. */
export const gorillaName: SpecialVerbCode = (_interpreter, node, call) => {
  const name = textOf(call.args[0]?.value);
  if (name !== undefined && isRoute(node)) node.notes.set('name', name);
  return undefined;
};

/** `router.GetRoute("tags").Handler(list)`: the route that bears the name. */
export const gorillaNamed: SpecialVerbCode = (interpreter, { rule }, call) => {
  const name = textOf(call.args[0]?.value);
  const found = interpreter.nodes.find(
    (node) => node.rule === rule && name !== undefined && node.notes.get('name') === name,
  );
  // What answers is mostly handed to the function that asks.
  found?.notes.set('asked', 'yes');
  return found === undefined ? { kind: 'unknown' } : { kind: 'router', node: found };
};

/** From here on it is a router: further paths lie below it. */
export const gorillaSubrouter: SpecialVerbCode = (_interpreter, node) => {
  node.notes.delete('route');
  for (const note of ['tree', 'nowhere']) node.notes.delete(note);
  return undefined;
};

const isRoute = (node: RouterNode): boolean => node.notes.has('route') || node.stands === 'path';

/** What limits a router to methods limits its routes as well. */
function markRoute({ nodes }: Interpreter, route: RouterNode, { methods }: RouterNode): void {
  route.notes.set('route', 'yes');
  route.methods ??= methods;
  nodes.push(route);
}
