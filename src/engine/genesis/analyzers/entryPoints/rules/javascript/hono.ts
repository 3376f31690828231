import { httpVerbs } from '../httpVerbs';
import type { RouterRule } from '../routerRule';

export const hono: RouterRule = {
  id: 'hono',
  name: 'Hono',
  languages: ['javascript', 'typescript', 'tsx'],
  packages: [
    'hono',
    '@hono/zod-openapi',
    'npm:hono',
    'jsr:@hono/hono',
    '@hono/hono',
    'https://deno.land/x/hono',
    'hono-openapi',
  ],
  creates: [{ name: 'Hono' }, { name: 'OpenAPIHono' }, { name: 'createFactory' }],
  types: ['Hono', 'OpenAPIHono'],
  verbs: {
    ...httpVerbs('get post put patch delete options all', {
      path: 0,
      pathOptional: true,
      middleware: 'between',
      needsHandler: true,
    }),
    on: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, needsHandler: true },
    openapi: {
      does: 'route',
      methods: { from: 'method', otherwise: ['GET'] },
      path: 'path',
      handler: 1,
      middleware: { at: 'middleware' },
    },
    doc: { does: 'route', methods: 'GET', path: 0, handler: 'none', declared: 'implied' },
    doc31: { does: 'route', methods: 'GET', path: 0, handler: 'none', declared: 'implied' },
    route: { does: 'mount', prefix: 0, what: 1 },
    mount: { does: 'mount', prefix: 0, what: 1 },
    basePath: { does: 'group', prefix: 0 },
    use: { does: 'mount', prefix: 0, middleware: true },
    // Of a factory, which is no router itself.
    createApp: { does: 'special', special: 'honoApp' },
  },
  transparent: ['createRoute'],
  conventional: ['app', 'api', 'router'],
  notation: 'colon',
  trailingSlash: 'drop',
};
