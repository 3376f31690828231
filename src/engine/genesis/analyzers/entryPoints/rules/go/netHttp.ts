import { httpVerbs } from '../httpVerbs';
import type { RouterRule, Verb } from '../routerRule';

const languages = ['go'] as const;

const muxVerbs: Record<string, Verb> = {
  HandleFunc: { does: 'route', methods: 'ANY', path: 0, handler: 1, methodInPath: true },
  // What is handed over may be a router of its own.
  Handle: { does: 'special', special: 'goHandle' },
};

export const netHttp: RouterRule = {
  id: 'netHttp',
  name: 'net/http',
  languages,
  packages: ['net/http'],
  creates: [
    { name: 'NewServeMux' },
    { name: 'ServeMux' },
    { name: 'StripPrefix', fills: { does: 'special', special: 'goStripPrefix' } },
  ],
  types: ['ServeMux'],
  verbs: { ...muxVerbs, ServeHTTP: { does: 'special', special: 'goServe' } },
  globals: muxVerbs,
  notation: 'braces',
  trailingSlash: 'drop',
};

export const gorilla: RouterRule = {
  id: 'gorilla',
  name: 'gorilla/mux',
  languages,
  packages: ['github.com/gorilla/mux', 'github.com/*/mux'],
  creates: [{ name: 'NewRouter' }],
  types: ['Router', 'Route'],
  verbs: {
    HandleFunc: { does: 'route', methods: 'ANY', path: 0, handler: 1, gives: 'route' },
    Handle: { does: 'special', special: 'goHandle' },
    Methods: { does: 'special', special: 'gorillaMethods' },
    PathPrefix: { does: 'special', special: 'gorillaPath' },
    Path: { does: 'special', special: 'gorillaPath' },
    NewRoute: { does: 'group' },
    Name: { does: 'special', special: 'gorillaName' },
    GetRoute: { does: 'special', special: 'gorillaNamed' },
    MatcherFunc: { does: 'special', special: 'gorillaMatcher' },
    Subrouter: { does: 'special', special: 'gorillaSubrouter' },
    Handler: { does: 'special', special: 'gorillaHandler' },
    HandlerFunc: { does: 'special', special: 'gorillaHandler' },
    Use: { does: 'middleware' },
  },
  notation: 'braces',
  trailingSlash: 'drop',
};

export const chi: RouterRule = {
  id: 'chi',
  name: 'chi',
  languages,
  packages: ['github.com/go-chi/chi', 'github.com/*/chi'],
  creates: [{ name: 'NewRouter' }, { name: 'NewMux' }],
  types: ['Router', 'Mux'],
  verbs: {
    ...httpVerbs('Get Post Put Patch Delete Head Options Connect Trace', { path: 0, handler: 1 }),
    Method: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2 },
    MethodFunc: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2 },
    Handle: { does: 'special', special: 'goHandle' },
    HandleFunc: { does: 'route', methods: 'ANY', path: 0, handler: 1, methodInPath: true },
    Route: { does: 'group', prefix: 0, callback: 1 },
    Group: { does: 'group', callback: 0 },
    With: { does: 'group', middleware: 'rest' },
    Mount: { does: 'special', special: 'goHandle' },
    Use: { does: 'middleware' },
  },
  notation: 'segments',
  trailingSlash: 'drop',
};
