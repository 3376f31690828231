import { controllerMarks } from '../../../controllers/beegoControllers';
import type { PendingCall } from '../../calls/pendingCall';
import { functionNameOf } from '../../routers/handlerName';
import { methodsIn } from '../../routers/registering';
import type { RouterNode } from '../../routers/routerNode';
import { type PassedArgument, textOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

/** `&controllers.Users{}`: the name of the type. */
function typeOf({ source }: PassedArgument): string {
  return (source.is === 'call' ? functionNameOf(source.callee) : functionNameOf(source)) ?? '';
}

function add(node: RouterNode, call: PendingCall, methods: readonly string[], path: string, handler: string): void {
  node.routes.push({
    methods,
    path,
    file: call.frame.unit.path,
    line: call.args[0]?.line ?? call.line,
    middleware: [],
    declared: 'explicit',
    handler,
  });
}

/** `web.Router("/users", &Users{}, "get,head:List;post:Add")`; without a table the methods that the controller has. */
export const beegoRouter: SpecialVerbCode = (_interpreter, node, call) => {
  const [first, controller, table] = call.args;
  const path = textOf(first?.value);
  if (path === undefined || controller === undefined) return undefined;
  const name = typeOf(controller);
  const entries = (textOf(table?.value) ?? '').split(';').flatMap((entry) => {
    const [said = '', method = ''] = entry.split(':');
    const methods = methodsIn({ kind: 'text', text: said });
    return method === '' || methods.length === 0 ? [] : [{ methods, method }];
  });
  for (const { methods, method } of entries) add(node, call, methods, path, `${name}.${method}`);
  if (entries.length === 0) add(node, call, ['ANY'], path, name + controllerMarks.verbs);
  return undefined;
};

/** `web.AutoRouter(&Users{})` and `web.AutoPrefix("/admin", &Users{})`: actions by their names. */
export const beegoAuto: SpecialVerbCode = (_interpreter, node, call) => {
  const controller = call.args.at(-1);
  const prefix = call.args.length > 1 ? textOf(call.args[0]?.value) : '';
  if (controller !== undefined && prefix !== undefined)
    add(node, call, ['ANY'], prefix, typeOf(controller) + controllerMarks.auto);
  return undefined;
};

/** `web.Include(&Users{}, &Pages{})`: what comments above their methods say. */
export const beegoInclude: SpecialVerbCode = (_interpreter, node, call) => {
  for (const controller of call.args) add(node, call, ['ANY'], '', typeOf(controller) + controllerMarks.include);
  return undefined;
};
