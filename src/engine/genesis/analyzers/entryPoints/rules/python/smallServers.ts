import { httpVerbs } from '../httpVerbs';
import type { RouterRule, Verb } from '../routerRule';

const languages = ['python'] as const;

export const ninja: RouterRule = {
  id: 'ninja',
  name: 'Django Ninja',
  languages,
  packages: ['ninja', 'ninja_extra'],
  creates: [{ name: 'NinjaAPI' }, { name: 'NinjaExtraAPI' }, { name: 'Router' }],
  types: ['NinjaAPI', 'Router'],
  verbs: {
    ...httpVerbs('get post put patch delete', { path: ['path', 0], middleware: { at: 'auth' } }),
    api_operation: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1 },
    add_router: { does: 'special', special: 'ninjaRouter' },
    register_controllers: { does: 'special', special: 'ninjaControllers' },
    auto_discover_controllers: { does: 'special', special: 'ninjaControllers' },
  },
  notation: 'braces',
  trailingSlash: 'keep',
};

export const sanic: RouterRule = {
  id: 'sanic',
  name: 'Sanic',
  languages,
  packages: ['sanic'],
  creates: [
    { name: 'Sanic' },
    { name: 'Blueprint', prefix: 'url_prefix', fills: { does: 'special', special: 'sanicVersion' } },
    { name: 'Blueprint.group', prefix: 'url_prefix', fills: { does: 'mount' } },
    { name: 'blueprints.Blueprint', prefix: 'url_prefix' },
  ],
  types: ['Sanic', 'Blueprint'],
  verbs: {
    ...httpVerbs('get post put patch delete head options', { path: ['uri', 0] }),
    route: { does: 'route', path: ['uri', 0], methods: { from: 'methods', otherwise: ['GET'] } },
    websocket: { does: 'route', methods: 'WS', path: ['uri', 0] },
    add_route: {
      does: 'route',
      path: ['uri', 1],
      methods: { from: 'methods', otherwise: ['GET'] },
      handler: ['handler', 0],
    },
    add_websocket_route: { does: 'route', path: ['uri', 1], methods: 'WS', handler: ['handler', 0] },
    blueprint: { does: 'mount', prefix: 'url_prefix', what: ['blueprint', 0] },
  },
  notation: 'angles',
  trailingSlash: 'keep',
};

const bottleVerbs: Record<string, Verb> = {
  ...httpVerbs('get post put patch delete', { path: ['path', 0] }),
  route: { does: 'route', path: ['path', 0], methods: { from: ['method', 1], otherwise: ['GET'] } },
  mount: { does: 'mount', prefix: 0, what: 1 },
  merge: { does: 'mount', what: 0 },
};

export const bottle: RouterRule = {
  id: 'bottle',
  name: 'Bottle',
  languages,
  packages: ['bottle'],
  creates: [{ name: 'Bottle' }, { name: 'default_app' }, { name: 'app' }],
  types: ['Bottle'],
  verbs: bottleVerbs,
  globals: bottleVerbs,
  notation: 'angles',
  trailingSlash: 'keep',
};

const aiohttpVerbs: Record<string, Verb> = {
  ...httpVerbs('get post put patch delete head options', { path: ['path', 0], handler: ['handler', 1] }),
  view: { does: 'route', methods: 'ANY', path: ['path', 0], handler: ['handler', 1] },
  route: {
    does: 'route',
    methods: { from: ['method', 0], otherwise: ['ANY'] },
    path: ['path', 1],
    handler: ['handler', 2],
  },
};

export const aiohttp: RouterRule = {
  id: 'aiohttp',
  name: 'aiohttp',
  languages,
  packages: ['aiohttp.web', 'aiohttp'],
  creates: [
    { name: 'web.Application' },
    { name: 'Application' },
    { name: 'web.RouteTableDef' },
    { name: 'RouteTableDef' },
    ...Object.entries(aiohttpVerbs).flatMap(([name, verb]) => [{ name: `web.${name}`, fills: verb }]),
  ],
  types: ['Application'],
  verbs: {
    ...aiohttpVerbs,
    ...Object.fromEntries(Object.entries(aiohttpVerbs).map(([name, verb]) => [`add_${name}`, verb])),
    add_routes: { does: 'mount' },
    add_resource: { does: 'group', prefix: ['path', 0], stands: 'path' },
    add_subapp: { does: 'mount', prefix: ['prefix', 0], what: ['subapp', 1] },
  },
  notation: 'braces',
  trailingSlash: 'keep',
};

export const tornado: RouterRule = {
  id: 'tornado',
  name: 'Tornado',
  languages,
  packages: ['tornado'],
  creates: [
    ...['web.Application', 'Application'].map((name) => ({
      name,
      fills: { does: 'special' as const, special: 'tornadoHandlers' },
    })),
    ...['web.url', 'url', 'web.URLSpec', 'URLSpec'].map((name) => ({
      name,
      stands: 'path' as const,
      prefix: 0,
      fills: { does: 'route' as const, methods: 'ANY', handler: 1 },
    })),
  ],
  types: ['Application'],
  verbs: { add_handlers: { does: 'special', special: 'tornadoHandlers' } },
  wellKnown: ['handlers', 'default_handlers', 'HANDLERS', 'urls', 'url_patterns', 'url_handlers'],
  notation: 'regexp',
  trailingSlash: 'keep',
};

export const falcon: RouterRule = {
  id: 'falcon',
  name: 'Falcon',
  languages,
  packages: ['falcon'],
  creates: ['App', 'API', 'asgi.App'].map((name) => ({ name })),
  types: ['App', 'API'],
  verbs: { add_route: { does: 'special', special: 'falconRoute' } },
  notation: 'braces',
  trailingSlash: 'keep',
};

export const robyn: RouterRule = {
  id: 'robyn',
  name: 'Robyn',
  languages,
  packages: ['robyn'],
  creates: [{ name: 'Robyn' }, { name: 'SubRouter', prefix: ['prefix', 1], hosted: true }],
  types: ['Robyn', 'SubRouter'],
  verbs: {
    ...httpVerbs('get post put patch delete head options', { path: ['endpoint', 0] }),
    add_route: {
      does: 'route',
      methods: { from: ['route_type', 0], otherwise: ['ANY'] },
      path: ['endpoint', 1],
      handler: ['handler', 2],
    },
    include_router: { does: 'mount', what: ['router', 0] },
  },
  notation: 'colon',
  trailingSlash: 'drop',
};

export const cherryPy: RouterRule = {
  id: 'cherryPy',
  name: 'CherryPy',
  languages,
  packages: ['cherrypy'],
  creates: [],
  verbs: {},
  globals: {
    quickstart: { does: 'special', special: 'cherryPyMount' },
    'tree.mount': { does: 'special', special: 'cherryPyMount' },
  },
  notation: 'braces',
  trailingSlash: 'drop',
};
