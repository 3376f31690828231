import { checkRoutes } from './checkRoutes';

describe('routes of JavaScript that a table, a promise or a pattern tells', () => {
  it('keys that say a method and a path, laid over an empty table that a loop goes over', () =>
    checkRoutes(
      {
        'api/index.js': `const express = require('express');
const { setupRoutes } = require('./setupRoutes');

const app = express();
app.use(setupRoutes());
`,
        'api/setupRoutes.js': `const express = require('express');
const getRoutes = require('./table');

function setupRoutes() {
  const router = express.Router();
  const routes = getRoutes();
  Object.keys(routes).forEach((key) => {
    const splitted = key.split(' ');
    const method = splitted[0];
    const path = splitted[1];
    const handlers = [];
    handlers.push(routes[key].controller);
    router[method](path, ...handlers);
  });
  return router;
}

module.exports = { setupRoutes };
`,
        'api/table.js': `const users = require('./users');

module.exports = function getRoutes() {
  const all = {};
  const own = {
    'get /api/users': { controller: users.list },
    'post /api/users': {
      controller: users.create,
    },
  };
  Object.assign(all, own);
  return all;
};
`,
        'api/users.js':
          'module.exports = { list: (req, res) => res.send("a"), create: (req, res) => res.send("b") };\n',
      },
      ['GET /api/users api/table.js:6', 'POST /api/users api/table.js:7'],
      true,
    ));

  it('a router that a promise gives is mounted where it is handed on', () =>
    checkRoutes(
      {
        'server.js': `import express from 'express';
import { init } from './styles.js';

const app = express();
init().then((sub) => {
  app.use('/styles', sub);
});
`,
        'styles.js': `import express from 'express';

export async function init() {
  const app = express();
  app.get('/:id.json', (req, res) => res.send('{}'));
  return app;
}
`,
      },
      ['GET /styles/{id}.json styles.js:5'],
      true,
    ));

  it('a group of a path without a name is a parameter, and one around a part that may be missing is none', () =>
    checkRoutes(
      {
        'server.js': `const Router = require('koa-router');
const Koa = require('koa');

const users = new Router();
users.get('/users(/:id)', (ctx) => { ctx.body = 1; });
const router = new Router();
router.use('/v([1-9]\\\\d*)', users.routes());
new Koa().use(router.routes());
`,
      },
      ['GET /v{arg1}/users/{id} server.js:5'],
      true,
    ));

  it('a version by default that is worked out stands in the paths of Nest', () =>
    checkRoutes(
      {
        'src/main.ts': `import { VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { latest } from 'versions-of-ours';

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: latest() });
  await app.listen(80);
}
bootstrap();
`,
        'src/users.controller.ts': `import { Controller, Get } from '@nestjs/common';

@Controller('users')
export class UsersController {
  @Get()
  all() {}
}
`,
      },
      ['GET /v{version}/users src/users.controller.ts:5'],
      true,
    ));

  it('contracts that controllers of Nest carry out lie below the prefix of the application', () =>
    checkRoutes(
      {
        'src/main.ts': `import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix('api');
  await app.listen(80);
}
bootstrap();
`,
        'src/contract.ts': `import { initContract } from '@ts-rest/core';

const c = initContract();
export const contract = c.router({ list: { method: 'GET', path: '/posts', responses: {} } });
`,
        'src/posts.controller.ts': `import { Controller } from '@nestjs/common';
import { TsRestHandler, tsRestHandler } from '@ts-rest/nest';
import { contract } from './contract';

@Controller()
export class PostsController {
  @TsRestHandler(contract)
  async handler() {
    return tsRestHandler(contract, {});
  }
}
`,
      },
      ['GET /api/posts src/contract.ts:4'],
      true,
    ));

  it('what a function makes of a description and a handler is registered by a loop over a list', () =>
    checkRoutes(
      {
        'src/server.ts': `import express from 'express';
import { orderRoutes } from './orders/routes';
const app = express();
orderRoutes.forEach((route) => {
  if (!route.method) return;
  const path = \`/\${route.version ?? 'v1'}\${route.path}\`;
  if (guards.length > 0) app[route.method](path, guards, route.handler);
  else app[route.method](path, route.handler);
});
app.listen(80);
`,
        'src/orders/routes.ts': `import { getOrder } from './getOrder';
import { addOrder } from './addOrder';
export const orderRoutes = [getOrder, addOrder];
`,
        'src/orders/getOrder.ts': `import { getOrderSpec } from './specs';
import { createRequestHandler } from '../handler';
export const getOrder = createRequestHandler(getOrderSpec)(async (request) => find(request.params.id));
`,
        'src/orders/addOrder.ts': `import { addOrderSpec } from './specs';
import { createRequestHandler } from '../handler';
export const addOrder = createRequestHandler(addOrderSpec)(async (request) => add(request.body));
`,
        'src/orders/specs.ts': `export const getOrderSpec = {
  summary: 'One order',
  method: 'get' as const,
  path: '/orders/:id',
};
export const addOrderSpec = {
  summary: 'A new order',
  method: 'post' as const,
  path: '/orders',
  version: 'v2',
};
`,
        'src/handler.ts': `export function createRequestHandler<P>(data: Spec<P>) {
  const { summary, method, path, version } = data;
  return (handler: (request: Request) => Promise<unknown>) => {
    const wrapped = async (request, response, next) => {
      try {
        response.json(await handler(request));
      } catch (error) {
        next(error);
      }
    };
    const route = { summary, method, path, version, handler: wrapped };
    return route;
  };
}
`,
      },
      ['GET /v1/orders/{id}', 'POST /v2/orders'],
    ));
});
