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
import type { ScanRunner } from '../../../src/engine/genesis/work/jobs';
import type { Inventory } from '../../../src/shared/inventory';
import { inProcess } from './scanBench';

const recalled = 'entryPoints.routes';

const spring = (path: string): string =>
  `package shop;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping(Paths.BASE + "${path}")\npublic class StockController {\n  @GetMapping("/{id}")\n  public String one(@PathVariable String id) {\n    return id;\n  }\n}\n`;

/**
 * A service in three languages whose routes follow from several files each. The first text of a file is where it begins;
 * among the others are some that only move lines, some that change what a name leads to, and some that change routes.
 */
const variants: Readonly<Record<string, readonly string[]>> = {
  'package.json': [JSON.stringify({ name: 'shop', dependencies: { express: '^4.18.0' } })],
  'src/app.ts': [
    "import express from 'express';\nimport { users } from './api';\nimport { base } from './base';\nconst app = express();\napp.use(base, users);\napp.get('/health', (req, res) => res.end());\napp.listen(80);\n",
    "// Begins here.\nimport express from 'express';\nimport { orders } from './api';\nimport { base } from './base';\nconst app = express();\napp.use(base, orders);\napp.listen(80);\n",
  ],
  'src/base.ts': [
    "export const base = '/api';\n",
    "// Where all begins.\nexport const base = '/api';\n",
    "export const base = '/v2';\n",
  ],
  'src/api/index.ts': [
    "export { users } from './users';\nexport { orders } from './orders';\n",
    "// All of them.\nexport { users } from './users';\nexport { orders } from './orders';\n",
    "export { orders as users, orders } from './orders';\n",
  ],
  'src/api/users.ts': [
    "import { Router } from 'express';\nexport const users = Router();\nusers.get('/users/:id', show);\nfunction show() {}\n",
    "import { Router } from 'express';\n\n\nexport const users = Router();\nusers.get('/users/:id', show);\nfunction show() {}\n",
    "import { Router } from 'express';\nexport const users = Router();\nusers.post('/users', make);\nfunction make() {}\n",
  ],
  'src/api/orders.ts': [
    "import { Router } from 'express';\nexport const orders = Router();\norders.get('/orders', () => {});\n",
    "import { Router } from 'express';\nimport { users } from './users';\nexport const orders = users;\n",
  ],
  'src/tools.ts': ['export const twice = (n: number) => 2 * n;\n', 'export const thrice = (n: number) => 3 * n;\n'],
  'shop/urls.py': [
    "from django.urls import include, path\nfrom .paths import ORDERS\n\nurlpatterns = [path(ORDERS, include('shop.orders.urls'))]\n",
    "from django.urls import include, path\n\nurlpatterns = [path('shop/', include('shop.orders.urls'))]\n",
  ],
  'shop/paths.py': ["ORDERS = 'orders/'\n", "# Paths.\nORDERS = 'orders/'\n", "ORDERS = 'o/'\n"],
  'shop/__init__.py': [''],
  'shop/orders/__init__.py': [''],
  'shop/orders/urls.py': [
    "from django.urls import path\nfrom . import views\n\nurlpatterns = [path('', views.index), path('<int:pk>/', views.show)]\n",
    "from django.urls import path\nfrom .views import index\n\nurlpatterns = [path('all/', index)]\n",
  ],
  'shop/orders/views.py': [
    'def index(request):\n    return 1\n\n\ndef show(request, pk):\n    return pk\n',
    '# Views.\ndef index(request):\n    return 1\n\n\ndef show(request, pk):\n    return pk\n',
    'import os\n\n\ndef index(request):\n    return os.environ["SHOP"]\n',
  ],
  'java/shop/Paths.java': [
    'package shop;\n\npublic class Paths {\n  public static final String BASE = "/java";\n}\n',
    'package shop;\n\n/** Paths. */\npublic class Paths {\n  public static final String BASE = "/java";\n}\n',
    'package shop;\n\npublic class Paths {\n  public static final String BASE = "/jvm";\n}\n',
  ],
  'java/shop/StockController.java': [spring('/stock'), spring('/stores')],
  'README.md': ['# Shop\n', '# Shop\n\nIt sells.\n'],
};

const extra = 'src/api/items.ts';
const withExtra = {
  ...variants,
  [extra]: ["import express from 'express';\nexpress().get('/items', () => {});\n", ''],
};

const edit = fc.record({ path: fc.constantFrom(...Object.keys(withExtra)), variant: fc.nat(3) });

/** A last variant that a file does not have removes it. */
function apply(folder: string, path: string, variant: number): void {
  const text = withExtra[path as keyof typeof withExtra]?.[variant];
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  if (text === undefined) rmSync(file, { force: true });
  else writeFileSync(file, text);
}

