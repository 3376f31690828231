import type { RouterRule, Verb } from '../routerRule';

const special = (name: string): Verb => ({ does: 'special', special: name });

/** A tree of blocks that a request walks down: each takes a part of the path or the method. */
export const roda: RouterRule = {
  id: 'roda',
  name: 'Roda',
  languages: ['ruby'],
  packages: ['roda'],
  creates: [],
  bare: true,
  bases: ['Roda'],
  verbs: {
    route: special('rodaRoute'),
    hash_branch: special('rodaRoute'),
    hash_branches: special('rodaSpace'),
    hash_routes: special('rodaSpace'),
    on: special('rodaOn'),
    is: special('rodaIs'),
    root: special('rodaVerb'),
    ...Object.fromEntries(
      ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'].map((verb) => [verb, special('rodaVerb')]),
    ),
    run: special('rackRun'),
  },
  stacksGroups: true,
  notation: 'braces',
  trailingSlash: 'drop',
};
