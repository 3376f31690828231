import type { AnnotatedRule } from './annotatedRule';

const path = ['path', 'value', 0] as const;
const exchangePath = ['url', 'value', 0] as const;

/** The annotations of JAX-RS for methods. */
const standardVerbs: AnnotatedRule['routes'] = Object.fromEntries(
  ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'].map((name) => [
    name,
    { methods: name, methodOnly: true },
  ]),
);

export const spring: AnnotatedRule = {
  id: 'spring',
  name: 'Spring MVC',
  languages: ['java', 'kotlin'],
  packages: ['org.springframework'],
  controllers: [
    'RestController',
    'Controller',
    'RequestMapping',
    'RepositoryRestController',
    'BasePathAwareController',
  ],
  clients: ['FeignClient', 'HttpExchange', 'ReactiveFeignClient'],
  prefixes: { RequestMapping: path, HttpExchange: exchangePath },
  routes: {
    // A controller may implement an interface that clients are made of.
    ...Object.fromEntries(
      ['Get', 'Post', 'Put', 'Patch', 'Delete'].map((verb) => [
        `${verb}Exchange`,
        { methods: verb.toUpperCase(), path: exchangePath },
      ]),
    ),
    HttpExchange: { methods: { from: 'method', otherwise: ['ANY'] }, path: exchangePath },
    GetMapping: { methods: 'GET', path },
    PostMapping: { methods: 'POST', path },
    PutMapping: { methods: 'PUT', path },
    PatchMapping: { methods: 'PATCH', path },
    DeleteMapping: { methods: 'DELETE', path },
    RequestMapping: { methods: { from: 'method', otherwise: ['ANY'] }, path },
  },
  composed: /(?:Get|Post|Put|Patch|Delete)Mapping$/,
  guards: { PreAuthorize: 'name', Secured: 'name', RolesAllowed: 'name', PermitAll: 'name' },
  notation: 'segments',
  trailingSlash: 'drop',
};

export const micronaut: AnnotatedRule = {
  id: 'micronaut',
  name: 'Micronaut',
  languages: ['java', 'kotlin'],
  packages: ['io.micronaut.http'],
  controllers: ['Controller'],
  clients: ['Client'],
  prefixes: { Controller: ['value', 0] },
  // Beside its own annotations it takes those of JAX-RS.
  paths: { Path: ['value', 0] },
  routes: {
    ...standardVerbs,
    ...Object.fromEntries(
      ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'Trace', 'CustomHttpMethod'].map((name) => [
        name,
        {
          methods: name === 'CustomHttpMethod' ? { from: 'method', otherwise: ['ANY'] } : name.toUpperCase(),
          path: ['uri', 'uris', 'value', 0],
        },
      ]),
    ),
  },
  guards: { Secured: 'name', RolesAllowed: 'name', PermitAll: 'name' },
  notation: 'template',
  trailingSlash: 'drop',
};

/** Jersey, RESTEasy, Quarkus, Helidon, Dropwizard: all that keep to JAX-RS. */
export const jaxRs: AnnotatedRule = {
  id: 'jaxRs',
  name: 'JAX-RS',
  languages: ['java', 'kotlin'],
  packages: ['javax.ws.rs', 'jakarta.ws.rs'],
  controllers: ['Path'],
  clients: ['RegisterRestClient'],
  prefixes: { Path: ['value', 0] },
  paths: { Path: ['value', 0] },
  locators: true,
  routes: {
    ...standardVerbs,
    // What annotations of the project's own are made of: `@HttpMethod("PROPFIND")`.
    HttpMethod: { methods: { from: 0, otherwise: ['ANY'] }, methodOnly: true },
  },
  guards: { RolesAllowed: 'name', Authenticated: 'name', PermitAll: 'name' },
  notation: 'braces',
  trailingSlash: 'drop',
};
