import type { RouterRule, Verb } from '../routerRule';

const route: Verb = { does: 'special', special: 'vaporRoute' };
const group: Verb = { does: 'special', special: 'vaporGroup' };

/** Hummingbird: `router.group("todos").get(":id", use: show)`. */
export const hummingbird: RouterRule = {
  id: 'hummingbird',
  name: 'Hummingbird',
  languages: ['swift'],
  packages: ['Hummingbird', 'HummingbirdRouter', 'HummingbirdWebSocket', 'HummingbirdWSRouter'],
  creates: [
    { name: 'Router' },
    { name: 'HBRouterBuilder' },
    { name: 'HBApplication' },
    { name: 'RouterBuilder' },
    { name: 'RouteCollection' },
  ],
  unimported: ['Router', 'HBApplication'],
  types: [
    'Router',
    'RouterGroup',
    'RouterMethods',
    'HBRouterBuilder',
    'HBRouterGroup',
    'HBApplication',
    'RouteCollection',
  ],
  verbs: {
    ...Object.fromEntries(['get', 'post', 'put', 'patch', 'delete', 'head'].map((verb) => [verb, route])),
    on: { does: 'special', special: 'hummingbirdOn' },
    ws: { does: 'special', special: 'hummingbirdSocket' },
    group,
    addRoutes: { does: 'mount', prefix: 'atPath', what: 0 },
    add: { does: 'same' },
    addMiddleware: { does: 'nothing' },
  },
  notation: 'colon',
  trailingSlash: 'drop',
};
