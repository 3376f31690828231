import assert from 'node:assert/strict';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { analyzers } from '../../../src/engine/genesis/analyzers';
import { git } from '../../support/gitFolder';
import { conclusionsOf } from './conclusions';
import { inProcess, ScanBench } from './scanBench';

const model = (fields: string): string => `model User {\n  id Int @id\n${fields}}\nmodel Order {\n  id Int @id\n}\n`;
const routes = (body: string): string =>
  `import { Router } from 'express';\nimport { findUser } from './users';\nexport const router = Router();\n${body}`;

/** What each file may hold. Every change between two of a file's texts changes facts that some layer concludes from. */
const variants: Readonly<Record<string, readonly string[]>> = {
  'package.json': ['^4.18.0', '^5.0.0'].map((express) =>
    JSON.stringify({ name: 'shop', scripts: { test: 'mocha' }, dependencies: { express, '@prisma/client': '5.0.0' } }),
  ),
  'src/app.ts': ['/api', '/v2'].map(
    (prefix) =>
      `import express from 'express';\nimport { router } from './routes';\nconst app = express();\napp.use('${prefix}', router);\napp.listen(process.env.PORT);\n`,
  ),
  'src/routes.ts': [
    routes("router.get('/users/:id', (req, res) => res.json(findUser(req.params.id)));\n"),
    routes("// moved down\n\nrouter.get('/users/:id', (req, res) => res.json(findUser(req.params.id)));\n"),
    routes("router.post('/users', (req, res) => res.send(eval(req.body.code)));\nrouter.delete('/users', () => {});\n"),
  ],
  'src/users.ts': [
    'export function findUser(id: string) {\n  return id;\n}\n',
    "import { router } from './routes';\nexport const findUser = (id: string) => [id, router];\n",
    "export function findUser(id: string) {\n  return db.query('select * from users where id = ' + id);\n}\n",
  ],
  'prisma/schema.prisma': [model('  name String\n'), model('  name String\n  email String @unique\n')],
  'app/main.py': [
    "from flask import Flask\napp = Flask(__name__)\n\n@app.route('/ping')\ndef ping():\n    return 'pong'\n",
    "import os\nfrom flask import Flask\napp = Flask(__name__)\napp.config['SECRET_KEY'] = os.environ['APP_SECRET']\n",
  ],
  'requirements.txt': ['flask==2.0.0\n', 'flask==3.0.0\nrequests==2.31.0\n'],
  'test/users.test.ts': [
    "import { findUser } from '../src/users';\nit('finds', () => findUser('1'));\n",
    'it.only();\n',
  ],
  '.env.example': ['PORT=\n', 'PORT=\nAPP_SECRET=\n'],
  Dockerfile: ['FROM node:20\nCMD ["node", "src/app.js"]\n', 'FROM node:14\nUSER node\nCMD ["node", "a.js"]\n'],
  'README.md': ['# Shop\n\nSells things.\n', '# Store\n\nSells other things.\n\n```sh\nnpm test\n```\n'],
};

type Edit =
  | { readonly is: 'write'; readonly path: string; readonly variant: number }
  | { readonly is: 'remove'; readonly path: string }
  | { readonly is: 'rename'; readonly path: string; readonly to: string }
  | { readonly is: 'commit' }
  | { readonly is: 'branch'; readonly name: string };

const path = fc.constantFrom(...Object.keys(variants));
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ is: fc.constant('write' as const), path, variant: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('remove' as const), path }) },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('rename' as const), path, to: fc.constantFrom('src/new.ts', 'lib/x.py') }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('commit' as const) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('branch' as const), name: fc.constantFrom('main', 'other') }) },
);

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function commit(folder: string): void {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'Work');
}

function apply(folder: string, change: Edit): void {
  if (change.is === 'write') {
    const texts = variants[change.path] ?? [];
    write(folder, change.path, texts[change.variant % texts.length] ?? '');
  } else if (change.is === 'remove') rmSync(join(folder, change.path), { force: true });
  else if (change.is === 'commit') commit(folder);
  else if (change.is === 'branch') {
    commit(folder);
    git(folder, 'checkout', '-q', '-B', change.name);
  } else if (existsSync(join(folder, change.path))) {
    mkdirSync(dirname(join(folder, change.to)), { recursive: true });
    renameSync(join(folder, change.path), join(folder, change.to));
  }
}

describe('a scan of a changed project, with all layers', () => {
  it('equals a first scan, whatever was edited, renamed, committed or switched', async function () {
    this.timeout(120_000);
    let told = 0;
    let different = 0;
    const steps = fc.array(fc.array(edit, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(steps, async (scans) => {
        const bench = await ScanBench.open({ openRunner: () => inProcess(analyzers) });
        try {
          const { id, folder } = await bench.project('p');
          for (const [file, [text = '']] of Object.entries(variants)) write(folder, file, text);
          git(folder, 'init', '-q', '-b', 'main');
          commit(folder);
          let before = await conclusionsOf(bench.engine, await bench.scan(id));
          for (const edits of scans) {
            for (const change of edits) apply(folder, change);
            const grown = await conclusionsOf(bench.engine, await bench.scan(id, { selective: true }));
            const fresh = await bench.engine.createProject({ name: 'p', localPath: folder });
            assert.deepEqual(grown, await conclusionsOf(bench.engine, await bench.scan(fresh.id)));
            told++;
            if (JSON.stringify(grown) !== JSON.stringify(before)) different++;
            before = grown;
          }
        } finally {
          bench.dispose();
        }
      }),
      { numRuns: 6 },
    );
    assert.ok(different > told / 2, `the edits matter: ${different} of ${told} changed what a scan says`);
  });

  it('reads after a return to a branch no more than what differs, and analyses nothing', async () => {
    const bench = await ScanBench.open({ openRunner: () => inProcess(analyzers) });
    const { id, folder } = await bench.project('p');
    for (const [file, [text = '']] of Object.entries(variants)) write(folder, file, text);
    git(folder, 'init', '-q', '-b', 'main');
    commit(folder);
    const first = await conclusionsOf(bench.engine, await bench.scan(id));
    git(folder, 'checkout', '-q', '-b', 'other');
    apply(folder, { is: 'write', path: 'src/routes.ts', variant: 2 });
    commit(folder);
    assert.ok((await bench.scan(id)).scan.filesRead <= 2);
    git(folder, 'checkout', '-q', 'main');
    const back = await bench.scan(id);
    // A file that changed within the last tick of the clock is read once more, and so is what git wrote just now.
    assert.ok(back.scan.filesRead <= 2 && back.scan.chunksTotal === 0, JSON.stringify(back.scan));
    assert.deepEqual(await conclusionsOf(bench.engine, back), first);
    bench.dispose();
  });
});
