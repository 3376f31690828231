import assert from 'node:assert/strict';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { analyzeSources } from '../../support/analyzeSources';
import { checkRoutes } from './checkRoutes';

describe('routes of JavaScript and TypeScript that folders and files make', () => {
  it('packages that load a folder give its modules by the names of their files', () =>
    checkRoutes(
      {
        'server/main.js': `const express = require('express');
const autoload = require('auto-load');
const path = require('path');
module.exports = async () => {
  const ctrl = autoload(path.join(SHOP.SERVERPATH, '/controllers'));
  const app = express();
  app.use('/', ctrl.orders);
  app.use('/staff', ctrl.users);
};
`,
        'server/controllers/orders.js':
          "const router = require('express').Router();\nrouter.get('/orders', list);\nmodule.exports = router;\n",
        'server/controllers/users.js':
          "const router = require('express').Router();\nrouter.get('/users', list);\nmodule.exports = router;\n",
      },
      ['GET /orders', 'GET /staff/users'],
    ));

  it('a plug-in of Fastify that only hands its instance on lies below its prefix', () =>
    checkRoutes(
      {
        'src/index.ts': `import fastify from 'fastify';
import publicApi, { PUBLIC_PREFIX } from './public';

const app = fastify();
app.register(
  async (instance) => {
    await publicApi(instance, con);
  },
  { prefix: PUBLIC_PREFIX },
);
`,
        'src/constants.ts': "export const PUBLIC_PREFIX = '/public/v1';\n",
        'src/public.ts': `import type { FastifyInstance } from 'fastify';
import { PUBLIC_PREFIX } from './constants';
import orders from './orders';

export { PUBLIC_PREFIX };

export default async function (fastify: FastifyInstance, con: Connection): Promise<void> {
  fastify.register(orders, { prefix: '/orders' });
  fastify.register(
    async (scope) => {
      await orders(scope, con);
    },
    { prefix: '/old' },
  );
}
`,
        'src/orders.ts': `import type { FastifyInstance } from 'fastify';

export default async function (fastify: FastifyInstance, con: Connection): Promise<void> {
  fastify.get('/:id', async () => con.find());
}
`,
      },
      ['GET /public/v1/orders/{id}', 'GET /public/v1/old/{id}'],
    ));

  it('pages of Next that bear an ending of their own are called without it, and what lacks it is none', async () => {
    const { inventory } = await analyzeSources([entryPointsAnalyzer], {
      'web/package.json': '{"dependencies": {"next": "15"}}',
      'web/src/pages/index.page.tsx': 'export default function Home() {}\n',
      'web/src/pages/accounts/profile.page.tsx': 'export default function Profile() {}\n',
      'web/src/pages/accounts/Card.tsx': 'export default function Card() {}\n',
      'web/src/pages/api/me.api.ts': 'export default function handler(req, res) {}\n',
    });
    assert.deepEqual((inventory.entryPoints ?? []).map(({ name }) => name).sort(), ['/', '/accounts/profile']);
    assert.deepEqual(
      inventory.routes.map(({ method, path, file }) => `${method} ${path} ${file}`),
      ['ANY /api/me web/src/pages/api/me.api.ts'],
    );
  });
});
