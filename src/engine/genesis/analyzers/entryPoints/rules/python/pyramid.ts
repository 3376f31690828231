import type { RouterRule } from '../routerRule';

export const pyramid: RouterRule = {
  id: 'pyramid',
  name: 'Pyramid',
  languages: ['python'],
  packages: ['pyramid'],
  creates: [
    { name: 'Configurator', prefix: 'route_prefix' },
    { name: 'config.Configurator', prefix: 'route_prefix' },
  ],
  types: ['Configurator'],
  verbs: {
    // The views say for which methods they are, by the name of the route; it takes all unless it says so itself.
    add_route: { does: 'special', special: 'pyramidRoute' },
    add_directive: { does: 'special', special: 'pyramidDirective' },
    add_view: { does: 'special', special: 'pyramidView' },
    include: { does: 'special', special: 'pyramidInclude' },
  },
  filler: 'includeme',
  notation: 'braces',
  trailingSlash: 'keep',
};
