import { httpVerbs } from '../httpVerbs';
import type { Creation, RouterRule, Verb } from '../routerRule';

const languages = ['java', 'kotlin'] as const;
const small = 'get post put patch delete head options';
const fill: Verb = { does: 'group', callback: -1, gives: 'router' };

/** Armeria: services by their path, and classes of annotated methods that it is given. */
export const armeria: RouterRule = {
  id: 'armeria',
  name: 'Armeria',
  languages,
  packages: ['com.linecorp.armeria'],
  creates: [{ name: 'Server.builder' }],
  types: ['ServerBuilder', 'VirtualHostBuilder'],
  verbs: {
    ...httpVerbs(small, { path: 0, handler: 'none' }),
    service: { does: 'route', methods: 'ANY', path: 0, handler: 1, needsHandler: true },
    serviceUnder: { does: 'special', special: 'armeriaUnder' },
    annotatedService: { does: 'special', special: 'armeriaAnnotated' },
    path: { does: 'group', prefix: 0, stands: 'path' },
    methods: { does: 'special', special: 'armeriaMethods' },
    route: { does: 'same' },
    build: { does: 'same' },
    withRoute: fill,
    virtualHost: { does: 'same' },
    and: { does: 'same' },
  },
  middlewareOrder: 'all',
  notation: 'colon',
  trailingSlash: 'drop',
};

/** Ratpack: a chain of handlers, which a prefix puts below a path. */
export const ratpack: RouterRule = {
  id: 'ratpack',
  name: 'Ratpack',
  languages,
  packages: ['ratpack'],
  creates: [
    { name: 'RatpackServer.start', fills: fill },
    { name: 'RatpackServer.of', fills: fill },
  ],
  types: ['Chain', 'RatpackServerSpec', 'KChain'],
  verbs: {
    ...httpVerbs('get post put patch delete options', { path: 0, handler: -1, pathOptional: true, needsHandler: true }),
    path: { does: 'route', methods: 'ANY', path: 0, handler: 1, needsHandler: true },
    prefix: { does: 'group', prefix: 0, callback: 1, gives: 'router' },
    handlers: fill,
    insert: fill,
  },
  notation: 'colon',
  trailingSlash: 'drop',
};

/** Undertow: handlers that choose by method and path, or by a path's beginning. */
export const undertow: RouterRule = {
  id: 'undertow',
  name: 'Undertow',
  languages,
  packages: ['io.undertow'],
  creates: [
    ...['Handlers.routing', 'RoutingHandler', 'Handlers.path', 'PathHandler', 'routing', 'path'].flatMap(
      (name): Creation => ({ name, fills: { does: 'mount' } }),
    ),
  ],
  types: ['RoutingHandler', 'PathHandler'],
  verbs: {
    ...httpVerbs('get post put delete', { path: 0, handler: -1, needsHandler: true }),
    add: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: -1, needsHandler: true },
    addExactPath: { does: 'mount', prefix: 0, what: 1, orRoute: { methods: ['ANY'] } },
    addPrefixPath: { does: 'mount', prefix: 0, what: 1, orRoute: { methods: ['ANY'] } },
  },
  notation: 'braces',
  trailingSlash: 'drop',
};

/** The small server that comes with the JDK. */
export const jdkServer: RouterRule = {
  id: 'jdkServer',
  name: 'JDK HTTP server',
  languages,
  packages: ['com.sun.net.httpserver'],
  creates: [{ name: 'HttpServer.create' }, { name: 'HttpsServer.create' }],
  types: ['HttpServer', 'HttpsServer'],
  verbs: { createContext: { does: 'route', methods: 'ANY', path: 0, handler: -1 } },
  notation: 'braces',
  trailingSlash: 'drop',
};

const joobyVerbs: Record<string, Verb> = {
  ...httpVerbs('get post put patch delete head options', { path: 0, handler: -1, needsHandler: true }),
  ws: { does: 'route', methods: 'WS', path: 0, handler: 1 },
  sse: { does: 'route', methods: 'GET', path: 0, handler: 1 },
  path: { does: 'group', prefix: 0, callback: -1, gives: 'router' },
  routes: { does: 'group', callback: -1, gives: 'router' },
  ...Object.fromEntries(['mount', 'install', 'use'].map((name) => [name, { does: 'special', special: 'joobyMount' }])),
};

/** Jooby: verbs in the body of an application, or in the block that starts one. */
export const jooby: RouterRule = {
  id: 'jooby',
  name: 'Jooby',
  languages,
  packages: ['io.jooby', 'org.jooby'],
  creates: [
    { name: 'Jooby.runApp', fills: fill },
    { name: 'runApp', fills: fill },
    { name: 'Jooby.createApp', fills: fill },
    { name: 'kt.runApp', fills: fill },
  ],
  bases: ['Jooby', 'Kooby'],
  filledBy: [],
  types: ['Jooby', 'Kooby', 'Router'],
  bare: true,
  verbs: joobyVerbs,
  notation: 'braces',
  trailingSlash: 'drop',
};
