import { httpVerbs } from '../httpVerbs';
import type { RouterRule } from '../routerRule';

/** Koa with an application that hands its one router to `app/router.js`. */
export const egg: RouterRule = {
  id: 'egg',
  name: 'Egg',
  languages: ['javascript', 'typescript'],
  packages: ['egg', 'egg-mock'],
  creates: [],
  types: ['Application'],
  verbs: {
    ...httpVerbs('get post put patch delete del head options all', {
      path: 0,
      named: true,
      middleware: 'between',
      needsHandler: true,
    }),
    redirect: { does: 'route', methods: 'ANY', path: 0, handler: 'none' },
    resources: { does: 'special', special: 'eggResources' },
    // egg-router-plus
    namespace: { does: 'group', prefix: 0, middleware: 'rest' },
    prefix: { does: 'prefix', at: 0 },
    use: { does: 'middleware' },
  },
  conventional: ['app', 'application'],
  notation: 'colon',
  trailingSlash: 'drop',
};
