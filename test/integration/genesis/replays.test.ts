import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { analyzers } from '../../../src/engine/genesis/analyzers';
import { MemoryScanCache } from '../../../src/engine/genesis/cache/memoryScanCache';
import { runScan, type ScanOutcome } from '../../../src/engine/genesis/phases/runScan';
import { ScanProgress } from '../../../src/engine/genesis/phases/scanProgress';
import type { Analyzer } from '../../../src/engine/genesis/scanModel';
import { inProcess } from './scanBench';

/** Synthesizers that ran, and were not repeated. */
const ran: string[] = [];
const watched: readonly Analyzer[] = analyzers.map((analyzer) => ({
  ...analyzer,
  synthesizers: analyzer.synthesizers.map(({ id, run }) => ({
    id,
    run(model, report) {
      ran.push(id);
      run(model, report);
    },
  })),
}));

const users = Array.from({ length: 12 }, (_one, index) => `web/pages/page${index}.ts`);
const page = (name: string): string =>
  `import { ${name} } from '../lib';\nimport { format } from '../lib/format';\nexport const show = () => format(${name}());\n`;

/** What each file may hold, from where it begins; what is changed is read by one synthesizer or another, or by none. */
const variants: Readonly<Record<string, readonly string[]>> = {
  'package.json': [
    JSON.stringify({ name: 'web', scripts: { test: 'mocha' }, dependencies: { express: '^4.0.0', left: '1.0.0' } }),
    JSON.stringify({ name: 'web', dependencies: { express: '^5.0.0' } }),
  ],
  'web/lib/index.ts': [
    "export { load } from './load';\nexport { save } from './save';\n",
    "// All.\nexport { load } from './load';\nexport { save } from './save';\n",
    "export { load } from './load';\nexport { load as save } from './load';\n",
  ],
  'web/lib/load.ts': [
    'export function load() {\n  return 1;\n}\n',
    '\n\nexport function load() {\n  return 1;\n}\n',
    "import express from 'express';\nexport const load = () => express();\nexport const more = 1;\n",
  ],
  'web/lib/save.ts': [
    "import { load } from './load';\nexport const save = () => load();\n",
    "import { load } from './load';\nimport { format } from './format';\nexport const save = () => format(load());\n\n\n",
  ],
  'web/lib/format.ts': [
    'export const format = (value: unknown) => String(value);\n',
    `export const format = (value: unknown) => String(value);\n${'// more\n'.repeat(40)}`,
    'export interface format {\n  a: string;\n}\n',
  ],
  'web/testing/fake.ts': [
    'export const fake = () => 2;\n',
    "import { load } from '../lib';\nexport const fake = load;\n",
  ],
  'web/tests/a.test.ts': ["import { fake } from '../testing/fake';\nit('works', () => fake());\n", 'it();\n'],
  'web/server.ts': [
    "import express from 'express';\nimport { load } from './lib';\nconst app = express();\napp.get('/a', load);\napp.listen(process.env.PORT);\n",
    "import express from 'express';\nimport { fake } from './testing/fake';\nconst app = express();\n\napp.get('/b', fake);\napp.listen(process.env.HOST);\n",
  ],
  'app/__init__.py': ['from .models import User\n', ''],
  'app/models.py': [
    "from django.db import models\n\n\nclass User(models.Model):\n    name = models.CharField(max_length=9)\n    boss = models.ForeignKey('self', on_delete=models.CASCADE)\n",
    '# Models.\nfrom django.db import models\n\n\nclass User(models.Model):\n    name = models.CharField(max_length=9)\n',
    'from django.db import models\n\n\nclass User(models.Model):\n    name = models.CharField(max_length=9)\n\n\nclass Pet(models.Model):\n    of = models.ForeignKey(User, on_delete=models.CASCADE)\n\n\ndef free(request):\n    return request\n',
  ],
  'app/views.py': [
    'from . import User\nimport requests\n\n\ndef show(request):\n    return requests.get(request.GET["a"])\n',
    'from . import User\n\n\ndef show(request):\n    return User.objects.all()\n',
  ],
  'requirements.txt': ['django==4.2\nrequests==2.0.0\n', 'django==5.0\n'],
  'java/a/Store.java': [
    'package a;\n\npublic class Store {\n  private Item item;\n}\n',
    'package a;\n\n/** Holds. */\npublic class Store {\n  private Item item;\n  private Other other;\n}\n',
  ],
  'java/a/Item.java': ['package a;\n\npublic class Item {\n}\n', 'package b;\n\npublic class Item {\n}\n'],
  'README.md': ['# Web\n\nServes pages.\n', '# Web\n\nSells pages.\n\n```sh\nnpm test\n```\n'],
  Dockerfile: ['FROM node:20\nCMD ["node", "web/server.js"]\n', 'FROM node:14\nCMD ["node", "web/server.js"]\n'],
  ...Object.fromEntries(users.map((path) => [path, [page('load'), page('save'), `\n${page('load')}`]])),
};

