import type { PendingCall } from '../calls/pendingCall';
import type { Interpreter } from '../interpreter';
import { handlerNameOf } from '../routers/handlerName';
import type { Registration, RouterNode } from '../routers/routerNode';
import { hole, routersIn, textOf } from '../values';
import type { SpecialVerbCode } from './specialVerb';

/** Combinations of more are no routes that people wrote. */
const mostWays = 2_000;
const end = '/';

/**
 * A filter of Warp is a router whose routes are the ways through it, of which each may lack a path, its methods, or both:
 * what is put together of two has the ways of one behind those of the other (`and`), or those of both (`or`).
 */
export const warpPath: SpecialVerbCode = (_interpreter, node, call) => {
  const [first] = call.args;
  const path = first === undefined ? '{param}' : (textOf(first.value) ?? hole('path'));
  node.routes.push(way(call, path.replace(/\/\.\.$/, '')));
  return undefined;
};

export const warpEnd: SpecialVerbCode = (_interpreter, node, call) => {
  node.routes.push(way(call, end));
  return undefined;
};

export const warpTail: SpecialVerbCode = (_interpreter, node, call) => {
  node.routes.push(way(call, '{**tail}'));
  return undefined;
};

/** What asks nothing of the path. */
export const warpAny: SpecialVerbCode = (_interpreter, node, call) => {
  node.routes.push({ ...way(call, ''), methods: node.methods ?? [] });
  return undefined;
};

const way = (call: PendingCall, path: string): Registration => ({
  methods: [],
  path,
  file: call.frame.unit.path,
  line: call.line,
  middleware: [],
  declared: 'explicit',
});

export const warpCombine: SpecialVerbCode = (interpreter, node, call) => {
  const [first] = call.args;
  const others = routersIn(first?.value).filter(({ rule }) => rule === node.rule);
  const verb = call.verb ?? '';
  const isAlone = others.length === 0 && (verb === 'warp_and' || verb === 'warp_or');
  if (isAlone) return undefined;
  const result = interpreter.newNode(node.rule, call.frame.unit, call.line);
  result.isHosted = true;
  const ways = others.flatMap(({ routes }) => routes);
  const handler = handlerNameOf(first);
  if (verb === 'warp_and') result.routes = together(node.routes, ways);
  else if (verb === 'warp_or') result.routes = [...node.routes, ...ways].slice(0, mostWays);
  else
    result.routes = node.routes.map((route) =>
      handler === undefined || (verb === 'warp_map' && route.handler !== undefined) ? route : { ...route, handler },
    );
  for (const used of [node, ...others]) used.isMounted = true;
  return { kind: 'router', node: result };
};

function together(before: readonly Registration[], behind: readonly Registration[]): Registration[] {
  const found = new Map<string, Registration>();
  for (const one of before)
    for (const other of behind) {
      if (found.size >= mostWays) break;
      const told = other.path === '' || other.path === end ? one : other;
      const both = [one, other].map(({ path }) => path).filter((path) => path !== '' && path !== end);
      const path = both.length > 0 ? both.join('/') : one.path === end || other.path === end ? end : '';
      const handler = other.handler ?? one.handler;
      const methods = one.methods.length === 0 ? other.methods : one.methods;
      const { file, line } = told.path === '' ? other : told;
      found.set(`${methods.join()} ${path} ${file}:${line}`, {
        ...{ methods, path, file, line, middleware: [], declared: 'explicit' },
        ...(handler === undefined ? {} : { handler }),
      });
    }
  return [...found.values()];
}

/** `warp::serve(routes)`: there the ways become routes. */
export const warpServe: SpecialVerbCode = (_interpreter, node, call) => {
  node.notes.set('serves', 'yes');
  for (const served of routersIn(call.args[0]?.value)) {
    if (served === node || served.rule !== node.rule) continue;
    served.isMounted = true;
    node.routes.push(...told(served));
  }
  return undefined;
};

const told = ({ routes }: RouterNode): Registration[] =>
  routes
    .filter(({ path }) => path !== '')
    .map((route) => (route.methods.length === 0 ? { ...route, methods: ['ANY'] } : route));

/** Filters that nobody takes: where others are served, what stands before them is not known. */
export function settleFilters({ nodes }: Interpreter): void {
  const filters = nodes.filter(({ rule }) => rule.id === 'warp');
  const isServed = filters.some((node) => node.notes.has('serves') && node.routes.length > 0);
  for (const node of filters) {
    if (node.notes.has('serves') || node.isMounted) continue;
    node.routes = told(node).filter(({ handler }) => handler !== undefined);
    node.isLost = isServed;
  }
}
