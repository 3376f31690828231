import { positional } from '../arguments';
import { handlerNameOf } from '../routers/handlerName';
import { methodsIn } from '../routers/registering';
import { textOf } from '../values';
import type { SpecialVerbCode } from './specialVerb';

/** `route("/users")`, `route(HttpMethod.GET, "/users")`, `route().path("/users").method(HttpMethod.GET)`. */
export const vertxRoute: SpecialVerbCode = (interpreter, node, call) => {
  const [first, second] = positional(call.args);
  const methods = second === undefined ? [] : methodsIn(first?.value);
  const path = textOf((second ?? first)?.value) ?? '';
  const child = node.branch(path.replace(/\/?\*$/, ''), call.line, 'path');
  interpreter.nodes.push(child);
  if (methods.length > 0) child.methods = methods;
  return { kind: 'router', node: child };
};

/** Without a method it stands before the routes below its path. */
export const vertxHandler: SpecialVerbCode = (_interpreter, node, call) => {
  const handler = handlerNameOf(call.args[0]);
  const named = handler === undefined ? {} : { handler };
  // What takes everything only looks at it before the routes do.
  const own = node.routes.filter((route) => !/^\/?\*$/.test(route.path));
  if (node.routes.length > 0) node.routes = own.map((route) => ({ ...route, ...named }));
  else if (node.methods !== undefined) {
    const { path: file } = call.frame.unit;
    const { methods } = node;
    node.routes.push({ methods, path: '', file, line: node.made.line, middleware: [], declared: 'explicit', ...named });
  }
  return undefined;
};
