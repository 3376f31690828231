import { handlerNameOf } from '../../routers/handlerName';
import { methodsIn } from '../../routers/registering';
import { textOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

/** `ws.Method("PATCH").Path("/{id}").To(patch)`: a route whose path comes last. */
export const restfulMethod: SpecialVerbCode = (interpreter, node, call) => {
  const route = node.branch('', call.line, 'path');
  const methods = methodsIn(call.args[0]?.value);
  if (methods.length > 0) route.methods = methods;
  interpreter.nodes.push(route);
  return { kind: 'router', node: route };
};

/** `app.HandleMany("GET POST", "/a /b", handler)`. */
export const irisMany: SpecialVerbCode = (_interpreter, node, call) => {
  const [said, paths, target] = call.args;
  const methods = methodsIn(said?.value);
  const handler = handlerNameOf(target);
  const { path: file } = call.frame.unit;
  const named = handler === undefined ? {} : { handler };
  for (const path of (textOf(paths?.value) ?? '').split(' ').filter((one) => one !== ''))
    node.routes.push({ methods, path, file, line: call.line, middleware: [], declared: 'explicit', ...named });
  return undefined;
};

/** `buffalo.New(buffalo.Options{Prefix: "/shop"})`. */
export const buffaloNew: SpecialVerbCode = (_interpreter, node, call) => {
  const given = call.args[0]?.value;
  node.prefix = given?.kind === 'map' ? (textOf(given.entries.get('Prefix')) ?? '') : '';
  return undefined;
};

const actions: readonly (readonly [string, string, string])[] = [
  ['List', 'GET', ''],
  ['New', 'GET', '/new'],
  ['Show', 'GET', '/{id}'],
  ['Edit', 'GET', '/{id}/edit'],
  ['Create', 'POST', ''],
  ['Update', 'PUT', '/{id}'],
  ['Destroy', 'DELETE', '/{id}'],
];

/** `app.Resource("/users", UsersResource{})` of Buffalo: a route for each of its methods that the type has. */
export const buffaloResource: SpecialVerbCode = (interpreter, node, call) => {
  const [path, resource] = call.args;
  const text = textOf(path?.value);
  const type = resource?.value.kind === 'object' ? resource.value.type : undefined;
  if (text === undefined) return undefined;
  const { path: file } = call.frame.unit;
  const own = actions.filter(([name]) => type !== undefined && interpreter.ancestry.method(type, name) !== undefined);
  // Of a type that is not seen all of them may be there.
  const last = text.slice(text.lastIndexOf('/') + 1);
  const key = `{${last.replace(/ies$/, 'y').replace(/s$/, '')}_id}`;
  for (const [name, method, end] of own.length > 0 ? own : actions)
    node.routes.push({
      methods: [method],
      path: text + end.replace('{id}', key),
      file,
      line: call.line,
      middleware: [],
      declared: 'implied',
      handler: name,
    });
  return undefined;
};
