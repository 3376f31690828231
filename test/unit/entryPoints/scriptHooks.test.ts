import { checkRoutes } from './checkRoutes';

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
