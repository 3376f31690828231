import { httpVerbs } from '../httpVerbs';
import type { Creation, RouterRule, Verb } from '../routerRule';

const languages = ['php'] as const;
const notation = 'braces';
const trailingSlash = 'drop';

/** Paths as FastRoute reads them, in a function that is handed the application. */
export const mezzio: RouterRule = {
  id: 'mezzio',
  name: 'Mezzio',
  languages,
  packages: ['Mezzio', 'Zend\\Expressive'],
  creates: [],
  types: ['Application'],
  verbs: {
    ...httpVerbs('get post put patch delete any', { path: 0, handler: 1, gives: 'route', needsHandler: true }),
    route: { does: 'route', methods: { from: 2, otherwise: ['ANY'] }, path: 0, handler: 1, gives: 'route' },
  },
  notation,
  trailingSlash,
};

const flightVerbs: Record<string, Verb> = {
  ...Object.fromEntries(
    ['route', 'get', 'post', 'put', 'patch', 'delete'].map((verb): [string, Verb] => [
      verb,
      { does: 'special', special: 'flightRoute' },
    ]),
  ),
  group: { does: 'group', prefix: 0, callback: 1 },
  router: { does: 'same' },
  app: { does: 'same' },
};

/** A static class keeps the one router; methods may stand in front of the path. */
export const flight: RouterRule = {
  id: 'flight',
  name: 'Flight',
  languages,
  packages: ['Flight', 'flight'],
  unimported: ['Flight'],
  creates: [{ name: 'default', package: 'flight\\Engine' }],
  types: ['Engine', 'Router'],
  verbs: flightVerbs,
  globals: flightVerbs,
  stacksGroups: true,
  notation,
  trailingSlash,
};

/** `simpleDispatcher(function (RouteCollector $r) {…})` of nikic/fast-route, on which a project may stand alone. */
export const fastRoute: RouterRule = {
  id: 'fastRoute',
  name: 'FastRoute',
  languages,
  packages: ['FastRoute'],
  // Functions, imported or with the whole of their names.
  creates: ['simpleDispatcher', 'cachedDispatcher'].flatMap((name): Creation[] => [
    { name, fills: { does: 'group', callback: 0 } },
    { name: 'default', package: `FastRoute\\${name}`, fills: { does: 'group', callback: 0 } },
  ]),
  types: ['RouteCollector', 'ConfigureRoutes'],
  verbs: {
    ...httpVerbs('get post put patch delete head', { path: 0, handler: 1 }),
    addRoute: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2 },
    addGroup: { does: 'group', prefix: 0, callback: 1 },
  },
  stacksGroups: true,
  notation,
  trailingSlash,
};

const phalconVerbs = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Options', 'Head'];

/** Small applications of Phalcon, and the router of its large ones. */
export const phalcon: RouterRule = {
  id: 'phalcon',
  name: 'Phalcon',
  languages,
  packages: ['Phalcon\\Mvc'],
  creates: [
    { name: 'default', package: 'Phalcon\\Mvc\\Micro' },
    { name: 'default', package: 'Phalcon\\Mvc\\Micro\\Collection', hosted: true },
    { name: 'default', package: 'Phalcon\\Mvc\\Router' },
    { name: 'default', package: 'Phalcon\\Mvc\\Router\\Group', hosted: true },
  ],
  types: ['Micro', 'Router', 'Group', 'Collection'],
  verbs: {
    ...httpVerbs('get post put patch delete options head', { path: 0, handler: 1, needsHandler: true }),
    ...Object.fromEntries(
      phalconVerbs.map((verb): [string, Verb] => [
        `add${verb}`,
        { does: 'route', methods: verb.toUpperCase(), path: 0, handler: 1, gives: 'route' },
      ]),
    ),
    add: { does: 'route', methods: { from: 2, otherwise: ['ANY'] }, path: 0, handler: 1, gives: 'route' },
    via: { does: 'methods' },
    setPrefix: { does: 'prefix', at: 0 },
    setHandler: { does: 'same' },
    mount: { does: 'mount', what: 0 },
  },
  notation,
  trailingSlash,
};
