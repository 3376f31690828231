import { checkPrefixes, checkRoutes } from './checkRoutes';

describe('branches of JavaScript and TypeScript that hang on what a function was handed', () => {
  it('a method puts a path together, longer unless it is told otherwise', () =>
    checkRoutes(
      {
        'src/base.ts': `export abstract class BaseRouter {
  protected routePath(name: string, own = true) {
    let route = '/' + name;
    own ? (route += '/:shop') : null;
    return route;
  }
}
`,
        'src/orders.ts': `import { Router } from 'express';
import { BaseRouter } from './base';
export class OrdersRouter extends BaseRouter {
  readonly router = Router();
  constructor() {
    super();
    this.router.get(this.routePath('list'), list).post(this.routePath('create', false), create);
  }
}
`,
        'src/app.ts': `import express from 'express';
import { OrdersRouter } from './orders';
const app = express();
app.use('/orders', new OrdersRouter().router);
`,
      },
      ['GET /orders/list/{shop} src/orders.ts:7', 'POST /orders/create src/orders.ts:7'],
      true,
    ));

  it('a parameter chooses the paths, and those that nothing chooses are all told', () =>
    checkRoutes(
      {
        'tags.js': `const { Router } = require('express');
module.exports = function tags(kind = 'global', options) {
  const router = Router();
  const prefix = kind === 'global' ? '' : '/:project/tags';
  router.get(\`\${prefix}/:tag\`, show);
  if (options) router.delete(\`\${prefix}/:tag\`, remove);
  if (kind !== 'global') {
    router.get(prefix, list);
  } else {
    router.put('/all', replace);
  }
  if (process.env.AUDIT) router.get('/audit', audit);
  return router;
};
`,
        'app.js': `const express = require('express');
const tags = require('./tags');
const app = express();
app.use('/tags', tags());
app.use('/projects', tags('project', { remove: true }));
`,
      },
      [
        'GET /tags/{tag} tags.js:5',
        'PUT /tags/all tags.js:10',
        'GET /tags/audit tags.js:12',
        'GET /projects/{project}/tags/{tag} tags.js:5',
        'DELETE /projects/{project}/tags/{tag} tags.js:6',
        'GET /projects/{project}/tags tags.js:8',
        'GET /projects/audit tags.js:12',
      ],
      true,
    ));

  it('a function is at its end where a branch that is gone through gives something back', () =>
    checkRoutes(
      {
        'app.js': `const express = require('express');
const app = express();
function versionPrefix(version) {
  if (version === 1) return '/v1';
  return '/v2';
}
function add(path, handler) {
  if (typeof path === 'function') {
    app.get('/', path);
    return;
  }
  app.get(path, handler);
}
app.use(versionPrefix(1), require('./users'));
app.use(versionPrefix(2), require('./users'));
add(index);
add('/health', health);
`,
        'users.js': `const router = require('express').Router();
router.get('/users', list);
module.exports = router;
`,
      },
      ['GET /v1/users users.js:2', 'GET /v2/users users.js:2', 'GET /health app.js:17', 'GET / app.js:9'],
      true,
    ));

  it('what is handed over and not known leaves both sides', () =>
    checkRoutes(
      {
        'app.js': `const express = require('express');
const settings = require('settings');
function build(isPrivate = false) {
  const app = express();
  if (isPrivate) app.get('/private', inside);
  else app.get('/public', outside);
  return app;
}
build(settings.isPrivate).listen(80);
`,
      },
      ['GET /private app.js:5', 'GET /public app.js:6'],
      true,
    ));

  it('a router of which a branch says another prefix has none that is known', () =>
    checkPrefixes(
      {
        'src/make.ts': `import { Hono } from 'hono';
import { getRuntimeKey } from 'hono/adapter';
export function make(name: string) {
  let app;
  if (getRuntimeKey() === 'deno') app = new Hono().basePath(\`/\${name}\`);
  else app = new Hono();
  return app;
}
`,
        'src/users.ts': `import { make } from './make';
const app = make('users');
app.get('/all', list);
export default app;
`,
      },
      ['GET …/all'],
    ));
});
