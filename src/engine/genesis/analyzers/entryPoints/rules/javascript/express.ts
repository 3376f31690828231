import { httpVerbs } from '../httpVerbs';
import type { RouterRule } from '../routerRule';

export const express: RouterRule = {
  id: 'express',
  name: 'Express',
  languages: ['javascript', 'typescript', 'tsx'],
  packages: [
    'express',
    'express-promise-router',
    'express-async-router',
    'ultimate-express',
    'hyper-express',
    'polka',
    'restana',
    'router',
  ],
  creates: [
    { name: 'default', package: 'express-promise-router', hosted: true },
    { name: 'default' },
    { name: 'Router', hosted: true },
    { name: 'express' },
    { name: 'Server', package: 'hyper-express' },
    { name: 'PromiseRouter', hosted: true },
  ],
  types: ['Express', 'Application', 'Router', 'IRouter', 'Polka'],
  verbs: {
    // `app.get('setting')` reads a setting: a route has a handler.
    ...httpVerbs('get post put patch delete del head options all ws', {
      path: 0,
      middleware: 'between',
      needsHandler: true,
    }),
    use: { does: 'mount', prefix: 0, middleware: true },
    route: { does: 'group', prefix: 0, stands: 'path' },
  },
  conventional: ['app', 'router', 'server', 'expressApp', 'api'],
  notation: 'colon',
  trailingSlash: 'drop',
};
