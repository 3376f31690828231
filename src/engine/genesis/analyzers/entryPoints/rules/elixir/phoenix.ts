import type { RouterRule, Verb } from '../routerRule';

const special = (name: string): Verb => ({ does: 'special', special: name });

const words = ['get', 'post', 'put', 'patch', 'delete', 'options', 'head', 'connect', 'trace'];

export const phoenix: RouterRule = {
  id: 'phoenix',
  name: 'Phoenix',
  languages: ['elixir'],
  packages: ['phoenix'],
  creates: [],
  bases: ['Phoenix.Router', 'Phoenix.Endpoint'],
  bare: true,
  verbs: {
    ...Object.fromEntries(words.map((verb) => [verb, special('phoenixRoute')])),
    match: special('phoenixMatch'),
    live: special('phoenixLive'),
    resources: special('phoenixResources'),
    scope: special('phoenixScope'),
    live_session: { does: 'group', callback: '&' },
    pipe_through: { does: 'special', special: 'phoenixPipeThrough' },
    forward: special('phoenixForward'),
    socket: { does: 'route', methods: 'WS', path: 0, handler: 1 },
    live_dashboard: { does: 'route', methods: 'GET', path: 0, handler: 'none', declared: 'implied' },
    pipeline: { does: 'nothing' },
    plug: { does: 'nothing' },
  },
  notation: 'colon',
  trailingSlash: 'drop',
};

export const plugRouter: RouterRule = {
  id: 'plug',
  name: 'Plug',
  languages: ['elixir'],
  packages: ['plug'],
  creates: [],
  bases: ['Plug.Router'],
  bare: true,
  verbs: {
    ...Object.fromEntries(words.map((verb) => [verb, special('phoenixRoute')])),
    match: special('plugMatch'),
    forward: special('phoenixForward'),
    plug: { does: 'nothing' },
  },
  notation: 'colon',
  trailingSlash: 'drop',
};
