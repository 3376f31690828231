import type { MethodsPlace, RouterRule, RouteVerb } from '../../rules/routerRule';
import { argumentAt, positional, valueAt } from '../arguments';
import type { PendingCall } from '../calls/pendingCall';
import type { Interpreter } from '../interpreter';
import type { PassedArgument, TextValue, Value } from '../values';
import { hole, holeEnd, holeStart, optionsOf, pathTexts, routersIn, textsOf } from '../values';
import { handlerNameOf, namesOf } from './handlerName';
import { httpMethods, methodsOfClass, webDavMethods } from './httpMethods';
import type { Registration, RouterNode } from './routerNode';

/** Adds what a call registers; gives back a node for the route alone if the rule asks for one. */
export function registerRoute(
  interpreter: Interpreter,
  node: RouterNode,
  verb: RouteVerb,
  call: PendingCall,
): RouterNode | undefined {
  if (verb.onPath === true && node.stands !== 'path') return undefined;
  const paths = pathsOf(node, verb, call);
  if (paths === undefined) {
    // `router.get(pathOf('users'), list)`; with a path alone it may be something else.
    if (typeof verb.path === 'number' && positional(call.args).length > verb.path + 1)
      interpreter.unread.set(`${call.frame.unit.path}:${call.line}`, node.rule.name);
    return undefined;
  }
  const handler = handlerOf(verb, call);
  if (verb.needsHandler === true && (handler === undefined || handler === paths.argument)) return undefined;
  const methods = limited(handedMethods(methodsOf(interpreter, verb, call, handler), paths, call), node.methods);
  const target = verb.gives === 'route' ? node.branch('', call.line, 'path') : node;
  if (target !== node) interpreter.nodes.push(target);
  passOn(target, methods);
  const own = handler === paths.argument ? undefined : handler;
  // `app.all('/users*', router)`: what stands in the place of a handler says its paths whole.
  if (own?.value.kind === 'router' && methods.join() === 'ANY' && isScriptRule(node.rule)) {
    node.mount(own.value.node);
    return target;
  }
  const named = call.decorated === undefined ? handlerNameOf(own) : decoratedName(interpreter, call);
  const handlerName = withController(named, node);
  for (const { text: path, at: said } of paths.texts) {
    // A list of paths that another file holds says nothing of what answers them.
    const at = said?.isItem === true && said.file !== call.frame.unit.path ? undefined : said;
    const written = verb.methodInPath === true ? splitMethod(path, node.rule) : { path, methods: [] };
    const registration: Registration = {
      methods: written.methods.length > 0 ? written.methods : methods,
      path: written.path,
      file: paths.argument?.file ?? at?.file ?? call.frame.unit.path,
      line:
        paths.argument?.file === undefined
          ? (at?.line ?? paths.argument?.line ?? call.line)
          : (paths.argument.line ?? call.line),
      middleware: middlewareOf(verb, call, paths.argument, handler),
      declared: verb.declared ?? 'explicit',
      behind: target.middleware.length,
      ...(handlerName === undefined ? {} : { handler: handlerName }),
    };
    target.routes.push(registration);
  }
  return target;
}

/** `router.route('/users').all(decode).get(list)`: what stands for all methods before others lets requests through to them. */
function passOn(node: RouterNode, methods: readonly string[]): void {
  if (node.stands !== 'path' || !isScriptRule(node.rule) || /^(?:ANY|OPTIONS)$/.test(methods.join())) return;
  const passing = node.routes.filter((route) => route.methods.join() === 'ANY');
  if (passing.length === 0) return;
  node.routes = node.routes.filter((route) => !passing.includes(route));
  node.middleware.push(
    ...passing.flatMap(({ middleware, handler }) => [...middleware, ...(handler === undefined ? [] : [handler])]),
  );
}

const isScriptRule = ({ languages }: RouterRule): boolean => languages.includes('javascript');

const namelessHoles = new RegExp(`(?:${holeStart}(?:value)?${holeEnd}|/)+`, 'y');

/** A text of which nothing is known but that it is made of others. */
export function isNothing(text: string): boolean {
  namelessHoles.lastIndex = 0;
  return text.includes(holeStart) && namelessHoles.exec(text)?.[0] === text;
}

const nowhere: readonly TextValue[] = [{ kind: 'text', text: '' }];

interface Paths {
  readonly texts: readonly TextValue[];
  readonly argument: PassedArgument | undefined;
}

