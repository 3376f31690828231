import { httpVerbs } from '../httpVerbs';
import type { Creation, RouterRule, Verb } from '../routerRule';

const methodNames = 'get post put patch delete head options trace any';
const methodVerbs: Record<string, Verb> = {
  ...httpVerbs(methodNames, { handler: 0, onPath: true }),
  // `get_service(ServeDir::new("public"))`.
  ...Object.fromEntries(
    Object.entries(httpVerbs(methodNames, { handler: 0, onPath: true })).map(([name, verb]) => [
      `${name}_service`,
      verb,
    ]),
  ),
  // Aide describes each operation beside its handler.
  ...Object.fromEntries(
    Object.entries(httpVerbs(methodNames, { handler: 0, onPath: true })).map(([name, verb]) => [`${name}_with`, verb]),
  ),
};
/** `get(handler)` is a router for one path, to which `.post(handler)` adds. */
const methodRouters: readonly Creation[] = Object.entries(methodVerbs).flatMap(([name, verb]): Creation[] => [
  { name, stands: 'path', fills: verb },
  { name: `routing.${name}`, stands: 'path', fills: verb },
  { name: `axum.routing.${name}`, stands: 'path', fills: verb },
]);

export const axum: RouterRule = {
  id: 'axum',
  name: 'Axum',
  languages: ['rust'],
  packages: ['axum', 'axum_extra', 'aide', 'utoipa_axum'],
  creates: [
    ...['Router', 'ApiRouter', 'OpenApiRouter'].flatMap((name): Creation[] => [
      { name: `${name}.new` },
      { name: `${name}.default` },
      { name: `${name}.with_openapi` },
      { name: `routing.${name}.new` },
      { name: `router.${name}.new` },
      { name: `axum.${name}.new` },
    ]),
    ...methodRouters,
    {
      name: 'routing.on',
      stands: 'path',
      fills: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, handler: 1 },
    },
    { name: 'on', stands: 'path', fills: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, handler: 1 } },
  ],
  types: ['Router', 'ApiRouter', 'OpenApiRouter'],
  verbs: {
    ...methodVerbs,
    route: { does: 'mount', prefix: 0, what: 1 },
    route_with_tsr: { does: 'mount', prefix: 0, what: 1 },
    route_service: { does: 'route', methods: 'ANY', path: 0, handler: 1 },
    route_service_with_tsr: { does: 'route', methods: 'ANY', path: 0, handler: 1 },
    api_route: { does: 'mount', prefix: 0, what: 1 },
    api_route_with: { does: 'mount', prefix: 0, what: 1 },
    nest_api_service: { does: 'mount', prefix: 0, what: 1 },
    nest: { does: 'mount', prefix: 0, what: 1 },
    nest_service: { does: 'mount', prefix: 0, what: 1 },
    merge: { does: 'mount', what: 0 },
    routes: { does: 'special', special: 'utoipaRoutes' },
    layer: { does: 'same' },
    route_layer: { does: 'middleware' },
    on: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, handler: 1 },
  },
  middlewareOrder: 'all',
  notation: 'colon',
  trailingSlash: 'drop',
};
