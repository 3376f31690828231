import assert from 'node:assert/strict';
import { analyzeSources } from '../../support/analyzeSources';
import { describeGraph } from './describeGraph';

describeGraph('JavaScript and TypeScript', [
  {
    it: 'finds files, indexes, the sources of outputs, and packages',
    from: 'src/app.ts',
    files: {
      'src/app.ts': `import './a'; import './b.js'; import './folder'; import '.'; import express from 'express'; import { x } from '@scope/pkg/deep'; import fs from 'fs'; import './none'; import logo from './logo.svg?url';`,
      'src/a.tsx': '',
      'src/b.ts': '',
      'src/folder/index.mts': '',
      'src/index.ts': '',
      'src/logo.svg': '',
    },
    imports: [
      './a → src/a.tsx',
      './b.js → src/b.ts',
      './folder → src/folder/index.mts',
      '. → src/index.ts',
      'express → express',
      '@scope/pkg/deep → @scope/pkg',
      'fs → node:fs',
      './none → ?',
      './logo.svg?url → src/logo.svg',
    ],
  },
  {
    it: 'follows paths and baseUrl of tsconfig files, through extends and comments',
    from: 'apps/web/src/main.ts',
    files: {
      'tsconfig.base.json': `{ "compilerOptions": { "baseUrl": ".", "paths": { "@lib/*": ["libs/*/src"], "@exact": ["libs/exact.ts"], } } } // base`,
      'apps/web/tsconfig.json': `{ "extends": "../../tsconfig.base.json" }`,
      'apps/web/src/main.ts': `import '@lib/users'; import '@exact'; import 'libs/exact'; import '@lib/none';`,
      'libs/users/src/index.ts': '',
      'libs/exact.ts': '',
    },
    imports: [
      '@lib/users → libs/users/src/index.ts',
      '@exact → libs/exact.ts',
      'libs/exact → libs/exact.ts',
      '@lib/none → @lib/none',
    ],
  },
  {
    it: 'leads to the sources of workspace packages and of #imports',
    from: 'packages/app/src/index.ts',
    files: {
      'packages/app/package.json': `{ "name": "@acme/app", "imports": { "#db/*": "./src/db/*.js" } }`,
      'packages/app/src/index.ts': `import '@acme/ui'; import '@acme/ui/button'; import '@acme/old'; import '#db/pool';`,
      'packages/app/src/db/pool.ts': '',
      'packages/ui/package.json': `{ "name": "@acme/ui", "exports": { ".": { "types": "./dist/index.d.ts", "import": "./dist/index.mjs" }, "./*": "./dist/*.mjs" } }`,
      'packages/ui/src/index.ts': '',
      'packages/ui/src/button.tsx': '',
      'packages/old/package.json': `{ "name": "@acme/old", "main": "lib/main.js" }`,
      'packages/old/lib/main.js': '',
    },
    imports: [
      '@acme/ui → packages/ui/src/index.ts',
      '@acme/ui/button → packages/ui/src/button.tsx',
      '@acme/old → packages/old/lib/main.js',
      '#db/pool → packages/app/src/db/pool.ts',
    ],
  },
  {
    it: 'knows conventional aliases only where a file answers',
    from: 'resources/js/Pages/Home.ts',
    files: {
      'resources/js/Pages/Home.ts': `import '@/Layouts/App'; import '@/nothing';`,
      'resources/js/Layouts/App.ts': '',
    },
    imports: ['@/Layouts/App → resources/js/Layouts/App.ts', '@/nothing → ?'],
  },
  {
    it: 'follows names through barrels, renames, defaults, stars and CommonJS',
    from: 'app.ts',
    files: {
      'app.ts': `import users, { list as all, Repo, nested } from './barrel'; import * as api from './barrel'; const old = require('./old'); import { local } from './self';`,
      'barrel.ts': `export { default, list } from './users'; export * from './repo'; export * as nested from './repo';`,
      'users.ts': `export default class Users {}\nfunction inner() {}\nexport { inner as list };`,
      'repo.ts': 'export class Repo {}',
      'old.js': `const router = require('./router');\nmodule.exports = router;`,
      'router.js': 'class Router {}\nmodule.exports = Router;',
      'self.ts': `import { Repo } from './repo';\nexport const local = new Repo();`,
    },
    origins: {
      users: 'users.ts#Users',
      all: 'users.ts#inner',
      Repo: 'repo.ts#Repo',
      'api.Repo': 'repo.ts#Repo',
      'nested.Repo': 'repo.ts#Repo',
      old: 'router.js#Router',
      local: 'self.ts#local',
      unknown: undefined,
    },
  },
  {
    it: 'ends at circles of re-exports',
    from: 'a.ts',
    files: { 'a.ts': `export * from './b';`, 'b.ts': `export * from './a';` },
    origins: { anything: undefined },
  },
]);

describe('ImportGraph', () => {
  it('names the files that import a file, each once', async () => {
    const { model } = await analyzeSources([], {
      'a.ts': `import { x } from './c'; import type { y } from './c';`,
      'b.ts': `export * from './c';`,
      'c.ts': 'export const x = 1;',
    });
    assert.deepEqual(model.imports.importersOf('c.ts'), ['a.ts', 'b.ts']);
    assert.deepEqual(model.imports.importersOf('a.ts'), []);
    assert.deepEqual(model.imports.resolve('a.ts', './b'), { files: ['b.ts'] });
  });
});
