import { httpVerbs } from '../httpVerbs';
import type { RouterRule } from '../routerRule';

const languages = ['php'] as const;

export const slim: RouterRule = {
  id: 'slim',
  name: 'Slim',
  languages,
  packages: ['Slim', 'DI\\Bridge\\Slim'],
  creates: [{ name: 'create' }, { name: 'createFromContainer' }, { name: 'default' }],
  types: ['App', 'RouteCollectorProxy', 'RouteCollectorProxyInterface', 'RouteCollectorInterface', 'Group'],
  verbs: {
    // With a name alone it asks a container for something.
    ...httpVerbs('get post put patch delete options any', { path: 0, handler: 1, gives: 'route', needsHandler: true }),
    map: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2, gives: 'route' },
    redirect: { does: 'route', methods: 'GET', path: 0, handler: 'none' },
    getContainer: { does: 'nothing' },
    group: { does: 'group', prefix: 0, callback: 1 },
    add: { does: 'middleware', keeps: 'all' },
    setBasePath: { does: 'prefix', at: 0 },
  },
  bindsThis: true,
  conventional: ['app'],
  freeVariables: ['app'],
  notation: 'braces',
  trailingSlash: 'drop',
};

export const codeIgniter: RouterRule = {
  id: 'codeIgniter',
  name: 'CodeIgniter',
  languages,
  packages: ['CodeIgniter\\Router', 'Config\\Services', 'CodeIgniter'],
  creates: [{ name: 'routes' }],
  types: ['RouteCollection'],
  verbs: {
    ...httpVerbs('get post put patch delete options', { path: 0, handler: 1, gives: 'route' }),
    add: { does: 'route', methods: 'ANY', path: 0, handler: 1 },
    match: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2 },
    view: { does: 'route', methods: 'GET', path: 0, handler: 'none' },
    group: { does: 'group', prefix: 0, callback: -1 },
    resource: { does: 'special', special: 'codeIgniterResource' },
  },
  freeVariables: ['routes'],
  stacksGroups: true,
  notation: 'braces',
  trailingSlash: 'drop',
};

export const cakePhp: RouterRule = {
  id: 'cakePhp',
  name: 'CakePHP',
  languages,
  packages: ['Cake\\Routing'],
  creates: [],
  types: ['RouteBuilder'],
  verbs: {
    ...httpVerbs('get post put patch delete', { path: 0, handler: 1 }),
    connect: { does: 'route', methods: 'ANY', path: 0, handler: 1, gives: 'route' },
    scope: { does: 'group', prefix: 0, callback: -1 },
    prefix: { does: 'special', special: 'cakePrefix' },
    setMethods: { does: 'methods' },
    resources: { does: 'special', special: 'cakeResources' },
    plugin: { does: 'special', special: 'cakePlugin' },
    fallbacks: { does: 'special', special: 'cakeFallback' },
    redirect: { does: 'route', methods: 'GET', path: 0, handler: 'none' },
  },
  freeVariables: ['routes'],
  notation: 'braces',
  trailingSlash: 'drop',
};

export const wordPress: RouterRule = {
  id: 'wordPress',
  name: 'WordPress',
  languages,
  packages: ['wordpress'],
  unimported: ['register_rest_route'],
  creates: [],
  verbs: {},
  globals: { default: { does: 'special', special: 'wordPressRoute' } },
  notation: 'regexp',
  trailingSlash: 'drop',
};
