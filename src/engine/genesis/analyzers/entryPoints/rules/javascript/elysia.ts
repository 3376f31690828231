import { httpVerbs } from '../httpVerbs';
import type { RouterRule } from '../routerRule';

export const elysia: RouterRule = {
  id: 'elysia',
  name: 'Elysia',
  languages: ['javascript', 'typescript', 'tsx'],
  packages: ['elysia'],
  creates: [
    { name: 'Elysia', prefix: 'prefix' },
    { name: 'default', prefix: 'prefix' },
  ],
  types: ['Elysia'],
  verbs: {
    ...httpVerbs('get post put patch delete head options all ws', { path: 0, handler: 1, needsHandler: true }),
    group: { does: 'group', prefix: 0, callback: -1, gives: 'router' },
    guard: { does: 'group', callback: -1, gives: 'router' },
    use: { does: 'mount', calls: true },
    mount: { does: 'mount', prefix: 0 },
  },
  notation: 'colon',
  trailingSlash: 'drop',
};
