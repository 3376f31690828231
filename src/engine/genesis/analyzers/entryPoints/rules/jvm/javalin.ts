import type { RouterRule, Verb } from '../routerRule';

const verb: Verb = { does: 'special', special: 'javalinVerb' };
const group: Verb = { does: 'group', callback: -1, gives: 'router' };

/** Javalin, with the verbs of its `ApiBuilder`, which stand without a receiver inside of the blocks that it fills. */
export const javalin: RouterRule = {
  id: 'javalin',
  name: 'Javalin',
  languages: ['java', 'kotlin'],
  packages: ['io.javalin'],
  creates: ['create', 'createAndStart', 'start', 'createStandalone'].map((name) => ({
    name: `Javalin.${name}`,
    fills: group,
  })),
  types: [
    'Javalin',
    'JavalinConfig',
    'RoutesConfig',
    'JavalinDefaultRouting',
    'JavalinDefaultRoutingApi',
    'JavalinRoutingApi',
  ],
  verbs: {
    ...Object.fromEntries(['get', 'post', 'put', 'patch', 'delete', 'head', 'options'].map((name) => [name, verb])),
    ws: verb,
    sse: verb,
    addHttpHandler: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2 },
    addEndpoint: { does: 'same' },
    crud: { does: 'special', special: 'javalinCrud' },
    path: { does: 'group', prefix: 0, callback: 1, gives: 'router' },
    routes: group,
    apiBuilder: group,
  },
  bare: true,
  notation: 'colon',
  trailingSlash: 'drop',
};
