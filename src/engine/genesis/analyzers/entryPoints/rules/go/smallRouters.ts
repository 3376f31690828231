import { httpVerbs } from '../httpVerbs';
import type { Creation, RouterRule, Verb } from '../routerRule';

const languages = ['go'] as const;
const upper = 'GET POST PUT PATCH DELETE HEAD OPTIONS';

/** Groups over the mux of the standard library. */
export const routegroup: RouterRule = {
  id: 'routegroup',
  name: 'routegroup',
  languages,
  packages: ['github.com/go-pkgz/routegroup'],
  creates: [{ name: 'New' }, { name: 'Mount', prefix: 1 }],
  types: ['Bundle'],
  verbs: {
    HandleFunc: { does: 'route', methods: 'ANY', path: 0, handler: 1, methodInPath: true },
    Handle: { does: 'special', special: 'goHandle' },
    HandleRoot: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, handler: 1 },
    HandleRootFunc: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, handler: 1 },
    HandleFiles: { does: 'route', methods: 'GET', path: 0, handler: 'none' },
    Mount: { does: 'group', prefix: 0 },
    Group: { does: 'group' },
    Route: { does: 'group', callback: 0, gives: 'router' },
    With: { does: 'group', middleware: 'rest' },
    Use: { does: 'middleware' },
  },
  notation: 'braces',
  trailingSlash: 'drop',
};

/** The router that Prometheus and what belongs to it share. */
export const prometheusRoute: RouterRule = {
  id: 'prometheusRoute',
  name: 'prometheus/common/route',
  languages,
  packages: ['github.com/prometheus/common/route'],
  creates: [{ name: 'New' }],
  types: ['Router'],
  verbs: {
    ...httpVerbs('Get Post Put Del Head Options', { path: 0, handler: 1 }),
    WithPrefix: { does: 'group', prefix: 0 },
    WithInstrumentation: { does: 'same' },
  },
  notation: 'slashed',
  trailingSlash: 'drop',
};

/** The router that PocketBase hands to what extends it. */
export const pocketBase: RouterRule = {
  id: 'pocketBase',
  name: 'PocketBase',
  languages,
  packages: ['github.com/pocketbase/pocketbase'],
  creates: [],
  types: ['ServeEvent', 'Router', 'RouterGroup'],
  verbs: {
    ...httpVerbs(`${upper} Any`, { path: 0, handler: 1, gives: 'route' }),
    Route: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2, gives: 'route' },
    Group: { does: 'group', prefix: 0 },
    Bind: { does: 'middleware' },
    BindFunc: { does: 'middleware' },
  },
  middlewareOrder: 'all',
  notation: 'braces',
  trailingSlash: 'drop',
};

const beegoVerbs: Record<string, Verb> = {
  ...httpVerbs('Get Post Put Patch Delete Head Options Any', { path: 0, handler: 1 }),
  Router: { does: 'special', special: 'beegoRouter' },
  AutoRouter: { does: 'special', special: 'beegoAuto' },
  AutoPrefix: { does: 'special', special: 'beegoAuto' },
  Include: { does: 'special', special: 'beegoInclude' },
  Handler: { does: 'route', methods: 'ANY', path: 0, handler: 1 },
  AddNamespace: { does: 'nothing' },
};

/** Controllers by a path and a table of their methods: `web.Router("/users", &Users{}, "get:List;post:Add")`. */
export const beego: RouterRule = {
  id: 'beego',
  name: 'Beego',
  languages,
  packages: ['github.com/beego/beego', 'github.com/astaxie/beego'],
  creates: [
    { name: 'NewNamespace', prefix: 0, fills: { does: 'mount' } },
    { name: 'NSNamespace', prefix: 0, fills: { does: 'mount' } },
    { name: 'NSRouter', fills: { does: 'special', special: 'beegoRouter' } },
    { name: 'NSAutoRouter', fills: { does: 'special', special: 'beegoAuto' } },
    { name: 'NSAutoPrefix', fills: { does: 'special', special: 'beegoAuto' } },
    { name: 'NSInclude', fills: { does: 'special', special: 'beegoInclude' } },
    ...['Get', 'Post', 'Put', 'Patch', 'Delete', 'Any'].map(
      (name): Creation => ({
        name: `NS${name}`,
        fills: { does: 'route', methods: name.toUpperCase(), path: 0, handler: 1 },
      }),
    ),
  ],
  types: ['HttpServer', 'ControllerRegister'],
  verbs: beegoVerbs,
  globals: beegoVerbs,
  notation: 'colon',
  trailingSlash: 'drop',
};

/** Buffalo: groups of handlers, and resources of seven actions each. */
export const buffalo: RouterRule = {
  id: 'buffalo',
  name: 'Buffalo',
  languages,
  packages: ['github.com/gobuffalo/buffalo'],
  creates: [{ name: 'New', fills: { does: 'special', special: 'buffaloNew' } }],
  types: ['App'],
  verbs: {
    ...httpVerbs(`${upper} ANY`, { path: 0, handler: 1 }),
    Resource: { does: 'special', special: 'buffaloResource' },
    Group: { does: 'group', prefix: 0 },
    VirtualHost: { does: 'group' },
    Mount: { does: 'special', special: 'goHandle' },
    Use: { does: 'middleware' },
  },
  notation: 'braces',
  trailingSlash: 'drop',
};
