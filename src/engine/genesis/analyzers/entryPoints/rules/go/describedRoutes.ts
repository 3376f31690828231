import { httpVerbs } from '../httpVerbs';
import type { RouterRule, Verb } from '../routerRule';

const languages = ['go'] as const;
const upper = 'GET POST PUT PATCH DELETE HEAD OPTIONS';

/** Tables of routes: `server.AddRoutes([]rest.Route{{Method: "GET", Path: "/users", Handler: h}}, rest.WithPrefix("/v1"))`. */
export const goZero: RouterRule = {
  id: 'goZero',
  name: 'go-zero',
  languages,
  packages: ['github.com/zeromicro/go-zero/rest', 'github.com/tal-tech/go-zero/rest'],
  creates: [
    { name: 'NewServer' },
    { name: 'MustNewServer' },
    // An option that says where the routes of its call lie.
    { name: 'WithPrefix', prefix: 0, hosted: true },
    { name: 'WithMiddlewares', hosted: true, fills: { does: 'special', special: 'goZeroRoutes' } },
    { name: 'WithMiddleware', hosted: true, fills: { does: 'special', special: 'goZeroRoutes' } },
  ],
  types: ['Server'],
  verbs: {
    AddRoutes: { does: 'special', special: 'goZeroRoutes' },
    AddRoute: { does: 'special', special: 'goZeroRoutes' },
    Use: { does: 'middleware' },
  },
  notation: 'slashed',
  trailingSlash: 'drop',
};

const humaVerb: Verb = { does: 'special', special: 'humaRoute' };

/** Operations over the router of another framework: `huma.Register(api, huma.Operation{Method: "GET", Path: "/users"}, list)`. */
export const huma: RouterRule = {
  id: 'huma',
  name: 'Huma',
  languages,
  packages: ['github.com/danielgtaylor/huma'],
  creates: [
    { name: 'New', fills: { does: 'special', special: 'humaApi' } },
    { name: 'NewWithGroup', fills: { does: 'special', special: 'humaApi' } },
    { name: 'NewAPI' },
    { name: 'NewGroup', fills: { does: 'special', special: 'humaGroup' } },
  ],
  types: ['API', 'Group'],
  verbs: { UseMiddleware: { does: 'middleware' } },
  globals: Object.fromEntries(
    ['Register', 'Get', 'Post', 'Put', 'Patch', 'Delete', 'Head'].map((name) => [name, humaVerb]),
  ),
  notation: 'braces',
  trailingSlash: 'drop',
};

/** Services of go-restful: `ws.Path("/users"); ws.Route(ws.GET("/{id}").To(find))`. */
export const goRestful: RouterRule = {
  id: 'goRestful',
  name: 'go-restful',
  languages,
  packages: ['github.com/emicklei/go-restful'],
  creates: [{ name: 'NewContainer' }, { name: 'WebService', hosted: true }],
  types: ['Container', 'WebService'],
  verbs: {
    ...httpVerbs(upper, { path: 0, handler: 'none', gives: 'route' }),
    Path: { does: 'prefix', at: 0 },
    Method: { does: 'special', special: 'restfulMethod' },
    Route: { does: 'same' },
    To: { does: 'handler', at: 0 },
    Add: { does: 'mount', what: 0 },
    Filter: { does: 'middleware' },
    ...Object.fromEntries(
      [
        'Consumes',
        'Produces',
        'Doc',
        'Param',
        'Writes',
        'Reads',
        'Returns',
        'Metadata',
        'Operation',
        'Notes',
        'Do',
      ].map((name): [string, Verb] => [name, { does: 'same' }]),
    ),
  },
  globals: { Add: { does: 'mount', what: 0 } },
  notation: 'braces',
  trailingSlash: 'drop',
};

/** Groups of handlers by one method each, and plain functions: `router.WithGroup("/v1", func(g *bunrouter.Group) { … })`. */
export const bunrouter: RouterRule = {
  id: 'bunrouter',
  name: 'bunrouter',
  languages,
  packages: ['github.com/uptrace/bunrouter'],
  creates: [{ name: 'New' }],
  types: ['Router', 'Group', 'CompatRouter', 'CompatGroup', 'VerboseRouter', 'VerboseGroup'],
  verbs: {
    ...httpVerbs(upper, { path: 0, handler: 1 }),
    Handle: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2 },
    WithGroup: { does: 'group', prefix: 0, callback: 1, gives: 'router' },
    NewGroup: { does: 'group', prefix: 0 },
    WithMiddleware: { does: 'group', middleware: 'rest' },
    Use: { does: 'group', middleware: 'rest' },
    Compat: { does: 'same' },
    Verbose: { does: 'same' },
  },
  notation: 'slashed',
  trailingSlash: 'drop',
};
