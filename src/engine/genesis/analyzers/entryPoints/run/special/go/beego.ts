import { functionNameOf } from '../../routers/handlerName';
import { methodsIn } from '../../routers/registering';
import { textOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

const actions = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options'];

/** `web.Router("/users", &Users{}, "get,head:List;post:Add")`; without a table the methods that the controller has. */
export const beegoRouter: SpecialVerbCode = (interpreter, node, call) => {
  const [first, controller, table] = call.args;
  const path = textOf(first?.value);
  if (path === undefined || controller === undefined) return undefined;
  const { source, value } = controller;
  const name = (source.is === 'call' ? functionNameOf(source.callee) : functionNameOf(source)) ?? '';
  const type = value.kind === 'object' ? value.type : undefined;
  const entries = (textOf(table?.value) ?? '').split(';').flatMap((entry) => {
    const [said = '', method = ''] = entry.split(':');
    const methods = methodsIn({ kind: 'text', text: said });
    return method === '' || methods.length === 0 ? [] : [{ methods, method }];
  });
  const own = actions.filter((action) => type !== undefined && interpreter.ancestry.method(type, action) !== undefined);
  const byName = own.map((method) => ({ methods: [method.toUpperCase()], method }));
  const chosen = entries.length > 0 ? entries : byName;
  for (const { methods, method } of chosen.length > 0 ? chosen : [{ methods: ['ANY'], method: '' }])
    node.routes.push({
      methods,
      path,
      file: call.frame.unit.path,
      line: first?.line ?? call.line,
      middleware: [],
      declared: 'explicit',
      handler: method === '' ? name : `${name}.${method}`,
    });
  return undefined;
};
