import type { Decorator } from '../../../program/program';
import { valueAt } from '../../arguments';
import type { Frame, Interpreter } from '../../interpreter';
import { methodsIn, registerRoute } from '../../routers/registering';
import type { RouterNode } from '../../routers/routerNode';
import type { PassedArgument } from '../../values';
import { textOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

/** The routes of a project by name, and the methods for which its views are; a view without any is for all. */
interface Named {
  readonly routes: { readonly name: string; readonly node: RouterNode; readonly at: number }[];
  readonly views: Map<string, (readonly string[])[]>;
}

const known = new WeakMap<Interpreter, Named>();

function namedIn(interpreter: Interpreter): Named {
  let named = known.get(interpreter);
  if (named === undefined) {
    named = { routes: [], views: new Map() };
    known.set(interpreter, named);
  }
  return named;
}

const routeVerb = {
  does: 'route',
  methods: { from: 'request_method', otherwise: ['ANY'] },
  path: ['pattern', 1],
  handler: 'none',
} as const;

/** `config.add_route('user', '/users/{id}')`: the views say for which methods they are, by the name of the route. */
export const pyramidRoute: SpecialVerbCode = (interpreter, node, call) => {
  const before = node.routes.length;
  registerRoute(interpreter, node, routeVerb, call);
  const name = textOf(valueAt(call.args, ['name', 0]));
  if (name === undefined) return undefined;
  for (let at = before; at < node.routes.length; at++) namedIn(interpreter).routes.push({ name, node, at });
  return undefined;
};

/** `config.add_view(show, route_name='user', request_method='GET')` */
export const pyramidView: SpecialVerbCode = (interpreter, _node, call) => {
  noteView(interpreter, call.args, []);
  return undefined;
};

function noteView(
  interpreter: Interpreter,
  own: readonly PassedArgument[],
  byDefault: readonly PassedArgument[],
): void {
  const name = textOf(valueAt(own, 'route_name') ?? valueAt(byDefault, 'route_name'));
  if (name === undefined) return;
  const methods = methodsIn(valueAt(own, 'request_method') ?? valueAt(byDefault, 'request_method'));
  const { views } = namedIn(interpreter);
  views.set(name, [...(views.get(name) ?? []), methods]);
}

/** `@view_config(route_name='user', request_method='GET')`, below `@view_defaults(route_name='user')`. */
function readDecorators(interpreter: Interpreter): void {
  for (const unit of interpreter.project.units.values()) {
    if (unit.program.language !== 'python') continue;
    const frame: Frame = { unit, scope: unit.scope, returns: [] };
    const said = (decorators: readonly Decorator[] | undefined, name: string): PassedArgument[][] =>
      (decorators ?? []).flatMap(({ value }) => {
        const callee = value.is === 'call' ? value.callee : undefined;
        const isMeant = (callee?.is === 'name' || callee?.is === 'member') && callee.name === name;
        return isMeant && value.is === 'call' ? [interpreter.calls.args(value, frame)] : [];
      });
    unit.program.functions.forEach((declared, id) => {
      const own = said(declared.decorators, 'view_config');
      if (own.length === 0) return;
      const around = unit.program.classes[unit.classOf(id) ?? -1];
      const [byDefault = []] = said(around?.decorators, 'view_defaults');
      for (const args of own) noteView(interpreter, args, byDefault);
    });
    for (const declared of unit.program.classes)
      for (const args of said(declared.decorators, 'view_config')) noteView(interpreter, args, []);
  }
}

/** Limits routes of Pyramid to the methods of their views, where each view says some. */
export function limitToViews(interpreter: Interpreter): void {
  const { routes, views } = namedIn(interpreter);
  if (routes.length === 0) return;
  readDecorators(interpreter);
  for (const { name, node, at } of routes) {
    const route = node.routes[at];
    const methods = views.get(name) ?? [];
    if (route?.methods.join() !== 'ANY' || methods.length === 0 || methods.some((one) => one.length === 0)) continue;
    node.routes[at] = { ...route, methods: [...new Set(methods.flat())] };
  }
}
