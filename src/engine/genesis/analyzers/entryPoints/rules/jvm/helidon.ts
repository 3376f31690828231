import { httpVerbs } from '../httpVerbs';
import type { RouterRule, Verb } from '../routerRule';

/** What is said of a server before it is told its routes. */
const settings = 'error config port host tls mediaContext addFeature addMediaSupport shutdownHook update build';

/** Helidon SE: services are handed the rules to which they add theirs. */
export const helidon: RouterRule = {
  id: 'helidon',
  name: 'Helidon',
  languages: ['java', 'kotlin'],
  packages: ['io.helidon.webserver'],
  creates: [{ name: 'HttpRouting.builder' }, { name: 'Routing.builder' }, { name: 'WebServer.builder' }],
  types: ['HttpRules', 'Rules', 'HttpRouting', 'Builder'],
  verbs: {
    ...httpVerbs('get post put patch delete head options', { path: 0, handler: -1, pathOptional: true }),
    any: { does: 'route', methods: 'ANY', path: 0, needsHandler: true },
    route: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2, needsHandler: true },
    ...Object.fromEntries(settings.split(' ').map((name): [string, Verb] => [name, { does: 'same' }])),
    routing: { does: 'group', callback: 0, gives: 'router' },
    register: { does: 'special', special: 'helidonRegister' },
  },
  notation: 'braces',
  trailingSlash: 'drop',
};
