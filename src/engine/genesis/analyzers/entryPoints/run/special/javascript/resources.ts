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
