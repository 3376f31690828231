import { checkRoutes } from './checkRoutes';

describe('helpers and classes of scripts that register routes for others', () => {
  it('a module fills what it exports under another name, and takes its arguments as one list', () =>
    checkRoutes(
      {
        'helpers.js': `const helpers = module.exports;
helpers.setupPage = function (...args) {
  const [router, name] = args;
  const controller = args[args.length - 1];
  router.get(name, helpers.wrap(controller));
};
helpers.setupApi = function (...args) {
  const [router, verb, name] = args;
  router[verb](name, helpers.wrap(args[args.length - 1]));
};
helpers.wrap = (controller) => controller;
`,
        'users.js': `const router = require('express').Router();
const { setupApi } = require('./helpers');
module.exports = function () {
  setupApi(router, 'get', '/', list);
  setupApi(router, 'put', '/:id', update);
  return router;
};
`,
        'write.js': `const Write = module.exports;
Write.reload = async (params) => {
  const { router } = params;
  router.use('/api/users', require('./users')());
};
`,
        'app.js': `const express = require('express');
const helpers = require('./helpers');
const app = express();
helpers.setupPage(app, '/login', login);
require('./write').reload({ router: app });
`,
      },
      ['GET /login app.js:4', 'GET /api/users users.js:4', 'PUT /api/users/{id} users.js:5'],
      true,
    ));

  it('a class keeps its routes in a list that its base registers later', () =>
    checkRoutes(
      {
        'base.js': `import express from 'express';
export default class ListRouter {
  constructor(routes = []) {
    this.routes = routes;
    this.mountRoutes();
  }
  mountRoutes() {}
  route(method, path, ...handlers) {
    this.routes.push({ path: path, method: method, handler: handlers[0] });
  }
  mountOnto(target) {
    this.routes.forEach(route => {
      const method = route.method.toLowerCase();
      target[method].call(target, route.path, wrap(route.handler));
    });
    return target;
  }
  asRouter() {
    return this.mountOnto(express.Router());
  }
}
`,
        'orders.js': `import ListRouter from './base';
export class OrdersRouter extends ListRouter {
  mountRoutes() {
    this.route('GET', '/orders', req => this.find(req));
    this.route('POST', '/orders', req => this.create(req));
  }
}
`,
        'drafts.js': `import { OrdersRouter } from './orders';
export class DraftsRouter extends OrdersRouter {
  mountRoutes() {
    this.route('GET', '/drafts', req => this.find(req));
  }
}
`,
        'app.js': `import express from 'express';
import ListRouter from './base';
import { OrdersRouter } from './orders';
import { DraftsRouter } from './drafts';
const routers = [new OrdersRouter(), new DraftsRouter()];
const routes = routers.reduce((all, router) => all.concat(router.routes), []);
const app = express();
app.use('/api', new ListRouter(routes).asRouter());
`,
      },
      ['GET /api/orders orders.js:4', 'POST /api/orders orders.js:5', 'GET /api/drafts drafts.js:4'],
      true,
    ));

  it('files that only describe a route are read, and plug-ins that a list names only perhaps', () =>
    checkRoutes(
      {
        'server.js': `const Hapi = require('@hapi/hapi');
const settings = require('settings');
const server = new Hapi.Server();
async function registerAll() {
  const plugins = ['banners'];
  if (settings.reports) {
    plugins.push('reports');
  }
  return plugins.map(async name => {
    await server.register({ plugin: require(\`./plugins/\${name}\`), routes: { prefix: '/v4' } });
  });
}
registerAll();
`,
        'plugins/banners/index.js': `const createRoute = require('./create');
module.exports = {
  name: 'banners',
  async register(server) {
    server.route([createRoute()]);
  }
};
`,
        'plugins/banners/create.js': `module.exports = () => ({
  method: 'POST',
  path: '/banners',
  options: {
    handler: async (request, h) => h.response(await request.server.app.banners.create(request.payload))
  }
});
`,
        'plugins/reports/index.js': `module.exports = {
  name: 'reports',
  async register(server) {
    server.route({ method: 'GET', path: '/reports', handler: list });
  }
};
`,
      },
      ['POST /v4/banners plugins/banners/create.js:3', 'GET /v4/reports plugins/reports/index.js:4'],
      true,
    ));
});

describe('routers of scripts that getters give', () => {
  it('lie where they are used: those of objects, of classes, and of objects that are written out', () =>
    checkRoutes(
      {
        'app.ts': `import express, { Router } from 'express';
import shop from './shop';
class Users {
  private readonly own = Router();
  constructor() {
    this.own.get('/:id', show);
  }
  get router(): Router {
    return this.own;
  }
}
class Orders {
  static get routes() {
    const router = Router();
    router.get('/all', list);
    return router;
  }
}
const app = express();
app.use('/users', new Users().router);
app.use('/orders', Orders.routes);
app.use('/shop', shop.router);
`,
        'shop.ts': `import { Router } from 'express';
export default {
  get router() {
    const router = Router();
    router.post('/buy', buy);
    return router;
  },
};
`,
      },
      ['GET /users/{id}', 'GET /orders/all', 'POST /shop/buy'],
    ));
});
