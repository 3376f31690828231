import { positional } from '../arguments';
import type { PendingCall } from '../calls/pendingCall';
import { handlerNameOf } from '../routers/handlerName';
import type { RouterNode } from '../routers/routerNode';
import { type PassedArgument, textOf } from '../values';
import type { SpecialVerbCode } from './specialVerb';

/** `get("/users", users::list)`, and `get(users::list)` at the place where it stands; roles may follow. */
export const javalinVerb: SpecialVerbCode = (_interpreter, node, call) => {
  const [first, second] = positional(call.args);
  const path = textOf(first?.value);
  const handler = path === undefined ? first : second;
  if (handler === undefined || (path === undefined && !isHandler(handler))) return undefined;
  const word = call.verb ?? 'get';
  add(node, call, methodsOfWords[word] ?? word.toUpperCase(), path ?? '', handlerNameOf(handler));
  return undefined;
};

const methodsOfWords: Readonly<Record<string, string>> = { ws: 'WS', sse: 'GET' };

/** What is written for a path that nothing tells is no handler. */
const isHandler = ({ source, value }: PassedArgument): boolean =>
  source.is === 'function' || source.is === 'member' || value.kind === 'function' || value.kind === 'object';

const actions: readonly (readonly [string, string, boolean])[] = [
  ['GET', 'getAll', false],
  ['POST', 'create', false],
  ['GET', 'getOne', true],
  ['PATCH', 'update', true],
  ['DELETE', 'delete', true],
];

/** `crud("users/{id}", new UserHandler())`: five routes, with the last part of the path for the one that is meant. */
export const javalinCrud: SpecialVerbCode = (_interpreter, node, call) => {
  const path = textOf(call.args[0]?.value);
  if (path === undefined) return undefined;
  for (const [method, action, isOne] of actions)
    add(node, call, method, isOne ? path : path.replace(/\/?[^/]*$/, ''), action, 'implied');
  return undefined;
};

function add(
  node: RouterNode,
  call: PendingCall,
  method: string,
  path: string,
  handler: string | undefined,
  declared: 'explicit' | 'implied' = 'explicit',
): void {
  const { path: file } = call.frame.unit;
  const named = handler === undefined ? {} : { handler };
  // `<rest>` may hold slashes.
  const written = path.replace(/<(\w{1,60})>/g, '{$1*}');
  node.routes.push({ methods: [method], path: written, file, line: call.line, middleware: [], declared, ...named });
}
