import { fastEndpoints } from './dotnet/fastEndpoints';
import { minimalApi } from './dotnet/minimalApi';
import { phoenix, plugRouter } from './elixir/phoenix';
import { bunrouter, goRestful, goZero, huma } from './go/describedRoutes';
import { echo, fasthttpRouter, fiber, gin, hertz, httprouter, iris } from './go/gin';
import { flamego, macaron } from './go/macaron';
import { chi, gorilla, netHttp } from './go/netHttp';
import { beego, buffalo, pocketBase, prometheusRoute, routegroup } from './go/smallRouters';
import { adonis } from './javascript/adonis';
import { encore, feathers, tsRest } from './javascript/contracts';
import { egg } from './javascript/egg';
import { elysia } from './javascript/elysia';
import { express } from './javascript/express';
import { fastify } from './javascript/fastify';
import { hapi } from './javascript/hapi';
import { hono } from './javascript/hono';
import { koa } from './javascript/koa';
import { reactRouter } from './javascript/reactRouter';
import { bun, h3, ittyRouter, meteor, nextConnect, resourceJs, restify } from './javascript/smallRouters';
import { guice } from './jvm/guice';
import { helidon } from './jvm/helidon';
import { javalin } from './jvm/javalin';
import { http4k, springDsl } from './jvm/kotlinDsl';
import { ktor } from './jvm/ktor';
import { armeria, jdkServer, jooby, ratpack, undertow } from './jvm/smallServers';
import { spark } from './jvm/spark';
import { springFunctional } from './jvm/springFunctional';
import { springSockets } from './jvm/springSockets';
import { vertx } from './jvm/vertx';
import { hyperf, thinkPhp, utopia, webman } from './php/facades';
import { flarum } from './php/flarum';
import { laravel, laravelAuth } from './php/laravel';
import { fastRoute, flight, mezzio, phalcon } from './php/smallRouters';
import { cakePhp, codeIgniter, slim, wordPress } from './php/smallServers';
import { django, djangoRegexp, djangoRest } from './python/django';
import { fastApi, starlette } from './python/fastApi';
import { flask, flaskJsonApi, flaskRestful, flaskSock } from './python/flask';
import { litestar } from './python/litestar';
import { pyramid } from './python/pyramid';
import { aiohttp, bottle, cherryPy, falcon, ninja, robyn, sanic, tornado } from './python/smallServers';
import type { RouterRule } from './routerRule';
import { rails } from './ruby/rails';
import { roda } from './ruby/roda';
import { grape, hanami, rack, sinatra } from './ruby/smallServers';
import { actix, rocket } from './rust/actix';
import { axum } from './rust/axum';
import { gotham, poemOpenApi, tide } from './rust/furtherServers';
import { dropshot, loco, poem, salvo } from './rust/smallServers';
import { warp } from './rust/warp';
import { hummingbird } from './swift/hummingbird';
import { vapor } from './swift/vapor';

/** All frameworks whose routes are registered on router values. */
export const routerRules: readonly RouterRule[] = [
  express,
  koa,
  egg,
  fastify,
  hono,
  elysia,
  encore,
  tsRest,
  feathers,
  hapi,
  adonis,
  restify,
  resourceJs,
  ittyRouter,
  nextConnect,
  meteor,
  h3,
  bun,
  reactRouter,
  flask,
  flaskRestful,
  flaskJsonApi,
  flaskSock,
  fastApi,
  starlette,
  django,
  djangoRegexp,
  djangoRest,
  litestar,
  ninja,
  sanic,
  bottle,
  aiohttp,
  tornado,
  falcon,
  robyn,
  pyramid,
  cherryPy,
  minimalApi,
  fastEndpoints,
  gin,
  hertz,
  echo,
  fiber,
  httprouter,
  fasthttpRouter,
  iris,
  routegroup,
  prometheusRoute,
  pocketBase,
  beego,
  buffalo,
  macaron,
  flamego,
  goZero,
  huma,
  goRestful,
  bunrouter,
  netHttp,
  gorilla,
  chi,
  axum,
  actix,
  rocket,
  poem,
  salvo,
  loco,
  dropshot,
  poemOpenApi,
  tide,
  gotham,
  warp,
  laravel,
  laravelAuth,
  thinkPhp,
  webman,
  hyperf,
  utopia,
  slim,
  codeIgniter,
  cakePhp,
  wordPress,
  mezzio,
  flight,
  flarum,
  fastRoute,
  phalcon,
  rails,
  sinatra,
  rack,
  grape,
  roda,
  hanami,
  ktor,
  javalin,
  guice,
  spark,
  vertx,
  springFunctional,
  springDsl,
  springSockets,
  http4k,
  helidon,
  armeria,
  jooby,
  ratpack,
  undertow,
  jdkServer,
  phoenix,
  plugRouter,
  vapor,
  hummingbird,
];
