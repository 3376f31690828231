import { httpVerbs } from '../httpVerbs';
import type { RouterRule, Verb } from '../routerRule';

const verbs: Record<string, Verb> = {
  ...httpVerbs('get post put patch delete head options trace', {
    path: ['path', 0],
    middleware: { at: 'dependencies' },
  }),
  api_route: { does: 'route', path: ['path', 0], methods: { from: 'methods', otherwise: ['GET'] } },
  route: { does: 'route', path: ['path', 0], methods: { from: 'methods', otherwise: ['GET'] } },
  websocket: { does: 'route', methods: 'WS', path: ['path', 0] },
  websocket_route: { does: 'route', methods: 'WS', path: ['path', 0] },
  add_api_route: {
    does: 'route',
    path: ['path', 0],
    methods: { from: 'methods', otherwise: ['GET'] },
    handler: ['endpoint', 1],
  },
  add_route: {
    does: 'route',
    path: ['path', 0],
    methods: { from: 'methods', otherwise: ['GET'] },
    handler: ['route', 'endpoint', 1],
  },
  add_api_websocket_route: { does: 'route', methods: 'WS', path: ['path', 0], handler: ['endpoint', 1] },
  add_websocket_route: { does: 'route', methods: 'WS', path: ['path', 0], handler: 1 },
  include_router: { does: 'mount', prefix: 'prefix', what: ['router', 0] },
  mount: { does: 'mount', prefix: ['path', 0], what: ['app', 1] },
};

export const fastApi: RouterRule = {
  id: 'fastApi',
  name: 'FastAPI',
  languages: ['python'],
  packages: ['fastapi'],
  creates: [
    { name: 'FastAPI', fills: { does: 'special', special: 'routerDependencies' } },
    { name: 'APIRouter', prefix: 'prefix', hosted: true, fills: { does: 'special', special: 'routerDependencies' } },
    { name: 'routing.APIRouter', prefix: 'prefix', hosted: true },
  ],
  types: ['FastAPI', 'APIRouter'],
  verbs,
  middlewareOrder: 'all',
  notation: 'braces',
  trailingSlash: 'keep',
};

export const starlette: RouterRule = {
  id: 'starlette',
  name: 'Starlette',
  languages: ['python'],
  packages: ['starlette'],
  creates: [
    { name: 'Starlette', fills: { does: 'mount', what: 'routes' } },
    { name: 'Router', fills: { does: 'mount', what: ['routes', 0] } },
    { name: 'Mount', prefix: ['path', 0], fills: { does: 'mount', what: ['routes', 'app', 1] } },
    {
      name: 'Route',
      fills: {
        does: 'route',
        path: ['path', 0],
        methods: { from: 'methods', otherwise: ['GET'] },
        handler: ['endpoint', 1],
      },
    },
    { name: 'WebSocketRoute', fills: { does: 'route', path: ['path', 0], methods: 'WS', handler: ['endpoint', 1] } },
  ],
  types: ['Starlette', 'Router'],
  verbs,
  notation: 'braces',
  trailingSlash: 'keep',
};
