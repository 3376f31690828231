import { httpVerbs } from '../httpVerbs';
import type { RouterRule } from '../routerRule';

/** Vert.x Web: `router.get("/users").handler(this::list)`; what stands at `route("/api/*")` only lets requests through. */
export const vertx: RouterRule = {
  id: 'vertx',
  name: 'Vert.x Web',
  languages: ['java', 'kotlin'],
  packages: ['io.vertx.ext.web', 'io.vertx.rxjava.ext.web', 'io.vertx.rxjava3.ext.web', 'io.vertx.mutiny.ext.web'],
  creates: [{ name: 'Router.router' }],
  types: ['Router'],
  verbs: {
    ...httpVerbs('get post put patch delete head options', { path: 0, handler: 'none', gives: 'route' }),
    route: { does: 'special', special: 'vertxRoute' },
    handler: { does: 'special', special: 'vertxHandler' },
    blockingHandler: { does: 'special', special: 'vertxHandler' },
    respond: { does: 'special', special: 'vertxHandler' },
    method: { does: 'methods', at: 0 },
    path: { does: 'prefix', at: 0 },
    mountSubRouter: { does: 'mount', prefix: 0, what: 1 },
    subRouter: { does: 'mount', what: 0 },
    produces: { does: 'same' },
    consumes: { does: 'same' },
    failureHandler: { does: 'same' },
    order: { does: 'same' },
  },
  middlewareOrder: 'all',
  notation: 'colon',
  trailingSlash: 'drop',
};
