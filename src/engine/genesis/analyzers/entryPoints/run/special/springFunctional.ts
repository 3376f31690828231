import type { Expression } from '../../program/program';
import type { PendingCall } from '../calls/pendingCall';
import type { Interpreter } from '../interpreter';
import { handlerNameOf } from '../routers/handlerName';
import { methodsIn, registerRoute } from '../routers/registering';
import type { RouterNode } from '../routers/routerNode';
import { optionsOf, routersIn, textOf } from '../values';
import type { SpecialVerbCode } from './specialVerb';

const httpVerb = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|path)$/;

interface Predicate {
  readonly method: string;
  readonly path: string;
}

/** `GET("/users")`, `RequestPredicates.path("/api").and(accept(JSON))`: what is asked of a request. */
function predicateIn(
  interpreter: Interpreter,
  source: Expression,
  call: PendingCall,
  depth = 0,
): Predicate | undefined {
  if (source.is !== 'call' || depth > 8) return undefined;
  const { callee } = source;
  const name = callee.is === 'name' || callee.is === 'member' ? callee.name : '';
  const [first] = source.args;
  const path = first === undefined ? undefined : textOf(interpreter.evaluate(first.value, call.frame));
  // `method(HttpMethod.GET)` asks for no path: it stands at the one around.
  const [asked] =
    name === 'method' && first !== undefined ? methodsIn(interpreter.evaluate(first.value, call.frame)) : [];
  if (asked !== undefined) return { method: asked, path: '' };
  if (httpVerb.test(name) && path !== undefined) return { method: name === 'path' ? 'ANY' : name, path };
  return callee.is === 'member' ? predicateIn(interpreter, callee.of, call, depth + 1) : undefined;
}

/** `GET("/users", handler)`; a predicate may come in front of the handler, and what describes it behind. */
export const springRoute: SpecialVerbCode = (interpreter, node, call) => {
  const methods = call.verb ?? 'GET';
  // `GET(handler::all)` stands at the path around.
  if (textOf(call.args[0]?.value) === undefined) {
    const [first, second] = call.args;
    const handler = second === undefined ? first : second;
    if (handler?.source.is === 'member' || handler?.value.kind === 'function')
      registerRoute(interpreter, node, { does: 'route', methods, handler: second === undefined ? 0 : 1 }, call);
    return undefined;
  }
  const at = call.args.findIndex(({ source }, index) => index > 0 && source.is !== 'call');
  registerRoute(interpreter, node, { does: 'route', methods, path: 0, handler: at === -1 ? 1 : at }, call);
  return undefined;
};

/** `route(GET("/users"), handler)`; without arguments a builder begins. */
export const springPredicate: SpecialVerbCode = (interpreter, node, call) => {
  const [first, second] = call.args;
  const predicate = first === undefined ? undefined : predicateIn(interpreter, first.source, call);
  if (predicate === undefined) return undefined;
  const handler = handlerNameOf(second);
  node.routes.push({
    methods: [predicate.method],
    path: predicate.path,
    file: call.frame.unit.path,
    line: first?.line ?? call.line,
    middleware: [],
    declared: 'explicit',
    ...(handler === undefined ? {} : { handler }),
  });
  return undefined;
};

/** `path("/api", builder -> …)`, `nest(path("/api"), () -> routes())`, `nest(path("/api"), routes)`. */
export const springNest: SpecialVerbCode = (interpreter, node, call) => {
  const [first, second] = call.args;
  if (first === undefined) return undefined;
  const prefix = textOf(first.value) ?? predicateIn(interpreter, first.source, call)?.path ?? '';
  const child = node.branch(prefix, call.line);
  interpreter.nodes.push(child);
  if (second !== undefined) fillWith(interpreter, child, second.value);
  return undefined;
};

function fillWith(interpreter: Interpreter, child: RouterNode, value: PendingCall['args'][number]['value']): void {
  for (const found of routersIn(value)) child.mount(found);
  for (const option of optionsOf(value)) {
    if (option.kind !== 'function') continue;
    const given = interpreter.routers.fill(child, option);
    for (const found of routersIn(given)) if (found !== child) child.mount(found);
  }
}
