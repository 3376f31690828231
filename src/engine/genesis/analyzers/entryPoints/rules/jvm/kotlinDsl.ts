import { httpVerbs } from '../httpVerbs';
import type { RouterRule, Verb } from '../routerRule';

const fill: Verb = { does: 'group', callback: -1, gives: 'router' };

/** Routes of Spring in Kotlin: `coRouter { "/api".nest { GET("/users", handler::all) } }`. */
export const springDsl: RouterRule = {
  id: 'springDsl',
  name: 'Spring WebFlux',
  languages: ['kotlin'],
  packages: ['org.springframework.web.reactive.function.server', 'org.springframework.web.servlet.function'],
  creates: [
    { name: 'router', fills: fill },
    { name: 'coRouter', fills: fill },
  ],
  types: ['RouterFunctionDsl', 'CoRouterFunctionDsl'],
  verbs: {
    ...httpVerbs('GET POST PUT PATCH DELETE HEAD OPTIONS', { path: 0, handler: -1, pathOptional: true }),
    nest: fill,
    path: { does: 'group', prefix: 0 },
    add: { does: 'mount' },
    accept: { does: 'same' },
    contentType: { does: 'same' },
    headers: { does: 'same' },
    filter: { does: 'same' },
    before: { does: 'same' },
    after: { does: 'same' },
    resources: { does: 'nothing' },
    onError: { does: 'nothing' },
  },
  texts: { nest: { does: 'group', prefix: 0, callback: 1, gives: 'router' } },
  bare: true,
  notation: 'segments',
  trailingSlash: 'drop',
};

/** http4k: `routes("/users" bind routes("/{id}" bind GET to ::show))`. */
export const http4k: RouterRule = {
  id: 'http4k',
  name: 'http4k',
  languages: ['kotlin'],
  packages: ['org.http4k'],
  creates: [
    { name: 'routes', fills: { does: 'mount' } },
    { name: 'static', hosted: true },
  ],
  types: ['RoutingHttpHandler'],
  verbs: {
    to: { does: 'handler', at: 0 },
    withFilter: { does: 'same' },
    asServer: { does: 'same' },
  },
  texts: { bind: { does: 'special', special: 'http4kBind' } },
  notation: 'braces',
  trailingSlash: 'drop',
};
