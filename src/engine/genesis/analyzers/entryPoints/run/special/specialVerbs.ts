import {
  apiRoute,
  areaFolder,
  areaRoute,
  controllerRoute,
  identityApi,
  mapControllers,
  requireAuthorization,
} from './aspNet';
import {
  phoenixForward,
  phoenixLive,
  phoenixMatch,
  phoenixPipeThrough,
  phoenixRoute,
  phoenixScope,
  plugMatch,
} from './elixir/phoenix';
import { phoenixResources } from './elixir/phoenixResources';
import { fastConfigure, fastGroup, fastOverride, fastRoute, fastVersion, useFastEndpoints } from './fastEndpoints';
import { beegoAuto, beegoInclude, beegoRouter } from './go/beego';
import { ginHandle, ginRoutes } from './go/gin';
import {
  goHandle,
  goMethodHandle,
  gorillaHandler,
  gorillaMatcher,
  gorillaMethods,
  gorillaName,
  gorillaNamed,
  gorillaPath,
  gorillaSubrouter,
  goServe,
  goStripPrefix,
} from './go/go';
import { goZeroRoutes, humaApi, humaGroup, humaRoute } from './go/goTables';
import { aroundGroup } from './go/macaron';
import { guiceServe, guiceWith } from './guice';
import { helidonRegister } from './helidon';
import { javalinCrud, javalinVerb } from './javalin';
import { encoreApi, feathersUse, tsRestContract } from './javascript/contracts';
import { fastifyHook, fastifyRegister } from './javascript/fastify';
import { nestGlobalPrefix, nestRouterModule, nestVersioning } from './javascript/nest';
import { applyRoutes, hapiRegister, honoApp, koaMount, reactRoute, routesMap } from './javascript/nodeServers';
import { eggResources, resourceActions, resourceRouter } from './javascript/resources';
import { joobyMount } from './jooby';
import { ktorAuthenticate, ktorHandle, ktorMethod, ktorRoute, ktorVerb } from './ktor';
import { laravelCrud } from './php/backpack';
import { flarumSite } from './php/flarum';
import { flightRoute } from './php/flight';
import {
  laravelAttributeFolder,
  laravelAuthRoutes,
  laravelController,
  laravelGroup,
  laravelMiddleware,
  laravelPrefix,
  laravelWithRouting,
} from './php/laravel';
import {
  apiOnly,
  laravelApiResource,
  laravelApiResources,
  laravelParameters,
  laravelResource,
  laravelResources,
  laravelShallow,
  laravelSingleton,
  shallowResource,
  thinkResource,
} from './php/laravelResource';
import { cakeFallback, cakePlugin, cakePrefix, cakeResources, codeIgniterResource } from './php/phpServers';
import { wordPressRoute } from './php/wordPress';
import { pythonVerbs } from './python/pythonVerbs';
import { railsDevise, railsDeviseToken } from './ruby/devise';
import { doorkeeperSkip, railsDoorkeeper, railsOpenIdConnect } from './ruby/doorkeeper';
import { railsExtend } from './ruby/mapperMethods';
import { rackMap, rackRun } from './ruby/rackRun';
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
  railsWithOptions,
} from './ruby/rails';
import { railsDraw, railsMount } from './ruby/railsFiles';
import { railsResource, railsResources } from './ruby/railsResources';
import { rodaIs, rodaOn, rodaRoute, rodaSpace, rodaVerb } from './ruby/roda';
import { grapeParam, grapeRoute, grapeRouteMethods, grapeVersion, sinatraRoute } from './ruby/rubyServers';
import { actixConfigure, actixRoute, actixTo, utoipaRoutes } from './rust';
import { warpAny, warpCombine, warpEnd, warpPath, warpServe, warpTail } from './rustFilters';
import { sparkRoute } from './spark';
import type { SpecialVerbCode } from './specialVerb';
import { springNest, springPredicate, springRoute } from './springFunctional';
import { typedVerbs } from './typedVerbs';
import { vaporGroup, vaporRegister, vaporRoute } from './vapor';
import { vertxHandler, vertxRoute } from './vertx';

/** By the name in the rules. */
export const specialVerbs: Readonly<Record<string, SpecialVerbCode>> = {
  ...typedVerbs,
  ...pythonVerbs,
  actixConfigure,
  actixRoute,
  actixTo,
  apiOnly,
  applyRoutes,
  apiRoute,
  areaFolder,
  areaRoute,
  cakePrefix,
  cakeFallback,
  cakePlugin,
  cakeResources,
  codeIgniterResource,
  controllerRoute,
  doorkeeperSkip,
  fastConfigure,
  fastGroup,
  fastOverride,
  fastRoute,
  fastVersion,
  fastifyHook,
  fastifyRegister,
  flarumSite,
  flightRoute,
  ginHandle,
  ginRoutes,
  goHandle,
  goMethodHandle,
  goServe,
  goStripPrefix,
  goZeroRoutes,
  gorillaHandler,
  gorillaMatcher,
  gorillaMethods,
  gorillaName,
  gorillaNamed,
  gorillaPath,
  gorillaSubrouter,
  grapeParam,
  grapeRoute,
  grapeRouteMethods,
  grapeVersion,
  hapiRegister,
  honoApp,
  humaApi,
  humaGroup,
  humaRoute,
  identityApi,
  eggResources,
  resourceActions,
  resourceRouter,
  koaMount,
  guiceServe,
  guiceWith,
  helidonRegister,
  javalinCrud,
  javalinVerb,
  ktorAuthenticate,
  ktorHandle,
  ktorMethod,
  ktorRoute,
  ktorVerb,
  laravelApiResource,
  laravelApiResources,
  laravelAttributeFolder,
  laravelAuthRoutes,
  laravelController,
  laravelCrud,
  laravelGroup,
  laravelMiddleware,
  laravelParameters,
  laravelPrefix,
  laravelResource,
  laravelResources,
  laravelShallow,
  laravelSingleton,
  shallowResource,
  thinkResource,
  laravelWithRouting,
  mapControllers,
  nestGlobalPrefix,
  nestRouterModule,
  nestVersioning,
  rackMap,
  rackRun,
  railsCollection,
  railsConcern,
  railsConcerns,
  railsController,
  railsDevise,
  railsDeviseToken,
  joobyMount,
  railsDoorkeeper,
  railsOpenIdConnect,
  railsDraw,
  railsExtend,
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
  railsWithOptions,
  railsShallow,
  reactRoute,
  rodaIs,
  rodaOn,
  rodaRoute,
  rodaSpace,
  rodaVerb,
  requireAuthorization,
  routesMap,
  sinatraRoute,
  sparkRoute,
  useFastEndpoints,
  utoipaRoutes,
  vaporGroup,
  vertxHandler,
  vertxRoute,
  vaporRegister,
  vaporRoute,
  wordPressRoute,
  phoenixForward,
  phoenixLive,
  phoenixMatch,
  phoenixPipeThrough,
  phoenixResources,
  phoenixRoute,
  phoenixScope,
  plugMatch,
  aroundGroup,
  encoreApi,
  feathersUse,
  tsRestContract,
  beegoRouter,
  beegoAuto,
  beegoInclude,
  springNest,
  springPredicate,
  springRoute,
  warpAny,
  warpCombine,
  warpEnd,
  warpPath,
  warpServe,
  warpTail,
};
