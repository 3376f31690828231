import { httpVerbs } from '../httpVerbs';
import type { RouterRule, Verb } from '../routerRule';

const same: Verb = { does: 'same' };

const verbs: Record<string, Verb> = {
  ...httpVerbs('get post put patch delete options any', { path: 0, handler: 1, gives: 'route', needsHandler: true }),
  match: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2, gives: 'route' },
  addRoute: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2, gives: 'route' },
  view: { does: 'route', methods: 'GET', path: 0, handler: 'none', gives: 'route' },
  inertia: { does: 'route', methods: 'GET', path: 0, handler: 'none', gives: 'route' },
  livewire: { does: 'route', methods: 'GET', path: 0, handler: 1, gives: 'route' },
  redirect: { does: 'route', methods: 'ANY', path: 0, handler: 'none', gives: 'route' },
  permanentRedirect: { does: 'route', methods: 'ANY', path: 0, handler: 'none', gives: 'route' },
  fallback: { does: 'nothing' },
  prefix: { does: 'special', special: 'laravelPrefix' },
  middleware: { does: 'special', special: 'laravelMiddleware' },
  controller: { does: 'special', special: 'laravelController' },
  group: { does: 'special', special: 'laravelGroup' },
  resource: { does: 'special', special: 'laravelResource' },
  apiResource: { does: 'special', special: 'laravelApiResource' },
  resources: { does: 'special', special: 'laravelResources' },
  apiResources: { does: 'special', special: 'laravelApiResources' },
  singleton: { does: 'special', special: 'laravelSingleton' },
  apiSingleton: { does: 'special', special: 'laravelSingleton' },
  crud: { does: 'special', special: 'laravelCrud' },
  // What stands in front of a route or a group and says nothing of its path.
  ...Object.fromEntries(['withoutMiddleware', 'name', 'as', 'where', 'can', 'missing'].map((word) => [word, same])),
  only: { does: 'only' },
  except: { does: 'except' },
  parameters: { does: 'special', special: 'laravelParameters' },
  shallow: { does: 'special', special: 'laravelShallow' },
  withRouting: { does: 'special', special: 'laravelWithRouting' },
};

export const laravel: RouterRule = {
  id: 'laravel',
  name: 'Laravel',
  languages: ['php'],
  packages: [
    'Illuminate\\Support\\Facades\\Route',
    'Illuminate\\Routing',
    'Illuminate\\Contracts\\Routing',
    'Illuminate\\Foundation\\Application',
    'Laravel\\Lumen',
  ],
  unimported: ['Route'],
  creates: [
    { name: 'configure', package: 'Illuminate\\Foundation\\Application' },
    { name: 'default', package: 'Laravel\\Lumen\\Application' },
  ],
  types: ['Router', 'Registrar', 'Application'],
  verbs,
  globals: verbs,
  defaultRouter: 'file',
  filePrefixes: [[/(?:^|\/)routes\/api\.php$/, 'api']],
  freeVariables: ['router', 'app'],
  stacksGroups: true,
  notation: 'braces',
  trailingSlash: 'drop',
};

/** `Auth::routes()` of laravel/ui. */
export const laravelAuth: RouterRule = {
  id: 'laravelAuth',
  name: 'Laravel',
  languages: ['php'],
  packages: ['Illuminate\\Support\\Facades\\Auth'],
  unimported: ['Auth'],
  creates: [],
  verbs: {},
  globals: { routes: { does: 'special', special: 'laravelAuthRoutes' } },
  defaultRouter: 'file',
  notation: 'braces',
  trailingSlash: 'drop',
};