/** Beyond the last variant the file is removed. */
function apply(folder: string, path: string, variant: number): void {
  const text = variants[path]?.[variant];
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  if (text === undefined) rmSync(join(folder, path), { force: true });
  else writeFileSync(join(folder, path), text);
}

async function scan(folder: string, cache: MemoryScanCache) {
  const outcomes: ScanOutcome[] = [];
  const request = { root: folder, name: 'web', maxFiles: 100, securityAudit: true };
  const progress = new ScanProgress(Date.now, () => undefined);
  const tools = { runner: await inProcess(watched), cache, progress, signal: new AbortController().signal };
  await runScan(request, tools, {
    knows: () => false,
    keep: async () => undefined,
    preserve: async () => undefined,
    assemble: async (found) => void outcomes.push(found),
  });
  const [outcome] = outcomes;
  assert.ok(outcome);
  const { conclusions, overview } = outcome;
  const inventory: unknown = JSON.parse(inflateRawSync(conclusions.inventory ?? '').toString());
  const { findings, problems, techStack } = conclusions;
  return { findings, problems, techStack, inventory, overview };
}

async function inWeb<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'contox-replays-'));
  try {
    for (const path of Object.keys(variants)) apply(folder, path, 0);
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const edit = fc.record({ path: fc.constantFrom(...Object.keys(variants)), variant: fc.nat(3) });

describe('what synthesizers said in an earlier scan', () => {
  it('is repeated only where a first scan would say the same, whatever was edited', async function () {
    this.timeout(120_000);
    let repeated = 0;
    let rerun = 0;
    const steps = fc.array(fc.array(edit, { minLength: 1, maxLength: 2 }), { minLength: 3, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(steps, (scans) =>
        inWeb(async (folder) => {
          const cache = new MemoryScanCache();
          ran.length = 0;
          await scan(folder, cache);
          const all = ran.length;
          for (const edits of scans) {
            for (const { path, variant } of edits) apply(folder, path, variant);
            ran.length = 0;
            const grown = await scan(folder, cache);
            repeated += all - ran.length;
            rerun += ran.length;
            assert.deepEqual(grown, await scan(folder, new MemoryScanCache()));
          }
        }),
      ),
      { numRuns: 10 },
    );
    assert.ok(repeated > 0 && rerun > 0, `${repeated} repeated, ${rerun} ran`);
  });

  it('is repeated where what it read is the same: lines at the end of a file are read by few', () =>
    inWeb(async (folder) => {
      const cache = new MemoryScanCache();
      await scan(folder, cache);
      writeFileSync(join(folder, 'web/lib/load.ts'), `${variants['web/lib/load.ts']?.[0]}\n\n`);
      ran.length = 0;
      const grown = await scan(folder, cache);
      for (const id of ['dependencies/findings', 'dataModel', 'waysIn', 'security', 'entryPoints.routes'])
        assert.ok(!ran.includes(id), `${id} ran`);
      // It tells the lines of each module.
      assert.ok(ran.includes('architecture'));
      assert.deepEqual(grown, await scan(folder, new MemoryScanCache()));
    }));

  it('is not repeated where it is not known what a file was', () =>
    inWeb(async (folder) => {
      const cache = new MemoryScanCache();
      await scan(folder, cache);
      for (const name of ['scan.runs', 'scan.marks']) {
        await cache.keepConclusions(new Map([[name, new Uint8Array([1, 2, 3])]]));
        apply(folder, 'README.md', name === 'scan.runs' ? 1 : 0);
        ran.length = 0;
        const grown = await scan(folder, cache);
        assert.ok(ran.includes('dependencies/findings'));
        assert.deepEqual(grown, await scan(folder, new MemoryScanCache()));
      }
    }));
});
