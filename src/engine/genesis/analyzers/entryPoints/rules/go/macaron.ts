import { httpVerbs } from '../httpVerbs';
import type { RouterRule, Verb } from '../routerRule';

const languages = ['go'] as const;

/** Routes and groups as Macaron has them; a function fills a group, and calls the router around it. */
const verbs: Record<string, Verb> = {
  ...httpVerbs('Get Post Put Patch Delete Head Options Any', { path: 0, middleware: 'between', needsHandler: true }),
  Group: { does: 'special', special: 'aroundGroup' },
  Combo: { does: 'group', prefix: 0, stands: 'path', middleware: 'rest' },
  SetURLPrefix: { does: 'prefix', at: 0 },
  Use: { does: 'middleware' },
};

export const macaron: RouterRule = {
  id: 'macaron',
  name: 'Macaron',
  languages,
  packages: ['gopkg.in/macaron.v1', 'github.com/go-macaron/macaron'],
  creates: [{ name: 'New' }, { name: 'Classic' }, { name: 'NewWithLogger' }],
  types: ['Macaron', 'Router'],
  verbs: {
    ...verbs,
    Route: { does: 'route', methods: { from: 1, otherwise: ['ANY'] }, path: 0, middleware: 'between' },
  },
  notation: 'colon',
  trailingSlash: 'drop',
};

export const flamego: RouterRule = {
  id: 'flamego',
  name: 'Flamego',
  languages,
  packages: ['github.com/flamego/flamego'],
  creates: [{ name: 'New' }, { name: 'Classic' }, { name: 'NewWithLogger' }],
  types: ['Flame', 'Router'],
  verbs: {
    ...verbs,
    Routes: { does: 'route', methods: { from: 1, otherwise: ['ANY'] }, path: 0, middleware: 'between' },
  },
  notation: 'braces',
  trailingSlash: 'drop',
};
