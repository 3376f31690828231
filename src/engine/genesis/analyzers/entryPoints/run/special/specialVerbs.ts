import { areaRoute, controllerRoute, requireAuthorization } from './aspNet';
import { djangoInclude, djangoPath } from './django';
import { drfExtend, drfNestedRouter, drfRegister, drfRouter } from './djangoRest';
import { routerDependencies } from './fastApi';
import { fastifyHook, fastifyRegister } from './fastify';
import {
  flaskAddNamespace,
  flaskApi,
  flaskInitApp,
  flaskNamespace,
  flaskResource,
  flaskRoute,
  flaskSubNamespace,
} from './flask';
import { goHandle, gorillaHandler, gorillaMethods, gorillaPath, goStripPrefix } from './go';
import {
  laravelAuthRoutes,
  laravelController,
  laravelGroup,
  laravelMiddleware,
  laravelPrefix,
  laravelWithRouting,
} from './laravel';
import {
  apiOnly,
  laravelApiResource,
  laravelApiResources,
  laravelParameters,
  laravelResource,
  laravelResources,
  laravelShallow,
  laravelSingleton,
} from './laravelResource';
import { nestGlobalPrefix, nestRouterModule, nestVersioning } from './nest';
import { applyRoutes, hapiRegister, reactRoute, routesMap } from './nodeServers';
import { cakePrefix, cakeResources, codeIgniterResource, wordPressRoute } from './phpServers';
import { ninjaRouter, tornadoHandlers } from './pythonServers';
import {
  railsCollection,
  railsConcern,
  railsConcerns,
  railsController,
  railsMatch,
  railsMember,
  railsNamespace,
  railsNested,
  railsNew,
  railsRoot,
  railsRoute,
  railsScope,
  railsShallow,
} from './rails';
import { railsDevise, railsDraw, railsMount } from './railsFiles';
import { railsResource, railsResources } from './railsResources';
import { grapeParam, grapeRoute, grapeRouteMethods, grapeVersion, sinatraRoute } from './rubyServers';
import { actixConfigure, actixRoute, actixTo, utoipaRoutes } from './rust';
import type { SpecialVerbCode } from './specialVerb';

/** By the name in the rules. */
export const specialVerbs: Readonly<Record<string, SpecialVerbCode>> = {
  actixConfigure,
  actixRoute,
  actixTo,
  apiOnly,
  applyRoutes,
  areaRoute,
  cakePrefix,
  cakeResources,
  codeIgniterResource,
  controllerRoute,
  djangoInclude,
  djangoPath,
  drfExtend,
  drfNestedRouter,
  drfRegister,
  drfRouter,
  fastifyHook,
  fastifyRegister,
  flaskAddNamespace,
  flaskApi,
  flaskInitApp,
  flaskNamespace,
  flaskResource,
  flaskRoute,
  flaskSubNamespace,
  goHandle,
  goStripPrefix,
  gorillaHandler,
  gorillaMethods,
  gorillaPath,
  grapeParam,
  grapeRoute,
  grapeRouteMethods,
  grapeVersion,
  hapiRegister,
  laravelApiResource,
  laravelApiResources,
  laravelAuthRoutes,
  laravelController,
  laravelGroup,
  laravelMiddleware,
  laravelParameters,
  laravelPrefix,
  laravelResource,
  laravelResources,
  laravelShallow,
  laravelSingleton,
  laravelWithRouting,
  nestGlobalPrefix,
  nestRouterModule,
  nestVersioning,
  ninjaRouter,
  railsCollection,
  railsConcern,
  railsConcerns,
  railsController,
  railsDevise,
  railsDraw,
  railsMatch,
  railsMember,
  railsMount,
  railsNamespace,
  railsNested,
  railsNew,
  railsResource,
  railsResources,
  railsRoot,
  railsRoute,
  railsScope,
  railsShallow,
  reactRoute,
  requireAuthorization,
  routerDependencies,
  routesMap,
  sinatraRoute,
  tornadoHandlers,
  utoipaRoutes,
  wordPressRoute,
};