/** Sessions can be opened beside each other, as workers do it; `draw` is what happens in the second one. */
async function twoHands(draw?: () => never): Promise<ScanRunner> {
  const inner = await inProcess(analyzers);
  return {
    ...inner,
    spareHands: () => 2,
    openSynthesis: async (head) => {
      const session = await inner.openSynthesis(head);
      return draw === undefined ? session : { ...session, draw: async () => draw() };
    },
  };
}

async function scan(folder: string, cache: MemoryScanCache, runner?: ScanRunner): Promise<ScanOutcome> {
  let outcome: ScanOutcome | undefined;
  const request = { root: folder, name: 'shop', maxFiles: 100, securityAudit: true };
  const progress = new ScanProgress(Date.now, () => undefined);
  const tools = {
    runner: runner ?? (await inProcess(analyzers)),
    cache,
    progress,
    signal: new AbortController().signal,
  };
  await runScan(request, tools, {
    knows: () => false,
    keep: async () => undefined,
    preserve: async () => undefined,
    assemble: async (found) => {
      outcome = found;
    },
  });
  assert.ok(outcome !== undefined);
  return outcome;
}

function inventoryOf({ conclusions }: ScanOutcome): Inventory {
  return JSON.parse(inflateRawSync(conclusions.inventory ?? '').toString()) as Inventory;
}

async function inShop<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'contox-recall-'));
  try {
    for (const path of Object.keys(variants)) apply(folder, path, 0);
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('routes that an earlier scan found', () => {
  it('are looked for again where what was kept is broken', () =>
    inShop(async (folder) => {
      const cache = new MemoryScanCache();
      const { routes } = inventoryOf(await scan(folder, cache));
      await cache.keepConclusions(new Map([[recalled, new Uint8Array([1, 2, 3])]]));
      assert.deepEqual(inventoryOf(await scan(folder, cache)).routes, routes);
    }));

  it('are found where the worker that was to find them is lost, and in the same order', () =>
    inShop(async (folder) => {
      let lost = 0;
      const runner = await twoHands(() => {
        lost++;
        throw new Error('lost');
      });
      const alone = await scan(folder, new MemoryScanCache());
      const together = await scan(folder, new MemoryScanCache(), runner);
      assert.equal(lost, 1);
      assert.deepEqual(inventoryOf(together), inventoryOf(alone));
      assert.deepEqual(together.conclusions.findings, alone.conclusions.findings);
      assert.deepEqual(together.conclusions.problems, alone.conclusions.problems);
    }));

  it('are the ones that a first scan would find, whatever was edited since', async function () {
    this.timeout(120_000);
    const together = await twoHands();
    let kept = 0;
    let found = 0;
    const steps = fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(steps, (scans) =>
        inShop(async (folder) => {
          const cache = new MemoryScanCache();
          assert.ok(inventoryOf(await scan(folder, cache)).routes.length >= 5);
          for (const edits of scans) {
            const before = cache.readConclusions().get(recalled);
            for (const { path, variant } of edits) apply(folder, path, variant);
            const grown = await scan(folder, cache, together);
            const first = await scan(folder, new MemoryScanCache());
            assert.deepEqual(inventoryOf(grown), inventoryOf(first));
            assert.deepEqual(grown.conclusions.findings, first.conclusions.findings);
            assert.deepEqual(grown.overview, first.overview);
            if (cache.readConclusions().get(recalled) === before) kept++;
            else found++;
          }
        }),
      ),
      { numRuns: 6 },
    );
    assert.ok(kept > 0 && found > 0, `${kept} scans recalled the routes, ${found} looked for them`);
  });

  it('are recalled where what changed says nothing of them, and only there', () =>
    inShop(async (folder) => {
      const cache = new MemoryScanCache();
      await scan(folder, cache);
      const changes: readonly (readonly [string, number, 'recalled' | 'found'])[] = [
        ['README.md', 1, 'recalled'],
        ['src/tools.ts', 1, 'recalled'],
        ['src/api/index.ts', 2, 'found'],
        ['src/base.ts', 2, 'found'],
        [extra, 0, 'found'],
        // Its lines move, and no route stands in it.
        ['shop/orders/views.py', 1, 'recalled'],
        ['java/shop/Paths.java', 2, 'found'],
      ];
      for (const [path, variant, expected] of changes) {
        const before = cache.readConclusions().get(recalled);
        apply(folder, path, variant);
        await scan(folder, cache);
        const actual = cache.readConclusions().get(recalled) === before ? 'recalled' : 'found';
        assert.equal(actual, expected, `${path}, variant ${variant}`);
      }
    }));
});
