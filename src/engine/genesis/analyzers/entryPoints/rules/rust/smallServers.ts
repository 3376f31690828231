import { httpVerbs } from '../httpVerbs';
import type { Creation, RouterRule, Verb } from '../routerRule';

const languages = ['rust'] as const;
const methodVerbs = httpVerbs('get post put patch delete head options', { handler: 0 });
const methodRouters: readonly Creation[] = Object.entries(methodVerbs).map(([name, verb]) => ({
  name,
  stands: 'path',
  fills: verb,
}));

export const poem: RouterRule = {
  id: 'poem',
  name: 'Poem',
  languages,
  packages: ['poem'],
  creates: [{ name: 'Route.new' }, ...methodRouters],
  types: ['Route'],
  verbs: {
    ...methodVerbs,
    at: { does: 'mount', prefix: 0, what: 1, orRoute: { methods: ['ANY'] } },
    nest: { does: 'mount', prefix: 0, what: 1 },
    nest_no_strip: { does: 'mount', prefix: 0, what: 1 },
  },
  notation: 'colon',
  trailingSlash: 'drop',
};

/** `router.then(|router| router.push(…))`; an object with such a key of its own would look like a promise. */
const thenVerb: Record<string, Verb> = Object.fromEntries([['then', { does: 'group', callback: 0, gives: 'router' }]]);

export const salvo: RouterRule = {
  id: 'salvo',
  name: 'Salvo',
  languages,
  packages: ['salvo'],
  creates: [
    ...['new', 'with_hoop', 'with_filter', 'with_filter_fn'].map((name) => ({ name: `Router.${name}` })),
    { name: 'Router.with_path', prefix: 0 },
  ],
  types: ['Router'],
  verbs: {
    ...methodVerbs,
    goal: { does: 'route', methods: 'ANY', handler: 0 },
    push: { does: 'mount', what: 0 },
    append: { does: 'mount' },
    path: { does: 'prefix', at: 0 },
    hoop: { does: 'middleware' },
    // The function fills the router that it is handed.
    ...thenVerb,
  },
  notation: 'angles',
  trailingSlash: 'drop',
};

export const loco: RouterRule = {
  id: 'loco',
  name: 'Loco',
  languages,
  packages: ['loco_rs'],
  creates: [
    { name: 'Routes.new' },
    { name: 'Routes.at', prefix: 0 },
    { name: 'AppRoutes.with_default_routes' },
    { name: 'AppRoutes.empty' },
    ...methodRouters,
  ],
  types: ['Routes', 'AppRoutes'],
  verbs: {
    ...methodVerbs,
    add: { does: 'mount', prefix: 0, what: 1 },
    add_route: { does: 'mount', what: 0 },
    prefix: { does: 'prefix', at: 0 },
  },
  notation: 'colon',
  trailingSlash: 'drop',
};

/** Dropshot: `#[endpoint { method = GET, path = "/users/{id}" }]`. */
export const dropshot: RouterRule = {
  id: 'dropshot',
  name: 'Dropshot',
  languages,
  packages: ['dropshot'],
  creates: [{ name: 'ApiDescription.new' }],
  types: ['ApiDescription'],
  verbs: { register: { does: 'mount', what: 0 } },
  attributes: {
    endpoint: { does: 'route', path: 'path', methods: { from: 'method', otherwise: ['ANY'] } },
    channel: { does: 'route', path: 'path', methods: 'WS' },
  },
  notation: 'braces',
  trailingSlash: 'drop',
};
