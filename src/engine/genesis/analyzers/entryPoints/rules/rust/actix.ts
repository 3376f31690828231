import { httpVerbs } from '../httpVerbs';
import type { Creation, RouterRule, RouteVerb } from '../routerRule';

const methods = 'get post put patch delete head options trace';
const attribute: Omit<RouteVerb, 'does' | 'methods'> = { path: 0 };

export const actix: RouterRule = {
  id: 'actix',
  name: 'Actix Web',
  languages: ['rust'],
  packages: ['actix_web', 'actix_web_lab', 'ntex', 'paperclip::actix'],
  creates: [
    { name: 'App.new' },
    { name: 'web.scope', prefix: 0 },
    { name: 'scope', prefix: 0 },
    { name: 'Scope.new', prefix: 0 },
    { name: 'web.resource', prefix: 0, stands: 'path' },
    { name: 'resource', prefix: 0, stands: 'path' },
    ...methods.split(' ').flatMap((name): Creation[] => [
      { name: `web.${name}`, stands: 'path', methods: [name.toUpperCase()] },
      { name, package: 'actix_web::web', stands: 'path', methods: [name.toUpperCase()] },
    ]),
    { name: 'web.route', stands: 'path' },
    // `resource.route(web::to(page))`: whatever the method.
    { name: 'web.to', stands: 'path', methods: ['ANY'], fills: { does: 'special', special: 'actixTo' } },
    { name: 'web.method', stands: 'path', fills: { does: 'methods', at: 0 } },
  ],
  types: ['ServiceConfig', 'Scope', 'App', 'Resource'],
  verbs: {
    service: { does: 'mount' },
    configure: { does: 'special', special: 'actixConfigure' },
    route: { does: 'special', special: 'actixRoute' },
    to: { does: 'special', special: 'actixTo' },
    to_async: { does: 'special', special: 'actixTo' },
    method: { does: 'methods' },
    // `web::resource("/users").get(list).post(add)`
    ...httpVerbs('get post put patch delete head trace', { handler: 0, onPath: true }),
    wrap: { does: 'middleware' },
    guard: { does: 'same' },
  },
  attributes: {
    ...(httpVerbs(methods, attribute) as Record<string, RouteVerb>),
    route: { does: 'route', path: 0, methods: { from: 'method', otherwise: ['ANY'] } },
  },
  middlewareOrder: 'all',
  notation: 'braces',
  trailingSlash: 'drop',
};

/** What is attached to a server may mount routes when that begins: `AdHoc::on_ignite("users", |rocket| async { … })`. */
const onIgnite: readonly Creation[] = ['on_ignite', 'try_on_ignite'].flatMap((name) =>
  ['AdHoc', 'fairing.AdHoc'].map((type) => ({
    name: `${type}.${name}`,
    fills: { does: 'group', callback: 1 } as const,
  })),
);

export const rocket: RouterRule = {
  id: 'rocket',
  name: 'Rocket',
  languages: ['rust'],
  packages: ['rocket', 'rocket_okapi'],
  creates: [{ name: 'build' }, { name: 'custom' }, { name: 'ignite' }, { name: 'Rocket.build' }].concat(onIgnite),
  types: ['Rocket'],
  verbs: { mount: { does: 'mount', prefix: 0, what: 1 } },
  attributes: {
    ...(httpVerbs(methods, attribute) as Record<string, RouteVerb>),
    route: { does: 'route', path: ['uri', 1], methods: { from: 0, otherwise: ['ANY'] } },
  },
  notation: 'angles',
  trailingSlash: 'drop',
};
