import { httpVerbs } from '../httpVerbs';
import type { RouterRule, Verb } from '../routerRule';

const languages = ['rust'] as const;
const methods = 'get post put patch delete head options';

/** APIs of Poem by the attributes of methods: `#[oai(path = "/users", method = "get")]`. */
export const poemOpenApi: RouterRule = {
  id: 'poemOpenApi',
  name: 'Poem',
  languages,
  packages: ['poem_openapi'],
  creates: [{ name: 'OpenApiService.new', hosted: true, fills: { does: 'special', special: 'poemService' } }],
  types: ['OpenApiService'],
  verbs: Object.fromEntries(
    'swagger_ui redoc rapidoc openapi_explorer scalar stoplight_elements spec_endpoint spec_endpoint_yaml spec spec_yaml'
      .split(' ')
      .map((name): [string, Verb] => [name, { does: 'nothing' }]),
  ),
  attributes: { oai: { does: 'route', path: 'path', methods: { from: 'method', otherwise: ['ANY'] } } },
  notation: 'colon',
  trailingSlash: 'drop',
};

/** Tide: `app.at("/users/:id").get(show).put(update)`. */
export const tide: RouterRule = {
  id: 'tide',
  name: 'Tide',
  languages,
  packages: ['tide'],
  creates: [{ name: 'new' }, { name: 'with_state' }, { name: 'Server.new' }, { name: 'Server.with_state' }],
  types: ['Server'],
  verbs: {
    ...httpVerbs(`${methods} all`, { handler: 0, onPath: true }),
    at: { does: 'group', prefix: 0, stands: 'path' },
    nest: { does: 'mount', what: 0 },
    serve_dir: { does: 'nothing' },
    serve_file: { does: 'nothing' },
  },
  notation: 'colon',
  trailingSlash: 'drop',
};

const fill: Verb = { does: 'group', callback: -1, gives: 'router' };

/** Gotham: blocks that fill a router, and scopes below a path. */
export const gotham: RouterRule = {
  id: 'gotham',
  name: 'Gotham',
  languages,
  packages: ['gotham'],
  creates: [
    { name: 'build_simple_router', fills: fill },
    { name: 'build_router', fills: fill },
    { name: 'router.builder.build_simple_router', fills: fill },
  ],
  verbs: {
    ...httpVerbs(methods, { path: 0, handler: 'none', gives: 'route' }),
    scope: { does: 'group', prefix: 0, callback: 1, gives: 'router' },
    associate: { does: 'group', prefix: 0, callback: 1, gives: 'router', stands: 'path' },
    to: { does: 'handler', at: 0 },
    to_async: { does: 'handler', at: 0 },
    with_path_extractor: { does: 'same' },
    with_query_string_extractor: { does: 'same' },
  },
  notation: 'colon',
  trailingSlash: 'drop',
};
