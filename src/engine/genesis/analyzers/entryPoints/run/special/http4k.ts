import { handlerNameOf } from '../routers/handlerName';
import { methodsIn } from '../routers/registering';
import { routersIn, textOf } from '../values';
import type { SpecialVerbCode } from './specialVerb';

/** `"/users" bind GET` waits for its handler, `"/users" bind routes(…)` puts routes below, `"/users" bind list` takes all. */
export const http4kBind: SpecialVerbCode = (interpreter, node, call) => {
  const [path, bound] = call.args;
  const text = textOf(path?.value);
  if (text === undefined || bound === undefined) return undefined;
  const place = interpreter.newNode(node.rule, call.frame.unit, call.line, 'path');
  place.prefix = text;
  place.isHosted = true;
  const children = routersIn(bound.value);
  const methods = methodsIn(bound.value);
  for (const child of children) place.mount(child);
  if (children.length === 0 && methods.length > 0) place.methods = methods;
  else if (children.length === 0) {
    const handler = handlerNameOf(bound);
    const { path: file } = call.frame.unit;
    const named = handler === undefined ? {} : { handler };
    place.routes.push({
      methods: ['ANY'],
      path: '',
      file,
      line: call.line,
      middleware: [],
      declared: 'explicit',
      ...named,
    });
  }
  return { kind: 'router', node: place };
};
