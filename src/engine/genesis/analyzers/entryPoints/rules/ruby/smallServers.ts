import { httpVerbs } from '../httpVerbs';
import type { RouterRule, Verb } from '../routerRule';

const languages = ['ruby'] as const;

const sinatraVerbs: Record<string, Verb> = {
  ...httpVerbs('get post put patch delete head options', { path: 0, handler: 'none', pathOptional: true }),
  namespace: { does: 'group', prefix: 0, callback: '&' },
  route: { does: 'special', special: 'sinatraRoute' },
  use: { does: 'mount' },
};

export const sinatra: RouterRule = {
  id: 'sinatra',
  name: 'Sinatra',
  languages,
  packages: ['sinatra'],
  creates: [],
  bare: true,
  bases: ['Sinatra.Base', 'Sinatra.Application'],
  topLevel: ['sinatra'],
  verbs: sinatraVerbs,
  notation: 'colon',
  trailingSlash: 'drop',
};

/** What stands in files like `config.ru`. */
export const rack: RouterRule = {
  id: 'rack',
  name: 'Rack',
  languages,
  packages: ['rack'],
  unimported: ['Rack'],
  creates: [
    { name: 'URLMap.new', fills: { does: 'special', special: 'rackMap' } },
    { name: 'Cascade.new', fills: { does: 'special', special: 'rackMap' } },
    { name: 'Builder.new', fills: { does: 'group', callback: '&' } },
    { name: 'Builder.app', fills: { does: 'group', callback: '&' } },
  ],
  bare: true,
  verbs: {
    map: { does: 'group', prefix: 0, callback: '&' },
    run: { does: 'special', special: 'rackRun' },
  },
  defaultRouter: 'file',
  notation: 'colon',
  trailingSlash: 'drop',
};

export const grape: RouterRule = {
  id: 'grape',
  name: 'Grape',
  languages,
  packages: ['grape'],
  creates: [],
  bare: true,
  bases: ['Grape.API', 'Grape.API.Instance'],
  verbs: {
    ...Object.fromEntries(
      ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'].map((verb): [string, Verb] => [
        verb,
        { does: 'special', special: 'grapeRoute' },
      ]),
    ),
    route: { does: 'special', special: 'grapeRouteMethods' },
    ...Object.fromEntries(
      ['namespace', 'resource', 'resources', 'group', 'segment'].map((verb): [string, Verb] => [
        verb,
        { does: 'group', prefix: 0, callback: '&' },
      ]),
    ),
    route_param: { does: 'special', special: 'grapeParam' },
    prefix: { does: 'prefix', at: 0 },
    version: { does: 'special', special: 'grapeVersion' },
    mount: { does: 'special', special: 'railsMount' },
  },
  notation: 'colon',
  trailingSlash: 'drop',
};

export const hanami: RouterRule = {
  id: 'hanami',
  name: 'Hanami',
  languages,
  packages: ['hanami'],
  creates: [],
  bare: true,
  bases: ['Hanami.Routes'],
  verbs: {
    ...httpVerbs('get post put patch delete', { path: 0, handler: 'to' }),
    root: { does: 'route', methods: 'GET', handler: 'to' },
    scope: { does: 'group', prefix: 0, callback: '&' },
    slice: { does: 'group', prefix: 'at', callback: '&' },
  },
  notation: 'colon',
  trailingSlash: 'drop',
};
