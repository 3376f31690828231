import type { RouterRule, Verb } from '../routerRule';

const route: Verb = { does: 'special', special: 'vaporRoute' };

/** Paths are said in parts: `app.get("users", ":id")`. */
export const vapor: RouterRule = {
  id: 'vapor',
  name: 'Vapor',
  languages: ['swift'],
  packages: ['Vapor'],
  creates: [{ name: 'Application' }, { name: 'Application.make' }],
  unimported: ['Application'],
  types: ['Application', 'RoutesBuilder', 'Routes', 'Router'],
  verbs: {
    ...Object.fromEntries(
      ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'on'].map((verb) => [verb, route]),
    ),
    webSocket: route,
    grouped: { does: 'special', special: 'vaporGroup' },
    group: { does: 'special', special: 'vaporGroup' },
    register: { does: 'special', special: 'vaporRegister' },
  },
  transparent: ['PathComponent', 'PathComponent.init'],
  conventional: ['app', 'routes', 'router'],
  notation: 'colon',
  trailingSlash: 'drop',
};
