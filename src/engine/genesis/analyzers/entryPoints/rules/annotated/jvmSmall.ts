import type { AnnotatedRule, RouteAnnotation } from './annotatedRule';

const languages = ['java', 'kotlin'] as const;
const path = ['path', 'value', 0] as const;
const verbs = (names: string, route: Omit<RouteAnnotation, 'methods'>): Record<string, RouteAnnotation> =>
  Object.fromEntries(names.split(' ').map((name) => [name, { methods: name.toUpperCase(), ...route }]));

/** Classes that `annotatedService` of Armeria is given. */
export const armeriaAnnotated: AnnotatedRule = {
  id: 'armeriaAnnotated',
  name: 'Armeria',
  languages,
  packages: ['com.linecorp.armeria.server.annotation'],
  anyClass: true,
  prefixes: { PathPrefix: ['value', 0] },
  paths: { Path: ['value', 0] },
  routes: verbs('Get Post Put Patch Delete Head Options', { path: ['value', 0] }),
  guards: {},
  notation: 'colon',
  trailingSlash: 'drop',
};

/** Reactive routes of Quarkus: `@Route(path = "ping", methods = HttpMethod.GET)`. */
export const quarkusRoutes: AnnotatedRule = {
  id: 'quarkusRoutes',
  name: 'Quarkus',
  languages,
  packages: ['io.quarkus.vertx.web'],
  anyClass: true,
  prefixes: { RouteBase: path },
  routes: { Route: { methods: { from: 'methods', otherwise: ['ANY'] }, path } },
  guards: { RolesAllowed: 'name', Authenticated: 'name' },
  notation: 'colon',
  trailingSlash: 'drop',
};

/** Resources of fluent-http: `@Prefix("/users")` and `@Get("/:id")`. */
export const fluentHttp: AnnotatedRule = {
  id: 'fluentHttp',
  name: 'fluent-http',
  languages,
  packages: ['net.codestory.http.annotations'],
  anyClass: true,
  prefixes: { Prefix: ['value', 0] },
  routes: verbs('Get Post Put Patch Delete Head Options', { path: ['value', 0] }),
  notation: 'colon',
  trailingSlash: 'drop',
};

/** Endpoints that Helidon SE makes of annotated classes: `@Http.GET @Http.Path("/{name}")`. */
export const helidonDeclarative: AnnotatedRule = {
  id: 'helidonDeclarative',
  name: 'Helidon',
  languages,
  packages: ['io.helidon.http', 'io.helidon.webserver'],
  controllers: ['Endpoint'],
  prefixes: { Path: ['value', 0] },
  paths: { Path: ['value', 0] },
  routes: verbs('GET POST PUT PATCH DELETE HEAD OPTIONS', { methodOnly: true }),
  notation: 'braces',
  trailingSlash: 'drop',
};

/** Servlets, by an annotation or by the descriptor of the application. */
export const servlets: AnnotatedRule = {
  id: 'servlets',
  name: 'Servlet',
  languages,
  packages: ['javax.servlet', 'jakarta.servlet'],
  controllers: ['WebServlet'],
  bases: ['HttpServlet'],
  prefixes: {},
  routes: {},
  notation: 'braces',
  trailingSlash: 'drop',
};

/** Sockets of Jakarta, Quarkus and Micronaut, one class each. */
export const sockets: AnnotatedRule = {
  id: 'sockets',
  name: 'WebSocket',
  languages,
  packages: ['jakarta.websocket', 'javax.websocket', 'io.quarkus.websockets.next', 'io.micronaut.websocket'],
  controllers: ['ServerEndpoint', 'WebSocket', 'ServerWebSocket'],
  prefixes: {},
  routes: {},
  notation: 'braces',
  trailingSlash: 'drop',
};
