import type { RouterRule } from '../routerRule';

/** Servlets of Guice: a module says in `configureServlets` which of them serves which paths. */
export const guice: RouterRule = {
  id: 'guice',
  name: 'Guice Servlet',
  languages: ['java'],
  packages: ['com.google.inject.servlet'],
  creates: [],
  bases: ['ServletModule'],
  filledBy: ['configureServlets'],
  bare: true,
  verbs: {
    serve: { does: 'special', special: 'guiceServe' },
    with: { does: 'special', special: 'guiceWith' },
    // What requests go through on their way is no route.
    filter: { does: 'nothing' },
  },
  notation: 'colon',
  trailingSlash: 'keep',
};
