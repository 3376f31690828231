import { httpVerbs } from '../httpVerbs';
import type { RouterRule } from '../routerRule';

export const koa: RouterRule = {
  id: 'koa',
  name: 'Koa',
  languages: ['javascript', 'typescript'],
  packages: [
    'koa',
    'koa-router',
    '@koa/router',
    'koa-joi-router',
    'koa-mount',
    'koa-tree-router',
    'koa-swagger-decorator',
    'koa-better-router',
    'koa-66',
    'koa-zod-router',
    'lin-mizar',
    '@oak/oak',
    'https://deno.land/x/oak',
  ],
  creates: [
    { name: 'default', package: 'koa-mount', prefix: 0, fills: { does: 'special', special: 'koaMount' } },
    { name: 'default', package: 'koa' },
    { name: 'default', prefix: 'prefix', hosted: true },
    { name: 'Router', prefix: 'prefix', hosted: true },
    { name: 'SwaggerRouter', prefix: 'prefix' },
    { name: 'LinRouter', package: 'lin-mizar', prefix: 'prefix' },
    { name: 'Application' },
  ],
  types: ['Koa', 'Application', 'Router', 'KoaRouter', 'koa', 'koa-router'],
  verbs: {
    ...httpVerbs('get post put patch delete del head options all', {
      path: 0,
      named: true,
      middleware: 'between',
      needsHandler: true,
    }),
    // A name for the permission stands before the path.
    ...Object.fromEntries(
      ['Get', 'Post', 'Put', 'Patch', 'Delete'].map((verb) => [
        `lin${verb}`,
        { does: 'route' as const, methods: verb.toUpperCase(), path: 1, middleware: 'between' as const },
      ]),
    ),
    register: { does: 'route', path: 0, methods: { from: 1, otherwise: ['ANY'] }, handler: 2 },
    use: { does: 'mount', prefix: 0, middleware: true },
    prefix: { does: 'prefix', at: 0 },
    allowedMethods: { does: 'nothing' },
  },
  conventional: ['app', 'router'],
  notation: 'colon',
  trailingSlash: 'drop',
};
