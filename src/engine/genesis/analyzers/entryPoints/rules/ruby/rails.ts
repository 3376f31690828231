import type { RouterRule, Verb } from '../routerRule';

const special = (name: string): Verb => ({ does: 'special', special: name });

export const rails: RouterRule = {
  id: 'rails',
  name: 'Rails',
  languages: ['ruby'],
  packages: ['rails'],
  creates: [],
  bare: true,
  verbs: {
    ...Object.fromEntries(
      ['get', 'post', 'put', 'patch', 'delete', 'options', 'head'].map((verb) => [verb, special('railsRoute')]),
    ),
    match: special('railsMatch'),
    root: special('railsRoot'),
    resources: special('railsResources'),
    resource: special('railsResource'),
    namespace: special('railsNamespace'),
    scope: special('railsScope'),
    with_options: special('railsWithOptions'),
    controller: special('railsController'),
    member: special('railsMember'),
    collection: special('railsCollection'),
    nested: special('railsNested'),
    new: special('railsNew'),
    concern: special('railsConcern'),
    concerns: special('railsConcerns'),
    mount: special('railsMount'),
    draw: special('railsDraw'),
    extend: special('railsExtend'),
    devise_for: special('railsDevise'),
    mount_devise_token_auth_for: special('railsDeviseToken'),
    use_doorkeeper: special('railsDoorkeeper'),
    use_doorkeeper_openid_connect: special('railsOpenIdConnect'),
    skip_controllers: special('doorkeeperSkip'),
    shallow: special('railsShallow'),
  },
  notation: 'rails',
  trailingSlash: 'drop',
};
