import { httpVerbs } from '../httpVerbs';
import type { RouterRule } from '../routerRule';

/** Helidon SE: services are handed the rules to which they add theirs. */
export const helidon: RouterRule = {
  id: 'helidon',
  name: 'Helidon',
  languages: ['java', 'kotlin'],
  packages: ['io.helidon.webserver'],
  creates: [{ name: 'HttpRouting.builder' }, { name: 'Routing.builder' }],
  types: ['HttpRules', 'Rules', 'HttpRouting', 'Builder'],
  verbs: {
    ...httpVerbs('get post put patch delete head options', { path: 0, handler: -1, pathOptional: true }),
    any: { does: 'route', methods: 'ANY', path: 0, needsHandler: true },
    route: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2, needsHandler: true },
    register: { does: 'special', special: 'helidonRegister' },
  },
  notation: 'braces',
  trailingSlash: 'drop',
};
