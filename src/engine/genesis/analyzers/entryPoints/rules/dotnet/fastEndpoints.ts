import type { RouterRule, Verb } from '../routerRule';

const special = (name: string): Verb => ({ does: 'special', special: name });

/** One class for each endpoint, whose method `Configure` says where it lies; groups are classes too. */
export const fastEndpoints: RouterRule = {
  id: 'fastEndpoints',
  name: 'FastEndpoints',
  languages: ['csharp'],
  packages: ['FastEndpoints'],
  unimported: ['Ep'],
  creates: [],
  bases: [
    'Endpoint',
    'EndpointWithoutRequest',
    'EndpointWithMapping',
    'EndpointWithMapper',
    'Group',
    'SubGroup',
    ...['Req', 'NoReq', 'Req.Res', 'Req.NoRes', 'NoReq.Res', 'NoReq.NoRes', 'Req.Res.Map', 'NoReq.Res.Map'].map(
      (path) => `Ep.${path}`,
    ),
  ],
  filledBy: ['Configure'],
  bare: true,
  verbs: {
    ...Object.fromEntries(
      ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head'].map((verb) => [verb, special('fastRoute')]),
    ),
    Verbs: { does: 'methods' },
    Routes: special('fastRoute'),
    Group: special('fastGroup'),
    Configure: special('fastConfigure'),
    Version: special('fastVersion'),
    RoutePrefixOverride: special('fastOverride'),
    Policies: { does: 'middleware', keeps: 'all' },
    Roles: { does: 'middleware', keeps: 'all' },
    AllowAnonymous: { does: 'nothing' },
  },
  middlewareOrder: 'all',
  notation: 'braces',
  trailingSlash: 'drop',
};
