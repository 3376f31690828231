import assert from 'node:assert/strict';
import { architectureAnalyzer } from '../../../src/engine/genesis/analyzers/architecture';
import { layerRules } from '../../../src/engine/genesis/analyzers/architecture/data/layerRules';
import { layerOf } from '../../../src/engine/genesis/analyzers/architecture/findings/layers';
import { shortestPath } from '../../../src/engine/genesis/analyzers/architecture/graph/shortestPath';
import { stronglyConnected } from '../../../src/engine/genesis/analyzers/architecture/graph/stronglyConnected';
import { analyzeSources } from '../../support/analyzeSources';

async function modulesOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { inventory } = await analyzeSources([architectureAnalyzer], files);
  return inventory.modules.map(
    (module) => `${module.path} ${module.files}${module.isPackage === true ? ' package' : ''}`,
  );
}

function files(folder: string, count: number, extension = 'ts'): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`${folder}/f${n}.${extension}`, 'x\n']));
}

describe('modules of the architecture', () => {
  it('are folders, as deep as the code lies', async () => {
    const root = 'src/main/java/com/acme/shop';
    const found = await modulesOf({
      [`${root}/Application.java`]: '',
      ...files(`${root}/order`, 5, 'java'),
      ...files(`${root}/user`, 4, 'java'),
      ...files(`${root}/tiny`, 1, 'java'),
    });
    assert.deepEqual(found, [`${root} 2`, `${root}/order 5`, `${root}/user 4`]);
  });

  it('are those that are counted as the product', async () => {
    const found = await modulesOf({ ...files('src/shop', 5), ...files('src/users', 5), ...files('scripts', 4, 'sh') });
    assert.deepEqual(found, ['src/shop 5', 'src/users 5']);
  });

  it('are packages first, and parts of the large ones', async () => {
    const found = await modulesOf({
      'api/package.json': '{ "name": "api" }',
      'api/index.ts': '',
      ...files('api/src/users', 9),
      ...files('api/src/orders', 6),
      'web/package.json': '{ "name": "web" }',
      ...files('web/src', 4),
    });
    assert.deepEqual(found, ['api 1 package', 'api/src/orders 6', 'api/src/users 9', 'web 4 package']);
  });

  it('are told apart in a title, where both are called alike', async () => {
    const long = 'src/main/java/com/acme/commerce/warehouses/inventories/shelves/containers/compartments';
    const code = (folder: string, imported = ''): Record<string, string> =>
      Object.fromEntries(
        Array.from({ length: 9 }, (_, n) => {
          const pack = folder.slice('src/main/java/'.length).replaceAll('/', '.');
          return [`${folder}/C${n}.java`, `package ${pack};\n${imported}class C${n} {}\n`];
        }),
      );
    const { findings } = await analyzeSources([architectureAnalyzer], {
      ...code(`${long}/counting/util`, 'import com.acme.base.util.C1;\n'),
      ...code('src/main/java/com/acme/base/util'),
      ...code('src/main/java/com/acme/one'),
      ...code('src/main/java/com/acme/two'),
    });
    const title = findings.find(({ rule }) => rule === 'architecture/modules')?.title;
    assert.equal(title, '4 modules by folder; at least 9 files of counting/util import base/util');
  });

  it('stay few enough for a picture of thousands of files', async () => {
    const many: Record<string, string> = {};
    for (let a = 0; a < 12; a++) for (let b = 0; b < 12; b++) Object.assign(many, files(`src/area${a}/part${b}`, 14));
    const { inventory } = await analyzeSources([architectureAnalyzer], many);
    assert.equal(Object.keys(many).length, 2016);
    assert.ok(inventory.modules.length >= 12 && inventory.modules.length <= 28, String(inventory.modules.length));
    assert.equal(
      inventory.modules.reduce((sum, module) => sum + module.files, 0),
      2016,
    );
  });

  it('fold many small packages into the folder they share', async () => {
    const many: Record<string, string> = {};
    for (let n = 0; n < 90; n++) {
      many[`packages/p${n}/package.json`] = `{ "name": "p${n}" }`;
      Object.assign(many, files(`packages/p${n}`, n < 5 ? 20 : 2));
    }
    const found = await modulesOf(many);
    assert.ok(found.length <= 44, String(found.length));
    assert.ok(found.includes('packages/p0 20 package'));
    assert.ok(found.some((module) => module.startsWith('packages ')));
  });

  it('are tied by imports and by what manifests declare', async () => {
    const { inventory } = await analyzeSources([architectureAnalyzer], {
      'a/go.mod': 'module x/a\nrequire x/b v1.0.0\n',
      'a/a.go': 'package a\nimport "x/b"\n',
      'a/c.go': 'package a\nimport "x/b"\n',
      'a/a_test.go': 'package a\nimport "x/b"\n',
      'b/go.mod': 'module x/b\n',
      'b/b.go': 'package b\n',
      'b/d.go': 'package b\n',
    });
    assert.deepEqual(inventory.edges, [
      // Packages of Go never close a circle.
      { from: 'a', to: 'b', kind: 'import', count: 2, loose: true },
      { from: 'a', to: 'b', kind: 'dependency' },
    ]);
  });
});

describe('layerOf', () => {
  it('has examples for every layer', () => {
    for (const rule of layerRules) for (const path of rule.examples) assert.equal(layerOf(path)?.name, rule.name, path);
  });

  it('lets the innermost folder speak, and words of the business only alone', () => {
    assert.equal(layerOf('src/pages/home/components/Hero.tsx')?.name, 'components');
    assert.equal(layerOf('app/models/repository/git.rb')?.name, 'models');
    assert.equal(layerOf('admin/views/generic/models.py')?.name, 'views');
    assert.equal(layerOf('src/main.ts'), undefined);
    assert.equal(layerOf('app/jobs/scan/model/parse_metadata_job.rb'), undefined);
    assert.equal(layerOf('app/models/scan/services/one.rb')?.name, 'models');
  });
});

describe('graphs', () => {
  const next =
    (edges: Readonly<Record<string, readonly string[]>>) =>
    (node: string): readonly string[] =>
      edges[node] ?? [];

  it('finds the groups that reach each other', () => {
    const edges = { a: ['b'], b: ['c', 'd'], c: ['a'], d: ['e'], e: ['d', 'f'], f: ['f'] };
    const groups = stronglyConnected(Object.keys(edges), next(edges)).map((group) => group.sort().join(''));
    assert.deepEqual(groups.sort(), ['abc', 'de']);
  });

  it('walks long chains without recursion', () => {
    const nodes = Array.from({ length: 50_000 }, (_, n) => String(n));
    const groups = stronglyConnected(nodes, (node) => [String((Number(node) + 1) % nodes.length)]);
    assert.deepEqual(
      groups.map((group) => group.length),
      [nodes.length],
    );
  });

  it('finds a shortest path within its limit', () => {
    const edges = { a: ['b', 'c'], b: ['d'], c: ['e'], d: ['e'], e: [] };
    const wanted = (node: string): boolean => node === 'e';
    assert.deepEqual(shortestPath('a', next(edges), wanted, 5), ['a', 'c', 'e']);
    assert.equal(shortestPath('a', next(edges), wanted, 1), undefined);
    assert.deepEqual(shortestPath('e', next(edges), wanted, 0), ['e']);
  });
});
