import { positional } from '../arguments';
import { type functionNameOf, handlerNameOf } from '../routers/handlerName';
import { prefixText } from '../routers/prefixText';
import { textOf } from '../values';
import type { SpecialVerbCode } from './specialVerb';

/** `get("/users", "application/json", users::list, toJson)`: a type that is accepted may come before the handler. */
export const sparkRoute: SpecialVerbCode = (interpreter, node, call) => {
  const [path, ...rest] = positional(call.args);
  const { text } = prefixText(interpreter, path);
  const [first, second] = rest;
  const handler =
    textOf(first?.value) !== undefined || (second !== undefined && isType(first?.source)) ? second : first;
  if (path === undefined || handler === undefined || text === undefined) return undefined;
  const { path: file } = call.frame.unit;
  const name = handlerNameOf(handler);
  node.routes.push({
    methods: [(call.verb ?? 'get').replace(/^.*\./, '').toUpperCase()],
    path: text,
    file,
    line: call.line,
    middleware: [],
    declared: 'explicit',
    ...(name === undefined ? {} : { handler: name }),
  });
  return undefined;
};

/** `mimeType`, a variable of the class. */
const isType = (source: Parameters<typeof functionNameOf>[0]): boolean =>
  source?.is === 'name' || source?.is === 'member' ? /type$/i.test(source.name) : false;
