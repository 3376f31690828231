import type { PendingCall } from '../calls/pendingCall';
import { functionNameOf } from '../routers/handlerName';
import { methodsIn } from '../routers/registering';
import type { RouterNode } from '../routers/routerNode';
import { textOf } from '../values';
import type { SpecialVerbCode } from './specialVerb';

/** `router.on("/upload", method: .post) { … }`. */
export const hummingbirdOn: SpecialVerbCode = (_interpreter, node, call) => {
  const method = call.args.find(({ name }) => name === 'method');
  add(node, call, methodsIn(method?.value));
  return undefined;
};

/** `router.ws("/chat") { … }`. */
export const hummingbirdSocket: SpecialVerbCode = (_interpreter, node, call) => {
  add(node, call, ['WS']);
  return undefined;
};

function add(node: RouterNode, call: PendingCall, methods: readonly string[]): void {
  const path = textOf(call.args.find(({ name }) => name === undefined)?.value);
  if (path === undefined) return;
  const handler = functionNameOf(call.args.find(({ name }) => name === 'use')?.source)?.replace(/^self\./, '');
  node.routes.push({
    methods: methods.length === 0 ? ['ANY'] : methods,
    path,
    file: call.frame.unit.path,
    line: call.line,
    middleware: [],
    declared: 'explicit',
    ...(handler === undefined ? {} : { handler }),
  });
}
