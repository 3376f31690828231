import type { RouterRule } from '../routerRule';

/** The route table `app/routes.ts` of React Router. */
export const reactRouter: RouterRule = {
  id: 'reactRouter',
  name: 'React Router',
  languages: ['typescript', 'tsx', 'javascript'],
  packages: ['@react-router/dev/routes'],
  creates: [
    { name: 'route', prefix: 0, fills: { does: 'special', special: 'reactRoute' } },
    { name: 'index', fills: { does: 'route', methods: 'GET', handler: 0, declared: 'implied' } },
    { name: 'layout', fills: { does: 'mount', what: -1 } },
    { name: 'prefix', prefix: 0, fills: { does: 'mount', what: 1 } },
  ],
  verbs: {},
  notation: 'colon',
  trailingSlash: 'drop',
};
