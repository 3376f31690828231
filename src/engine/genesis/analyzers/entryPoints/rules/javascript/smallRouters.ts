import { httpVerbs } from '../httpVerbs';
import type { RouterRule, Verb } from '../routerRule';

const languages = ['javascript', 'typescript'] as const;
const verbs = httpVerbs('get post put patch delete del head options opts all any', {
  path: 0,
  middleware: 'between',
  needsHandler: true,
});

/** Routers with Express's verbs and little else. */
export const restify: RouterRule = {
  id: 'restify',
  name: 'Restify',
  languages,
  packages: ['restify', 'restify-router'],
  creates: [{ name: 'createServer' }, { name: 'Router' }],
  types: ['Server'],
  verbs: {
    ...verbs,
    add: { does: 'mount', prefix: 0 },
    applyRoutes: { does: 'special', special: 'applyRoutes' },
    use: { does: 'middleware' },
  },
  conventional: ['server'],
  notation: 'colon',
  trailingSlash: 'drop',
};

export const ittyRouter: RouterRule = {
  id: 'ittyRouter',
  name: 'itty-router',
  languages,
  packages: ['itty-router'],
  creates: ['Router', 'AutoRouter', 'IttyRouter'].map((name) => ({ name, prefix: 'base' })),
  verbs: { ...verbs, use: { does: 'nothing' } },
  notation: 'colon',
  trailingSlash: 'drop',
};

/** Chains of Next's interface, where they say whole paths themselves: the rest lies at the path of their file. */
export const nextConnect: RouterRule = {
  id: 'nextConnect',
  name: 'Next.js',
  languages,
  packages: ['next-connect'],
  creates: [{ name: 'default' }, { name: 'createRouter' }],
  verbs: { ...verbs, use: { does: 'nothing' } },
  notation: 'colon',
  trailingSlash: 'drop',
};

export const h3: RouterRule = {
  id: 'h3',
  name: 'h3',
  languages,
  packages: ['h3'],
  creates: [
    { name: 'createRouter' },
    { name: 'createApp' },
    { name: 'H3' },
    { name: 'useBase', fills: { does: 'mount', what: 1 } },
  ],
  verbs: {
    ...httpVerbs('get post put patch delete head options all', { path: 0, handler: 1, needsHandler: true }),
    use: { does: 'mount', prefix: 0 },
    mount: { does: 'mount', prefix: 0 },
    on: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2 },
  },
  notation: 'colon',
  trailingSlash: 'drop',
};

export const bun: RouterRule = {
  id: 'bun',
  name: 'Bun',
  languages: ['javascript', 'typescript', 'tsx'],
  packages: ['bun'],
  creates: [],
  unimported: ['Bun'],
  verbs: {},
  globals: { serve: { does: 'special', special: 'routesMap' } },
  notation: 'colon',
  trailingSlash: 'drop',
};

const served = httpVerbs('get post put patch delete head options all', {
  path: 0,
  middleware: 'between',
  needsHandler: true,
});
const below = (owner: string): Record<string, Verb> =>
  Object.fromEntries(Object.entries(served).map(([name, verb]) => [`${owner}.${name}`, verb]));

/** The server that every program of Meteor has: Express since its third version, packages that add routes before. */
export const meteor: RouterRule = {
  id: 'meteor',
  name: 'Meteor',
  languages,
  packages: ['meteor/webapp', 'meteor/simple:json-routes', 'meteor/communitypackages:picker'],
  creates: [],
  verbs: {},
  globals: {
    ...below('WebApp.handlers'),
    ...below('WebApp.rawHandlers'),
    'JsonRoutes.add': { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1 },
    'Picker.route': { does: 'route', methods: 'ANY', path: 0 },
  },
  unimported: ['WebApp', 'JsonRoutes'],
  notation: 'colon',
  trailingSlash: 'drop',
};

/** Makes the actions of a resource on a router of Express. */
export const resourceJs: RouterRule = {
  id: 'resourceJs',
  name: 'Express',
  languages,
  packages: ['resourcejs'],
  creates: [{ name: 'default', fills: { does: 'special', special: 'resourceRouter' } }],
  verbs: Object.fromEntries(
    ['rest', 'index', 'get', 'post', 'put', 'patch', 'delete'].map((name) => [
      name,
      { does: 'special', special: 'resourceActions' } as const,
    ]),
  ),
  notation: 'colon',
  trailingSlash: 'drop',
};
