import { namesOf } from '../../routers/handlerName';
import { routersIn, textOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

interface Action {
  readonly methods: readonly string[];
  readonly onItem: boolean;
}

const actions: Readonly<Record<string, Action>> = {
  index: { methods: ['GET'], onItem: false },
  post: { methods: ['POST'], onItem: false },
  get: { methods: ['GET'], onItem: true },
  put: { methods: ['PUT'], onItem: true },
  patch: { methods: ['PATCH'], onItem: true },
  delete: { methods: ['DELETE'], onItem: true },
};

/** resourcejs: `Resource(router, '/forms/:formId', 'action', model)` stands for the actions of `/forms/:formId/action`. */
export const resourceRouter: SpecialVerbCode = (_interpreter, node, call) => {
  const [target, route, name] = call.args;
  const word = textOf(name?.value);
  if (word === undefined) return { kind: 'unknown' };
  node.prefix = `${textOf(route?.value) ?? ''}/${word.toLowerCase()}`;
  node.notes.set('param', `${word}Id`);
  const routers = routersIn(target?.value);
  for (const router of routers) router.mount(node);
  node.isLost = routers.length === 0;
  return undefined;
};

/** `.rest()` and its parts: `.index()`, `.get()`, … */
export const resourceActions: SpecialVerbCode = (_interpreter, node, call) => {
  const chosen = call.verb === 'rest' ? Object.values(actions) : [actions[call.verb ?? '']];
  for (const action of chosen)
    if (action !== undefined)
      node.routes.push({
        methods: action.methods,
        path: action.onItem ? `/:${node.notes.get('param') ?? 'id'}` : '',
        file: call.frame.unit.path,
        line: call.line,
        middleware: [],
        declared: 'implied',
      });
  return undefined;
};

/** What Egg makes of the methods of a controller, behind the path of the resource. */
const eggActions: readonly (readonly [name: string, method: string, path: string])[] = [
  ['index', 'GET', ''],
  ['new', 'GET', '/new'],
  ['show', 'GET', '/:id'],
  ['edit', 'GET', '/:id/edit'],
  ['create', 'POST', ''],
  ['update', 'PATCH', '/:id'],
  ['update', 'PUT', '/:id'],
  ['destroy', 'DELETE', '/:id'],
];

/** `router.resources('posts', '/api/posts', guard, controller.posts)`: a route for each of these that the controller has. */
export const eggResources: SpecialVerbCode = (interpreter, node, call) => {
  const { unit } = call.frame;
  const [first, second] = call.args;
  const path = [second, first].map((argument) => textOf(argument?.value)).find((text) => text?.startsWith('/'));
  const last = call.args.at(-1);
  const [name] = last === undefined ? [] : namesOf(last);
  const file = name?.replace(/^(?:[\w.]{0,60}\.)?controllers?\./, '').replaceAll('.', '/');
  const found = ['js', 'ts'].flatMap((end) =>
    file === undefined ? [] : (interpreter.project.fileEndingWith(unit.path, `app/controller/${file}.${end}`) ?? []),
  );
  const controller = interpreter.project.units.get(found[0] ?? '');
  if (path === undefined || controller === undefined) {
    interpreter.unread.set(`${unit.path}:${call.line}`, node.rule.name);
    return undefined;
  }
  const methods = new Set(controller.program.functions.map((declared) => declared.name));
  for (const [action, method, below] of eggActions)
    if (methods.has(action))
      node.routes.push({
        methods: [method],
        path: `${path}${below}`,
        file: unit.path,
        line: call.line,
        middleware: [],
        declared: 'implied',
        handler: `${name}.${action}`,
      });
  return undefined;
};
