import { checkPrefixes, checkRoutes } from './checkRoutes';

describe('routes of JavaScript and TypeScript that cross files', () => {
  it('tables of routes go through a helper that chooses the verb', () =>
    checkRoutes(
      {
        'server/router.js': `const koaRouter = require('koa-router');
const users = require('./controllers/users.js');
const { createAction } = require('./commons.js');

const router = koaRouter();

const controllers = {
  user: { prefix: '/user/', controller: users },
  group: { prefix: '/group/', controller: users }
};

const table = {
  user: [
    { action: 'list', path: 'list', method: 'get' },
    {
      action: 'login',
      path: 'login',
      method: 'post'
    }
  ],
  group: [{ action: 'remove', path: 'del', method: 'DELETE' }]
};

for (let name in table) {
  let actions = table[name];
  actions.forEach(item => {
    let path = controllers[name].prefix + item.path;
    createAction(router, '/api', controllers[name].controller, item.action, path, item.method);
  });
}

module.exports = router;
`,
        'server/commons.js': `exports.createAction = (router, base, controller, action, path, method) => {
  router[method](base + path, async ctx => {
    const made = new controller(ctx);
    await made[action](ctx);
  });
};
`,
        'server/controllers/users.js': 'module.exports = class Users {};\n',
      },
      [
        'GET /api/user/list server/router.js:14',
        'POST /api/user/login server/router.js:17',
        'DELETE /api/group/del server/router.js:21',
      ],
      true,
    ));

  it('what a module gives back for an application, and what it is handed routers of other places by', () =>
    checkPrefixes(
      {
        'src/plugins/webapps.ts': `import { Application } from 'express'
interface WebappsApp extends Application { config: Config }
function mountApis(app: WebappsApp): void {
  app.get('/apps', (req, res) => res.json(1))
}
module.exports = (app: WebappsApp) => {
  return {
    start() {
      mountApis(app)
      app.post('/apps/:id', (req, res) => res.json(1))
    },
    stop() {}
  }
}
`,
        'src/modules/launchpad.js': `export default {
  apply(webRouter) {
    webRouter.get('/launchpad', Controller.page)
  },
}
`,
      },
      ['GET /apps', 'POST /apps/{id}', 'GET …/launchpad'],
    ));

  it('a loop over all that a module exports puts each of it below its path', () =>
    checkRoutes(
      {
        'src/app.ts': `import express from 'express'
import * as apiRoutes from './api'
const app = express()
for (const route of Object.values(apiRoutes)) app.use('/api' + route.path, route.router)
app.listen(3000)
`,
        'src/api/index.ts': "export { txRoute } from './tx'\nexport * from './block'\n",
        'src/api/tx.ts': `import express from 'express'
const router = express.Router()
router.get('/:txId', send)
export const txRoute = { router, path: '/tx' }
`,
        'src/api/block.ts': `import express from 'express'
const router = express.Router()
router.get('/tip', send)
export const blockRoute = { router, path: '/block' }
`,
      },
      ['GET /api/tx/{txId}', 'GET /api/block/tip'],
    ));

  it('the router of AdonisJS 4 is asked for by its name', () =>
    checkRoutes(
      {
        'start/routes.js': `const Route = use('Route');
Route.group(() => {
  Route.get('me', 'UserController.me').middleware('auth');
  Route.resource('posts', 'PostController').apiOnly().only(['index']);
}).prefix('v1');
Route.on('/').render('home');
Route.get('health', ({ response }) => response.send('ok'));
`,
      },
      ['GET /', 'GET /v1/me', 'GET /v1/posts', 'GET /health'],
    ));

  it('plug-ins come from a module that hands on whole others, and their verbs have types', () =>
    checkRoutes(
      {
        'src/app.ts': `import fastify from 'fastify'
import { routes } from './http'

const app = fastify()
app.register(routes.cdn, { prefix: 'cdn' })
app.register(routes.tenants, { prefix: 'tenants' })
`,
        'src/http/index.ts': "export * as routes from './routes'\n",
        'src/http/routes/index.ts': "export * from './admin'\nexport { default as cdn } from './cdn'\n",
        'src/http/routes/admin/index.ts': "export { default as tenants } from './tenants'\n",
        'src/http/routes/admin/tenants.ts': `import { FastifyInstance } from 'fastify'

export default async function routes(fastify: FastifyInstance) {
  fastify.get('/:tenantId', async () => ({}))
}
`,
        'src/http/routes/cdn.ts': `import { FastifyInstance } from 'fastify'

interface Purge { Params: { bucketName: string } }

export default async function plugIn(fastify: FastifyInstance) {
  const summary = '${'Purges what the network keeps of a bucket. '.repeat(12)}'
  fastify.delete<Purge>('/:bucketName', { schema: { summary } }, async () => ({}))
}
`,
      },
      ['DELETE /cdn/{bucketName}', 'GET /tenants/{tenantId}'],
    ));

  it('controllers that extend one of the project register through its methods, below the place where they are made', () =>
    checkRoutes(
      {
        'src/app.ts': `import express from 'express';
import { Index } from './index.js';

export function getApp(config) {
  const app = express();
  app.use('/v1', new Index(config).router);
  return app;
}
`,
        'src/index.ts': `import Controller from './controller.js';
import { Tags } from './tags.js';

export class Index extends Controller {
  constructor(config) {
    super(config);
    this.use('/tags', new Tags(config).router);
  }
}
`,
        'src/controller.ts': `import { type IRouter, Router } from 'express';

export default class Controller {
  app: IRouter;

  constructor(config) {
    this.app = Router();
  }

  route(options): void {
    this.app[options.method](options.path, check(options.permission), this.wrap(options.handler.bind(this)));
  }

  get(path: string, handler): void {
    this.route({ method: 'get', path, handler });
  }

  use(path: string, router: IRouter): void {
    this.app.use(path, router);
  }

  get router(): IRouter {
    return this.app;
  }
}
`,
        'src/tags.ts': `import Controller from './controller.js';

export class Tags extends Controller {
  constructor(config) {
    super(config);
    this.get('/:id', this.show);
    this.route({
      method: 'post',
      path: '',
      handler: this.create,
    });
  }

  show(req, res) {
    res.json({});
  }

  unused(req, res) {
    res.json({});
  }
}
`,
      },
      ['GET /v1/tags/{id} src/tags.ts:6', 'POST /v1/tags src/tags.ts:9'],
      true,
    ));

  it('a base path that only the configuration knows is not told in front of a version', () =>
    checkRoutes(
      {
        'src/main.ts': `import { NestFactory } from '@nestjs/core';
import { VersioningType } from '@nestjs/common';
import { CONTEXT_PATH } from './config';

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.enableVersioning({ type: VersioningType.URI, prefix: \`\${CONTEXT_PATH}v\`, defaultVersion: '1' });
}
`,
        'src/config.ts': "export const CONTEXT_PATH = contextPathOf('API');\n",
        'src/users.controller.ts': `import { Controller, Get } from '@nestjs/common';

@Controller('users')
export class UsersController {
  @Get('me')
  me() {
    return {};
  }
}
`,
      },
      ['GET /v1/users/me'],
    ));

  it('what nothing waits for is called all the same', () =>
    checkRoutes(
      {
        'src/server.ts': `import fastify from 'fastify';
import articles from './articles';

const server = fastify();
void server.register(articles, { prefix: '/articles' });
`,
        'src/articles.ts': `export default async function (server) {
  server.get('/:slug', async () => ({}));
}
`,
      },
      ['GET /articles/{slug}'],
    ));

  it('a folder with the settings of a framework is an application of it', () =>
    checkRoutes(
      {
        'apps/base/package.json': '{ "dependencies": { "nuxt": "4.0.0" } }',
        'apps/shop/package.json': '{ "name": "shop" }',
        'apps/shop/nuxt.config.ts': "export default defineNuxtConfig({ extends: '../base' });\n",
        'apps/shop/server/api/orders/[id].put.ts': 'export default defineEventHandler(() => ({}));\n',
        'packages/cli/templates/shop/nuxt.config.ts': 'export default defineNuxtConfig({});\n',
        'packages/cli/templates/shop/server/api/copied.ts': 'export default defineEventHandler(() => ({}));\n',
      },
      ['PUT /api/orders/{id}'],
    ));

  it('a route of a table stands in its row, whatever goes over the table', () =>
    checkRoutes(
      {
        'app.js': `import express from 'express';
const app = express();
const table = [
  ['get', '/orders', orders],
  [
    'post',
    '/sums',
    sums,
  ],
];
for (const [verb, path, handler] of table) app[verb]('/api' + path, handler);
const pages = {
  '/about': about,
  '/terms': terms,
};
for (const [path, page] of Object.entries(pages)) app.get(path, page);
`,
      },
      ['GET /api/orders app.js:4', 'POST /api/sums app.js:6', 'GET /about app.js:13', 'GET /terms app.js:14'],
      true,
    ));

  it('a part of a path that may be missing makes two routes', () =>
    checkRoutes(
      {
        'app.js': `import express from 'express';
const app = express();
app.get('/pads/:pad{/:rev}/export', pad);
app.get('/files{/*path}', files);
`,
      },
      ['GET /pads/{pad}/export', 'GET /pads/{pad}/{rev}/export', 'GET /files/{path*}'],
    ));

  it('paths below each other stand each in its line', () =>
    checkRoutes(
      {
        'app.js': `import express from 'express';
const app = express();
const pages = [
  '/about',
  '/terms',
];
pages.forEach((page) => app.get(page, show));
app.get([
  '/a',
  '/b',
], other);
`,
      },
      ['GET /about app.js:4', 'GET /terms app.js:5', 'GET /a app.js:9', 'GET /b app.js:10'],
      true,
    ));
});
