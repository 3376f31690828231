import { checkPrefixes } from './checkRoutes';

const controller = (imports: string, decorator: string, path = '/orders'): string => `${imports}

${decorator}
export class OrdersController {
  @Get('${path}')
  list() {}

  @Post('/')
  create() {}
}
`;

describe('decorators of scripts and what lies before them', () => {
  it('controllers by decorators of the project lie where nobody knows', () =>
    checkPrefixes(
      {
        'src/server.ts': `import express from 'express';
import { register } from './decorators';
const app = express();
register(app);
`,
        'src/orders.ts': controller(
          `import { Get, Post, RestController } from './decorators';`,
          `@RestController('/shop')`,
        ),
        'src/users.ts': controller(
          `import { Get, Post } from '@midwayjs/core';
import { CrudController } from 'crud-things';`,
          `@CrudController({ api: ['add'] })`,
          '/all',
        ),
        'src/client.ts': controller(`import { Get, Post, HttpService } from './http';`, `@HttpService('/remote')`),
      },
      ['GET …/shop/orders', 'POST …/shop', 'GET …/all', 'POST …/'],
    ));

  it('Midway puts the prefix of its settings before all but those that go without', () =>
    checkPrefixes(
      {
        'src/config/config.default.ts': `export default {
  koa: {
    port: 7001,
    globalPrefix: '/api',
  },
};
`,
        'src/orders.ts': controller(`import { Controller, Get, Post } from '@midwayjs/core';`, `@Controller('/shop')`),
        'src/health.ts': `import { Controller, Get } from '@midwayjs/core';

@Controller('/', { ignoreGlobalPrefix: true })
export class HealthController {
  @Get('/health')
  show() {}
}
`,
      },
      ['GET /api/shop/orders', 'POST /api/shop', 'GET /health'],
    ));

  it('LoopBack lies below its base path, and below one that is not known where the environment says it', () =>
    checkPrefixes(
      {
        'a/src/application.ts': `import { RestApplication } from '@loopback/rest';
export class Shop extends RestApplication {
  constructor() {
    super();
    this.basePath('/api/v1');
  }
}
`,
        'a/src/orders.ts': `import { get } from '@loopback/rest';
export class OrdersController {
  @get('/orders')
  list() {}
}
`,
        'b/src/index.ts': `import { Shop } from './application';
const app = new Shop({
  rest: {
    basePath: process.env.BASE_PATH,
  },
});
`,
        'b/src/users.ts': `import { get } from '@loopback/rest';
export class UsersController {
  @get('/users')
  list() {}
}
`,
      },
      ['GET /api/v1/orders', 'GET …/{prefix}/users'],
    ));
});
