import { httpVerbs } from '../httpVerbs';
import type { RouterRule, Verb } from '../routerRule';

const languages = ['php'] as const;
const trailingSlash = 'drop';
const verbs = httpVerbs('get post put patch delete head options any', {
  path: 0,
  handler: 1,
  gives: 'route',
  needsHandler: true,
});
/** What changes a route or a group and says nothing of its path. */
const same = (names: string): Record<string, Verb> =>
  Object.fromEntries(names.split(' ').map((name) => [name, { does: 'same' }]));

const thinkVerbs: Record<string, Verb> = {
  ...verbs,
  rule: { does: 'route', methods: { from: 2, otherwise: ['ANY'] }, path: 0, handler: 1, gives: 'route' },
  view: { does: 'route', methods: 'GET', path: 0, handler: 'none', gives: 'route' },
  redirect: { does: 'route', methods: 'ANY', path: 0, handler: 'none', gives: 'route' },
  group: { does: 'group', prefix: 0, callback: -1 },
  resource: { does: 'special', special: 'thinkResource' },
  only: { does: 'only' },
  except: { does: 'except' },
  method: { does: 'methods' },
  middleware: { does: 'middleware', keeps: 'all' },
  miss: { does: 'nothing' },
  ...same('ext pattern option name prefix allowCrossDomain completeMatch append domain json validate'),
};

/** Routes of an application lie below its name where there are several. */
export const thinkPhp: RouterRule = {
  id: 'thinkPhp',
  name: 'ThinkPHP',
  languages,
  packages: ['think\\facade\\Route', 'think\\Route'],
  creates: [],
  types: [],
  verbs: thinkVerbs,
  globals: thinkVerbs,
  defaultRouter: 'file',
  filePrefixes: [[/(?:^|\/)app\/([\w-]{1,60})\/route\/[^/]{1,80}\.php$/, '$1']],
  stacksGroups: true,
  middlewareOrder: 'all',
  notation: 'think',
  trailingSlash,
};

const webmanVerbs: Record<string, Verb> = {
  ...verbs,
  add: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2, gives: 'route' },
  group: { does: 'group', prefix: 0, callback: -1 },
  middleware: { does: 'middleware', keeps: 'all' },
  fallback: { does: 'nothing' },
  disableDefaultRoute: { does: 'nothing' },
  ...same('name setParams'),
};

export const webman: RouterRule = {
  id: 'webman',
  name: 'webman',
  languages,
  packages: ['Webman\\Route'],
  creates: [],
  verbs: webmanVerbs,
  globals: webmanVerbs,
  stacksGroups: true,
  middlewareOrder: 'all',
  notation: 'braces',
  trailingSlash,
};

const hyperfVerbs: Record<string, Verb> = {
  ...verbs,
  addRoute: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2 },
  addGroup: { does: 'group', prefix: 0, callback: 1 },
  addServer: { does: 'group', callback: 1 },
};

export const hyperf: RouterRule = {
  id: 'hyperf',
  name: 'Hyperf',
  languages,
  packages: ['Hyperf\\HttpServer\\Router\\Router'],
  creates: [],
  verbs: hyperfVerbs,
  globals: hyperfVerbs,
  stacksGroups: true,
  notation: 'braces',
  trailingSlash,
};

const utopiaVerbs: Record<string, Verb> = {
  ...httpVerbs('get post put patch delete', { path: 0, handler: 'none', gives: 'route' }),
  ...same('desc groups label param inject action callback'),
};

/** `Http::post('/v1/orders')->desc('…')->action(function () { … })`. */
export const utopia: RouterRule = {
  id: 'utopia',
  name: 'Utopia',
  languages,
  packages: ['Utopia\\Http\\Http', 'Utopia\\Http', 'Utopia\\App'],
  creates: [],
  verbs: utopiaVerbs,
  globals: utopiaVerbs,
  notation: 'colon',
  trailingSlash,
};
