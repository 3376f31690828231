import { httpVerbs } from '../httpVerbs';
import type { RouterRule, Verb } from '../routerRule';

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
