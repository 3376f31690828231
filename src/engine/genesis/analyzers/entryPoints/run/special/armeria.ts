import { handlerNameOf } from '../routers/handlerName';
import { methodsIn } from '../routers/registering';
import { optionsOf, textOf } from '../values';
import type { SpecialVerbCode } from './specialVerb';

/** `serviceUnder("/docs", service)`: the service gets all that lies below. */
export const armeriaUnder: SpecialVerbCode = (_interpreter, node, call) => {
  const path = textOf(call.args[0]?.value);
  if (path === undefined) return undefined;
  const handler = handlerNameOf(call.args[1]);
  const { path: file } = call.frame.unit;
  node.routes.push({
    methods: ['ANY'],
    path: `${path.replace(/\/$/, '')}/*`,
    file,
    line: call.line,
    middleware: [],
    declared: 'explicit',
    ...(handler === undefined ? {} : { handler }),
  });
  return undefined;
};

/** `annotatedService("/api", new Users())` says below which path the annotated methods of a class lie. */
export const armeriaAnnotated: SpecialVerbCode = (interpreter, _node, call) => {
  const [first] = call.args;
  const isPath = first?.value.kind === 'text' || first?.source.is === 'text';
  const text = isPath ? (textOf(first.value) ?? '') : '';
  for (const { value } of isPath ? call.args.slice(1, 2) : call.args.slice(0, 1))
    for (const option of optionsOf(value)) interpreter.remarks.push({ kind: 'armeriaService', value: option, text });
  return undefined;
};

/** `route().path("/users").methods(HttpMethod.GET)`: the path comes first. */
export const armeriaMethods: SpecialVerbCode = (_interpreter, node, call) => {
  const methods = call.args.flatMap(({ value }) => methodsIn(value));
  const { path: file } = call.frame.unit;
  if (node.stands === 'path' && methods.length > 0)
    node.routes.push({ methods, path: '', file, line: call.line, middleware: [], declared: 'explicit' });
  return undefined;
};
