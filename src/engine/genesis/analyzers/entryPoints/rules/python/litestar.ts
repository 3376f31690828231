import type { RouterRule, RouteVerb } from '../routerRule';

const handler = (methods: RouteVerb['methods']): RouteVerb => ({
  does: 'route',
  methods,
  path: ['path', 0],
  pathOptional: true,
  middleware: { at: 'guards' },
});

/** Handlers and controllers say their routes themselves; the application and its routers take them in by name. */
export const litestar: RouterRule = {
  id: 'litestar',
  name: 'Litestar',
  languages: ['python'],
  packages: ['litestar', 'starlite'],
  creates: [
    { name: 'Litestar', prefix: 'path', fills: { does: 'mount', what: ['route_handlers', 0] } },
    { name: 'Starlite', prefix: 'path', fills: { does: 'mount', what: ['route_handlers', 0] } },
    { name: 'Router', prefix: ['path', 0], fills: { does: 'mount', what: ['route_handlers', 1] } },
  ],
  types: ['Litestar', 'Starlite'],
  bases: ['Controller'],
  handlerClasses: { path: 'path', guards: 'guards' },
  attributes: {
    get: handler('GET'),
    post: handler('POST'),
    put: handler('PUT'),
    patch: handler('PATCH'),
    delete: handler('DELETE'),
    head: handler('HEAD'),
    route: handler({ from: 'http_method', otherwise: ['GET'] }),
    websocket: handler('WS'),
    websocket_listener: handler('WS'),
    websocket_stream: handler('WS'),
  },
  verbs: { register: { does: 'mount', what: 0 } },
  notation: 'braces',
  trailingSlash: 'drop',
};
