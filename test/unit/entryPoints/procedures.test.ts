import assert from 'node:assert/strict';
import { codeAnalyzer } from '../../../src/engine/genesis/analyzers/code';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { analyzeSources } from '../../support/analyzeSources';

async function check(files: Record<string, string>, procedures: readonly string[], routes: readonly string[] = []) {
  const { inventory, problems } = await analyzeSources([codeAnalyzer, entryPointsAnalyzer], files);
  assert.deepEqual(problems, []);
  const called = (inventory.entryPoints ?? []).filter(({ kind }) => kind === 'rpc');
  assert.deepEqual(
    called.map(({ name, file, line, framework }) => `${framework} ${name} ${file}:${line}`).sort(),
    [...procedures].sort(),
  );
  assert.deepEqual(
    inventory.routes.map(({ method, path, prefix }) => `${method} ${prefix === undefined ? '' : '…'}${path}`).sort(),
    [...routes].sort(),
  );
}

const trpc = {
  'src/server/trpc.ts': `import { initTRPC } from '@trpc/server';
const t = initTRPC.create();
export const createTRPCRouter = t.router;
export const publicProcedure = t.procedure;
export const mergeRouters = t.mergeRouters;
`,
};

describe('procedures that clients call by their names', () => {
  it('of tRPC stand in routers that others hold by name, in files of their own or beside the router', () =>
    check(
      {
        ...trpc,
        'src/server/root.ts': `import { createTRPCRouter, publicProcedure } from './trpc';
import { postRouter } from './routers/post';
import { groupsRouter } from './routers/groups';
export const appRouter = createTRPCRouter({
  post: postRouter,
  groups: groupsRouter,
  health: publicProcedure.query(() => 'ok'),
  nested: createTRPCRouter({ deep: publicProcedure.mutation(async () => 1) }),
});
export type AppRouter = typeof appRouter;
`,
        'src/server/routers/post.ts': `import { z } from 'zod';
import { createTRPCRouter, publicProcedure } from '../trpc';
export const postRouter = createTRPCRouter({
  list: publicProcedure
    .input(z.object({ page: z.number() }))
    .query(async ({ input }) => []),
  add: publicProcedure.mutation(({ input }) => input),
  onAdd: publicProcedure.subscription(async function* () {}),
});
export type PostRouter = typeof postRouter;
`,
        'src/server/routers/groups/index.ts': `import { createTRPCRouter } from '../../trpc';
import { listGroupsProcedure } from './list.procedure';
export const groupsRouter = createTRPCRouter({ list: listGroupsProcedure });
`,
        'src/server/routers/groups/list.procedure.ts': `import { baseProcedure } from '../../trpc';
export const listGroupsProcedure = baseProcedure.query(async () => []);
`,
      },
      [
        'tRPC groups.list src/server/routers/groups/list.procedure.ts:2',
        'tRPC health src/server/root.ts:7',
        'tRPC nested.deep src/server/root.ts:8',
        'tRPC post.add src/server/routers/post.ts:7',
        'tRPC post.list src/server/routers/post.ts:4',
        'tRPC post.onAdd src/server/routers/post.ts:8',
      ],
    ));

  it('of tRPC are told below no router that answers nobody, and under merged and lazy ones', () =>
    check(
      {
        ...trpc,
        'src/server/server.ts': `import { createHTTPServer } from '@trpc/server/adapters/standalone';
import { lazy } from '@trpc/server';
import { createTRPCRouter, mergeRouters, publicProcedure } from './trpc';
import users from './users';
const status = createTRPCRouter({ ping: publicProcedure.query(() => 1) });
const rest = createTRPCRouter({ users, posts: lazy(() => import('./posts')) });
const all = mergeRouters(status, rest);
createHTTPServer({ router: all, createContext: () => ({}) }).listen(3000);
`,
        'src/server/users.ts': `import { createTRPCRouter, publicProcedure } from './trpc';
export default createTRPCRouter({ ...{ me: publicProcedure.query(() => 1) } });
`,
        'src/server/posts.ts': `import { createTRPCRouter, publicProcedure } from './trpc';
export default createTRPCRouter({ all: publicProcedure.query(() => []) });
`,
        'src/server/old.ts': `import { createTRPCRouter, publicProcedure } from './trpc';
export const oldRouter = createTRPCRouter({ gone: publicProcedure.query(() => []) });
`,
      },
      [
        'tRPC ping src/server/server.ts:5',
        'tRPC posts.all src/server/posts.ts:2',
        'tRPC users.me src/server/users.ts:2',
      ],
    ));

  it('of oRPC stand in plain objects, and those that say a request are routes where a handler serves them by it', () =>
    check(
      {
        'src/orpc.ts':
          "import { os } from '@orpc/server';\nexport const base = os.use(logging);\nexport const publicProcedure = base;\n",
        'src/router.ts': `import { publicProcedure, base } from './orpc';
import { planets } from './planets';
export const router = {
  planets,
  health: publicProcedure.handler(async () => 'ok'),
  admin: base.prefix('/admin').router({
    reset: publicProcedure.route({ method: 'DELETE', path: '/all' }).handler(async () => null),
  }),
};
`,
        'src/planets.ts': `import { publicProcedure } from './orpc';
export const listPlanets = publicProcedure
  .route({ method: 'GET', path: '/planets', summary: 'All' })
  .input(z.object({}))
  .handler(async () => []);
export const planets = {
  list: listPlanets,
  find: publicProcedure.route({ method: 'GET', path: '/planets/{id}' }).handler(async () => null),
};
`,
        'src/server.ts': `import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { router } from './router';
const handler = new OpenAPIHandler(router, {});
export const serve = (request: Request) => handler.handle(request, { prefix: '/api', context: {} });
`,
      },
      [
        'oRPC admin.reset src/router.ts:7',
        'oRPC health src/router.ts:5',
        'oRPC planets.find src/planets.ts:8',
        'oRPC planets.list src/planets.ts:2',
      ],
      ['DELETE /api/admin/all', 'GET /api/planets', 'GET /api/planets/{id}'],
    ));

  it('an object of another library with verbs of these names is none', () =>
    check(
      {
        'src/db.ts': 'export const users = { all: db.users.query(() => []) };\nexport type Users = typeof users;\n',
        'src/api.ts': "export const api = { get: client.handler(() => fetch('/x')) };\n",
      },
      [],
    ));
});
