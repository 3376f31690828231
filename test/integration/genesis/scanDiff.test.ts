import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { analyzers } from '../../../src/engine/genesis/analyzers/index';
import { git } from '../../support/gitFolder';
import { inProcess, ScanBench } from './scanBench';

const before = {
  'package.json': JSON.stringify({ name: 'shop', dependencies: { express: '4.18.0', 'left-pad': '1.3.0' } }),
  'app.js': [
    "const express = require('express');",
    'const app = express();',
    "app.get('/orders', (req, res) => res.json([]));",
    "app.get('/run', (req, res) => res.send(eval(req.query.code)));",
    'app.listen(process.env.PORT);',
    '',
  ].join('\n'),
  'schema.prisma': 'model Order {\n  id Int @id\n  total Int\n}\n',
};

const after = {
  'package.json': JSON.stringify({ name: 'shop', dependencies: { express: '4.21.0', zod: '4.0.0' } }),
  'app.js': [
    "const express = require('express');",
    'const app = express();',
    "app.get('/orders', (req, res) => res.json([]));",
    "app.post('/orders', (req, res) => res.json({}));",
    'app.listen(process.env.PORT);',
    'console.log(process.env.SHOP_NAME);',
    '',
  ].join('\n'),
  'schema.prisma':
    'model Order {\n  id Int @id\n  total Decimal\n  paid Boolean\n}\n\nmodel Payment {\n  id Int @id\n}\n',
};

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

async function openShop() {
  const bench = await ScanBench.open({ openRunner: () => inProcess(analyzers) });
  const { id, folder } = await bench.project('shop');
  write(folder, before);
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'Sell things');
  return { bench, id, folder };
}

describe('what changed between two scans', function () {
  this.timeout(60_000);

  it('is told of a branch that was never checked out by Contox, with the commit that closed a finding', async () => {
    const { bench, id, folder } = await openShop();
    try {
      git(folder, 'tag', 'v1');
      write(folder, after);
      git(folder, 'commit', '-q', '-am', 'Take payments, run no code');
      await bench.scan(id);
      const diff = await bench.engine.compareScans({ projectId: id, base: 'v1' });

      assert.deepEqual(
        diff.routes.added.map(({ method, path }) => `${method} ${path}`),
        ['POST /orders'],
      );
      assert.deepEqual(
        diff.routes.removed.map(({ method, path }) => `${method} ${path}`),
        ['GET /run'],
      );
      assert.deepEqual(
        diff.models.added.map(({ name }) => name),
        ['Payment'],
      );
      assert.deepEqual(
        diff.models.changed.map(({ after: model, what }) => [model.name, what]),
        [['Order', ['total Int → Decimal', 'paid Boolean added']]],
      );
      assert.deepEqual(
        diff.dependencies.changed.map(({ after: one, what }) => [one.name, what]),
        [['express', ['version 4.18.0 → 4.21.0']]],
      );
      assert.deepEqual([diff.dependencies.added[0]?.name, diff.dependencies.removed[0]?.name], ['zod', 'left-pad']);
      assert.deepEqual(
        diff.environment.added.map(({ name }) => name),
        ['SHOP_NAME'],
      );
      const closed = diff.findings.closed.find(({ rule }) => rule.startsWith('security/'));
      assert.equal(closed?.closedBy?.subject, 'Take payments, run no code');
      assert.match(diff.markdown, /added `POST \/orders`/);
      assert.match(diff.markdown, /^## What changed from `v1` at `[0-9a-f]{7}` to `main` at `[0-9a-f]{7}`/);
    } finally {
      bench.dispose();
    }
  });

  it('is told of the scan before, and leaves the results as they are', async () => {
    const { bench, id, folder } = await openShop();
    try {
      const first = await bench.scan(id);
      await assert.rejects(bench.engine.compareScans({ projectId: id }), /no earlier scan/);
      await bench.scan(id);
      await assert.rejects(
        bench.engine.compareScans({ projectId: id }),
        /no earlier scan/,
        'an unchanged rescan is none',
      );
      write(folder, { 'schema.prisma': after['schema.prisma'] });
      await bench.scan(id);
      const results = await bench.engine.getScanResults({ projectId: id });
      const diff = await bench.engine.compareScans({ projectId: id });
      assert.equal(diff.base.commit, first.scan.commit);
      assert.deepEqual(
        [diff.models.added.map(({ name }) => name), diff.routes.added, diff.dependencies.changed],
        [['Payment'], [], []],
      );
      await bench.engine.compareScans({ projectId: id, base: 'main' });
      assert.deepEqual(await bench.engine.getScanResults({ projectId: id }), results);
    } finally {
      bench.dispose();
    }
  });

  it('looks at both sides in the same way, so that what was left out is not told as closed', async () => {
    const { bench, id } = await openShop();
    try {
      await bench.scan(id, { securityAudit: false });
      const { findings } = await bench.engine.compareScans({ projectId: id, base: 'main', securityAudit: false });
      assert.deepEqual([findings.opened, findings.closed], [[], []]);
    } finally {
      bench.dispose();
    }
  });

  it('says what it can not compare', async () => {
    const { bench, id, folder } = await openShop();
    try {
      await assert.rejects(bench.engine.compareScans({ projectId: id, base: 'v1' }), /No scan found/);
      await bench.scan(id);
      await assert.rejects(bench.engine.compareScans({ projectId: id, base: 'v9' }), /v9 is no branch, tag or commit/);
      await assert.rejects(bench.engine.compareScans({ projectId: id, base: '--output=x' }), /is no branch/);
      rmSync(join(folder, '.git'), { recursive: true });
      await assert.rejects(bench.engine.compareScans({ projectId: id, base: 'main' }), /main is no branch/);
    } finally {
      bench.dispose();
    }
  });
});
