import { checkPrefixes, checkRoutes } from './checkRoutes';

describe('routes of plug-ins of JavaScript', () => {
  it('lie where a hook of that name hands what adds them', () =>
    checkRoutes(
      {
        'server/router.js': `const koaRouter = require('koa-router');
const { createAction } = require('./commons.js');
const shop = require('./shop.js');
const router = koaRouter();
function addPluginRouter(config) {
  if (!config.path || !config.controller) throw new Error('incomplete');
  const method = config.method || 'GET';
  createAction(router, '/api', config.controller, config.action, (config.prefix || '') + '/plugin/' + config.path, method);
}
shop.emitHookSync('add_router', addPluginRouter);
router.get('/status', status);
module.exports = router;
`,
        'server/commons.js': `exports.createAction = (router, base, controller, action, path, method) => {
  router[method](base + path, async (ctx) => {
    const made = new controller(ctx);
    await made[action](ctx);
  });
};
`,
        'plugins/export/server.js': `const exportController = require('./controller');
module.exports = function () {
  this.bindHook('add_router', function (addRouter) {
    addRouter({ controller: exportController, method: 'get', path: 'export', action: 'all' });
    addRouter({
      controller: exportController,
      method: 'post',
      path: 'import',
      action: 'one',
    });
    addRouter({ controller: exportController, method: 'get', prefix: '/open', path: 'feed', action: 'feed' });
  });
  this.bindHook('order_removed', async function (id) {
    await exportController.forget(id);
  });
};
`,
        'plugins/export/controller.js':
          'class ExportController {\n  async all(ctx) {}\n}\nmodule.exports = ExportController;\n',
      },
      ['GET /status', 'GET /api/plugin/export', 'POST /api/plugin/import', 'GET /api/open/plugin/feed'],
    ));
});

describe('routers of Express that are not put anywhere by their own name', () => {
  const wired = (name: string, kept: string): Record<string, string> => ({
    'app.js': `const express = require('express');
const ctx = require('./context')();
const app = express();
app.use('/api', require('./api')(ctx));
app.listen(3000);
`,
    'api.js': `const express = require('express');
module.exports = function create(ctx) {
  const api = express();
  api.use('/people', ctx.${name});
  api.get('/version', version);
  return api;
};
`,
    'endpoints.js': `const express = require('express');
module.exports = function create() {
  const people = express();
  people.get('/:id', show);
  return people;
};
`,
    'context.js': kept,
  });

  it('lie where a member is used under which one of them is kept', () =>
    checkRoutes(
      wired(
        'router',
        `const express = require('express');
module.exports = function create() {
  const ctx = {};
  ctx.json = express.json();
  ctx.router = require('./endpoints')();
  return ctx;
};
`,
      ),
      ['GET /api/version', 'GET /api/people/{id}'],
    ));

  it('lie below a path that is not told where what keeps it is not seen', () =>
    checkPrefixes(wired('endpoints', 'module.exports = () => load();\n'), ['GET /api/version', 'GET …/{id}']));

  it('say their whole paths where one stands in the place of a handler', () =>
    checkRoutes(
      {
        'app.js': `const express = require('express');
const api = express();
const orders = express.Router();
orders.get('/orders/open', open);
api.all('/orders*', orders);
const app = express();
app.use('/v1', api);
app.listen(3000);
`,
      },
      ['GET /v1/orders/open'],
    ));

  it('hold what a package calls a function for, once for each', () =>
    checkRoutes(
      {
        'app.js': `const express = require('express');
const _ = require('lodash');
const app = express();
const tables = { a: '/a', b: '/b' };
_.each(tables, (path) => {
  app.get(path, list);
});
`,
      },
      ['GET /a', 'GET /b'],
    ));
});