/** A call of a client: `httplib.Get("https://example.com/users")`. */
const elsewhere = /^https?:\/\//;

/** `undefined`: no path is said, so it is no route. */
function pathsOf(node: RouterNode, verb: RouteVerb, call: PendingCall): Paths | undefined {
  if (node.stands === 'path' || verb.path === undefined) return { texts: nowhere, argument: undefined };
  let argument = argumentAt(call.args, verb.path);
  if (verb.named === true && typeof verb.path === 'number') {
    // `router.get('name', '/path', handler)`: a name may come before the path.
    const next = argumentAt(call.args, verb.path + 1);
    if (textsOf(next?.value).some((text) => text.startsWith('/'))) argument = next;
  }
  if (argument === undefined)
    return verb.pathOptional === true && isWithBlock(node, call) ? { texts: nowhere, argument } : undefined;
  const texts = pathTexts(argument.value).filter(({ text }) => !isNothing(text) && !elsewhere.test(text));
  if (texts.length > 0) return { texts, argument };
  const inside = node.rule.languages.includes('go') ? textInside(argument) : undefined;
  if (inside !== undefined) return { texts: [inside], argument };
  return verb.pathOptional === true && isFunction(argument) ? { texts: nowhere, argument: undefined } : undefined;
}

/** `get do … end`: in Ruby the word alone is something else. */
const isWithBlock = ({ rule }: RouterNode, { args }: PendingCall): boolean =>
  !rule.languages.includes('ruby') || args.some(({ name }) => name === '&');

/** `r.Get(base("/status"), …)`, where what `base` puts in front is not known. */
function textInside({ source, value }: PassedArgument): TextValue | undefined {
  if (value.kind !== 'unknown' || source.is !== 'call' || source.args.length !== 1) return undefined;
  const [only] = source.args;
  const { callee } = source;
  const maker = callee.is === 'name' || callee.is === 'member' ? callee.name : 'prefix';
  return only?.value.is === 'text' && only.value.text.startsWith('/')
    ? { kind: 'text', text: `${hole(maker)}${only.value.text}` }
    : undefined;
}

function handlerOf(verb: RouteVerb, call: PendingCall): PassedArgument | undefined {
  if (verb.handler === 'none' || call.decorated !== undefined) return undefined;
  return verb.handler === undefined ? positional(call.args).at(-1) : argumentAt(call.args, verb.handler);
}

function decoratedName(interpreter: Interpreter, call: PendingCall): string | undefined {
  const value = call.decorated?.value;
  if (value === undefined) return undefined;
  return value.kind === 'class' ? interpreter.classDeclarationOf(value)?.name : interpreter.declarationOf(value)?.name;
}

function methodsOf(
  interpreter: Interpreter,
  verb: RouteVerb,
  call: PendingCall,
  handler: PassedArgument | undefined,
): readonly string[] {
  const said = saidMethods(verb.methods, call);
  if (said.certain) return said.methods;
  const values = [call.decorated?.value, handler?.value].filter((value) => value !== undefined);
  for (const option of values.flatMap((value) => optionsOf(value)))
    if (option.kind === 'class' || option.kind === 'object') {
      const found = methodsOfClass(interpreter, option.kind === 'object' ? option.type : option);
      if (found.length > 0) return found;
    }
  return said.methods;
}

/** `func (r *Registrar) Register(method, path string, …)` that hands its path to a mux: its callers say the method. */
function handedMethods(methods: readonly string[], { texts }: Paths, call: PendingCall): readonly string[] {
  if (call.frame.unit.program.language !== 'go' || methods.join() !== 'ANY') return methods;
  const said = texts.some(({ at }) => at !== undefined) ? methodsIn(call.frame.scope.own('method')) : [];
  return said.length > 0 ? said : methods;
}

/** `certain`: the call itself says them, so that a class that handles them doesn't count. */
function saidMethods(place: MethodsPlace, call: PendingCall): { methods: readonly string[]; certain: boolean } {
  if (typeof place === 'string') return { methods: [place], certain: place !== 'ANY' };
  if (!('from' in place)) return { methods: place, certain: false };
  // An attribute may say it several times: `method = "GET", method = "POST"`.
  const repeated = call.args.filter((argument) => argument.name !== undefined && argument.name === place.from);
  const values = repeated.length > 1 ? repeated.map((argument) => argument.value) : [valueAt(call.args, place.from)];
  const found = values.flatMap((value) => methodsIn(value));
  return found.length > 0 ? { methods: found, certain: true } : { methods: place.otherwise, certain: false };
}

