import { valueAt } from '../../arguments';
import type { PendingCall } from '../../calls/pendingCall';
import type { Frame, Interpreter } from '../../interpreter';
import { httpMethods } from '../../routers/httpMethods';
import { registerRoute } from '../../routers/registering';
import type { RouterNode } from '../../routers/routerNode';
import type { ListValue, PassedArgument, Value } from '../../values';
import { optionsOf, routersIn, textOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

const source = { is: 'other' } as const;

/** Django Ninja: `api.add_router('/events/', router)`, where the router may be named by its import path. */
export const ninjaRouter: SpecialVerbCode = (interpreter, node, call) => {
  const prefix = textOf(valueAt(call.args, ['prefix', 0])) ?? '';
  const target = valueAt(call.args, ['router', 1]);
  const named = textOf(target);
  const at = named?.lastIndexOf('.') ?? -1;
  const value: Value | undefined =
    named === undefined
      ? target
      : interpreter.modules.imported(call.frame.unit, named.slice(0, at), named.slice(at + 1));
  for (const child of routersIn(value)) node.mount(child, prefix);
  return undefined;
};

const handlerVerb = { does: 'route', methods: 'ANY', path: 0, handler: 1 } as const;

/** Tornado: `Application([(r"/users/(\\d+)", UserHandler), url(r"/", Home)])`. */
export const tornadoHandlers: SpecialVerbCode = (interpreter, node, call) => {
  const list =
    optionsOf(valueAt(call.args, ['handlers', 0])).find((option) => option.kind === 'list') ?? call.args[1]?.value;
  if (list?.kind !== 'list') return undefined;
  const source = call.args.find((argument) => argument.value === list)?.source;
  addHandlers(interpreter, node, list, call, source);
  return undefined;
};

function addHandlers(
  interpreter: Interpreter,
  node: RouterNode,
  list: ListValue,
  call: PendingCall,
  writtenList?: PassedArgument['source'],
): void {
  list.items.forEach((item, at) => {
    for (const child of routersIn(item.kind === 'router' ? item : undefined)) node.mount(child);
    if (item.kind !== 'list') return;
    const written = writtenList?.is === 'list' ? writtenList.items[at] : undefined;
    const parts = written?.is === 'list' ? written.items : [];
    const args = item.items
      .slice(0, 2)
      .map((value, index): PassedArgument => ({ value, source: parts[index] ?? source }));
    registerRoute(interpreter, node, handlerVerb, { ...call, args });
  });
}

/** Tables of handlers under the names that they usually have, where no application is seen to take any. */
export function placeHandlerTables(interpreter: Interpreter): void {
  const [rule] = interpreter.rules.rules.filter((candidate) => candidate.id === 'tornado');
  if (rule === undefined || !interpreter.imports(rule)) return;
  if (interpreter.nodes.some((node) => node.rule === rule && node.routes.length > 0 && node.stands === 'router'))
    return;
  for (const unit of interpreter.project.units.values())
    for (const statement of unit.program.body) {
      if (statement.do !== 'set' || statement.target.is !== 'name' || statement.value.is !== 'list') continue;
      if (rule.wellKnown?.includes(statement.target.name) !== true) continue;
      const list = unit.scope.own(statement.target.name);
      const node = interpreter.newNode(rule, unit, statement.line);
      // Whoever gathers the tables may put something before their paths.
      node.isLost = true;
      const frame: Frame = { unit, scope: unit.scope, returns: [] };
      if (list?.kind === 'list')
        addHandlers(interpreter, node, list, { args: [], line: statement.line, frame }, statement.value);
    }
}

/** Sanic: `Blueprint('users', url_prefix='/users', version=1)` lies below `/v1`. */
export const sanicVersion: SpecialVerbCode = (_interpreter, node, call) => {
  const version = textOf(valueAt(call.args, 'version'));
  if (version === undefined || !/^v?[\d.]{1,9}$/.test(version)) return undefined;
  const mark = textOf(valueAt(call.args, 'version_prefix')) ?? '/v';
  node.prefix = `${mark}${version.replace(/^v/, '')}/${node.prefix}`.replace(/\/{2,}/g, '/');
  return undefined;
};

/** Falcon: `add_route('/users/{id}', users, suffix='one')` is answered by `on_get_one` and the like. */
export const falconRoute: SpecialVerbCode = (interpreter, node, call) => {
  const verb = { does: 'route', path: ['uri_template', 0], handler: ['resource', 1] } as const;
  const suffix = textOf(valueAt(call.args, 'suffix'));
  const resource = optionsOf(valueAt(call.args, ['resource', 1])).find((option) => option.kind === 'object');
  const methods =
    suffix === undefined || resource?.kind !== 'object'
      ? []
      : [...httpMethods].filter((method) =>
          interpreter.ancestry.method(resource.type, `on_${method.toLowerCase()}_${suffix}`),
        );
  for (const method of methods.length === 0 ? ['ANY'] : methods)
    registerRoute(interpreter, node, { ...verb, methods: method }, call);
  return undefined;
};
