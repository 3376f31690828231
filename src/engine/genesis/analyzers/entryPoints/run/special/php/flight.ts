import { positional } from '../../arguments';
import { handlerNameOf } from '../../routers/handlerName';
import { textOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

const named = /@(\w{1,60})(?::[^/()]{1,100})?/g;

/** `Flight::route('GET|POST /users/@id:[0-9]+', …)`, `$router->get('/users/@id', …)`. */
export const flightRoute: SpecialVerbCode = (_interpreter, node, call) => {
  const [first, handler] = positional(call.args);
  const text = textOf(first?.value);
  if (text === undefined || handler === undefined) return undefined;
  const [, written, path = text] = /^([A-Z|]{3,60}) (.*)$/.exec(text) ?? [];
  const own = /^route$/i.test(call.verb ?? '') ? 'ANY' : (call.verb ?? 'ANY').toUpperCase();
  const answers = handlerNameOf(handler);
  node.routes.push({
    methods: written === undefined ? [own] : written.split('|').filter((method) => method !== ''),
    path: path.replace(named, '{$1}'),
    file: call.frame.unit.path,
    line: call.line,
    middleware: [],
    declared: 'explicit',
    ...(answers === undefined ? {} : { handler: answers }),
  });
  return undefined;
};