/** HTTP methods in a text, a list, or constants such as `http.MethodGet` and `HttpMethod.GET`. */
export function methodsIn(value: Value | undefined): string[] {
  const found = optionsOf(value).flatMap((option) => {
    if (option.kind === 'list') return option.items.flatMap(methodsIn);
    const name = option.kind === 'text' ? option.text : option.kind === 'external' ? option.name : '';
    return methodsNamed(name);
  });
  if (found.length === 0 && value?.kind === 'unknown' && value.name !== undefined) return methodsNamed(value.name);
  return found;
}

function methodsNamed(name: string): string[] {
  return name
    .split(/[|,\s]+/)
    .map((part) => part.slice(part.lastIndexOf('.') + 1).replace(/^Method_?/i, ''))
    .map((part) => (webDavMethods.has(part.toUpperCase()) ? part : part.toUpperCase()))
    .flatMap((part) =>
      part === '*' || part === 'ALL' || part === 'ANY' ? ['ANY'] : part === 'DEL' ? ['DELETE'] : [part],
    )
    .filter((part) => part === 'ANY' || httpMethods.has(part) || webDavMethods.has(part));
}

function limited(methods: readonly string[], limit: readonly string[] | undefined): readonly string[] {
  return limit !== undefined && methods.includes('ANY') ? limit : methods;
}

function splitMethod(path: string, rule: RouterRule): { path: string; methods: string[] } {
  const space = path.indexOf(' ');
  const written = withoutHost(space === -1 ? path : path.slice(space + 1).trim());
  // A pattern of the standard mux that ends with a slash takes all that lies below it.
  const isTree = ofStandardMux.has(rule.id) && written.length > 1 && written.endsWith('/');
  return {
    path: isTree ? `${written}{path...}` : written,
    methods: space === -1 ? [] : methodsNamed(path.slice(0, space)),
  };
}

const ofStandardMux: ReadonlySet<string> = new Set(['netHttp', 'routegroup']);

/** `shop.dev/orders`; what is put before a path and is not known is a host only where it is called so. */
function withoutHost(path: string): string {
  if (path.startsWith('/') || !path.includes('/')) return path;
  const [before, name = ''] = firstHole.exec(path) ?? [];
  if (before === undefined || /host|domain/i.test(name)) return path.slice(path.indexOf('/'));
  const rest = path.slice(before.length);
  return `/${before}${rest.startsWith('/') ? '' : '/'}${rest}`;
}

const firstHole = new RegExp(`^${holeStart}([^${holeEnd}]{0,200})${holeEnd}`);

function middlewareOf(
  verb: RouteVerb,
  call: PendingCall,
  path: PassedArgument | undefined,
  handler: PassedArgument | undefined,
): string[] {
  if (call.decorated !== undefined && verb.middleware === undefined) return [...call.decorated.middleware];
  const before = call.decorated?.middleware ?? [];
  if (verb.middleware === undefined) return [];
  if (typeof verb.middleware === 'object') {
    const argument = argumentAt(call.args, verb.middleware.at);
    return [...before, ...(argument === undefined ? [] : namesOf(argument))];
  }
  const list = positional(call.args);
  const from = path === undefined ? 0 : list.indexOf(path) + 1;
  const at = handler === undefined ? list.length : list.indexOf(handler);
  const chosen = verb.middleware === 'between' ? list.slice(from, at) : list.slice(at + 1);
  return [...before, ...chosen.filter((argument) => isFunctionLike(argument)).flatMap((argument) => namesOf(argument))];
}

function isFunctionLike(argument: PassedArgument): boolean {
  const { kind } = argument.value;
  return kind !== 'text' && kind !== 'map' && routersIn(argument.value).length === 0;
}

const isFunction = (argument: PassedArgument): boolean =>
  argument.value.kind === 'function' || argument.source.is === 'function';

/** In a group for one controller a route names a method only. */
function withController(handler: string | undefined, node: RouterNode): string | undefined {
  const controller = node.notes.get('controller');
  return handler === undefined || controller === undefined || !/^[a-z_]\w*$/.test(handler)
    ? handler
    : `${controller}@${handler}`;
}
