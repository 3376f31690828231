import { httpVerbs } from '../httpVerbs';
import type { RouterRule, Verb } from '../routerRule';

const verbs: Record<string, Verb> = {
  ...httpVerbs('get post put patch delete head options', { path: ['path', 0], pathOptional: true, handler: 'none' }),
  webSocket: { does: 'route', methods: 'WS', path: ['path', 0], pathOptional: true, handler: 'none' },
  webSocketRaw: { does: 'route', methods: 'WS', path: ['path', 0], pathOptional: true, handler: 'none' },
  sse: { does: 'route', methods: 'GET', path: ['path', 0], pathOptional: true, handler: 'none' },
  route: { does: 'special', special: 'ktorRoute' },
  method: { does: 'special', special: 'ktorMethod' },
  handle: { does: 'special', special: 'ktorHandle' },
  authenticate: { does: 'special', special: 'ktorAuthenticate' },
  routing: { does: 'group', callback: -1, gives: 'router' },
  rateLimit: { does: 'group', callback: -1, gives: 'router' },
  createChild: { does: 'group' },
};

export const ktor: RouterRule = {
  id: 'ktor',
  name: 'Ktor',
  languages: ['kotlin'],
  // Those of Smiley describe each route in a block before the one that handles it.
  packages: ['io.ktor', 'io.github.smiley4'],
  creates: [],
  types: ['Route', 'Routing', 'Application', 'RootRoute'],
  verbs: Object.fromEntries(
    Object.entries(verbs).map(([name, verb]): [string, Verb] => [
      name,
      // `get<Articles> { … }` names its path by a class.
      /^(?:get|post|put|patch|delete|head|options)$/.test(name) ? { does: 'special', special: 'ktorVerb' } : verb,
    ]),
  ),
  globals: { routing: { does: 'group', callback: -1, gives: 'router' } },
  bare: true,
  notation: 'braces',
  trailingSlash: 'drop',
};
