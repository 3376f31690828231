import { httpVerbs } from '../httpVerbs';
import type { RouterRule } from '../routerRule';

const languages = ['javascript', 'typescript', 'tsx'] as const;

/** Endpoints that say their request beside their function. */
export const encore: RouterRule = {
  id: 'encore',
  name: 'Encore',
  languages,
  packages: ['encore.dev/api'],
  creates: [],
  verbs: {},
  globals: {
    api: { does: 'special', special: 'encoreApi' },
    'api.raw': { does: 'special', special: 'encoreApi' },
  },
  notation: 'colon',
  trailingSlash: 'drop',
};

/** Contracts from which both servers and clients are made. */
export const tsRest: RouterRule = {
  id: 'tsRest',
  name: 'ts-rest',
  languages,
  packages: ['@ts-rest/core'],
  creates: [{ name: 'initContract' }],
  verbs: { router: { does: 'special', special: 'tsRestContract' } },
  notation: 'colon',
  trailingSlash: 'drop',
};

/** Services, whose methods answer requests of their own. */
export const feathers: RouterRule = {
  id: 'feathers',
  name: 'Feathers',
  languages,
  packages: ['@feathersjs/feathers', '@feathersjs/express', '@feathersjs/koa'],
  creates: [
    { name: 'feathers', package: '@feathersjs/feathers' },
    { name: 'default', package: '@feathersjs/feathers' },
    { name: 'default', package: '@feathersjs/express' },
    { name: 'koa', package: '@feathersjs/koa' },
  ],
  verbs: {
    ...httpVerbs('get post put patch delete all', { path: 0, middleware: 'between', needsHandler: true }),
    use: { does: 'special', special: 'feathersUse' },
    configure: { does: 'group', callback: 0, gives: 'router' },
  },
  notation: 'colon',
  trailingSlash: 'drop',
};
