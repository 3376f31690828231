import type { RouterRule, RouteVerb } from '../routerRule';

const route = (methods: string): RouteVerb => ({
  does: 'route',
  methods,
  path: 0,
  middleware: 'between',
  needsHandler: true,
});

export const express: RouterRule = {
  id: 'express',
  name: 'Express',
  languages: ['javascript', 'typescript', 'tsx'],
  packages: [
    'express',
    'express-promise-router',
    'express-async-router',
    'ultimate-express',
    'polka',
    'restana',
    'router',
  ],
  creates: [{ name: 'default' }, { name: 'Router' }, { name: 'Router.default' }, { name: 'PromiseRouter' }],
  types: ['Express', 'Application', 'Router', 'IRouter', 'Polka'],
  verbs: {
    get: route('GET'),
    post: route('POST'),
    put: route('PUT'),
    patch: route('PATCH'),
    delete: route('DELETE'),
    del: route('DELETE'),
    head: route('HEAD'),
    options: route('OPTIONS'),
    all: route('ANY'),
    ws: route('WS'),
    use: { does: 'mount', prefix: 0, middleware: true },
    route: { does: 'group', prefix: 0, stands: 'path' },
  },
  conventional: ['app', 'router', 'server', 'expressApp', 'api'],
  notation: 'colon',
  trailingSlash: 'drop',
};
