import { httpVerbs } from '../httpVerbs';
import type { RouterRule, Verb } from '../routerRule';

const verbs: Record<string, Verb> = {
  ...httpVerbs('get post put patch delete any', { path: 0, handler: 1, gives: 'route', needsHandler: true }),
  route: { does: 'route', path: 0, methods: { from: 1, otherwise: ['ANY'] }, handler: 2, gives: 'route' },
  group: { does: 'group', callback: 0 },
  // `router.on('/').render('pages/home')`
  on: { does: 'group', prefix: 0, stands: 'path' },
  ...Object.fromEntries(
    ['render', 'renderInertia', 'redirect', 'redirectToRoute', 'redirectToPath'].map((name) => [
      name,
      { does: 'route', methods: 'GET', handler: 'none', onPath: true } as const,
    ]),
  ),
  resource: { does: 'special', special: 'laravelResource' },
  shallowResource: { does: 'special', special: 'shallowResource' },
  apiOnly: { does: 'special', special: 'apiOnly' },
  only: { does: 'only' },
  except: { does: 'except' },
  prefix: { does: 'prefix', at: 0 },
  middleware: { does: 'middleware', keeps: 'all' },
  use: { does: 'middleware', keeps: 'all' },
};

export const adonis: RouterRule = {
  id: 'adonis',
  name: 'AdonisJS',
  languages: ['javascript', 'typescript'],
  packages: ['@adonisjs/core/services/router', '@ioc:Adonis/Core/Route'],
  creates: [],
  verbs,
  globals: verbs,
  middlewareOrder: 'all',
  notation: 'colon',
  trailingSlash: 'drop',
};
