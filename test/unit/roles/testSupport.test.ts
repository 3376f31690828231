import assert from 'node:assert/strict';
import { testSupportIn, withTestSupport } from '../../../src/engine/genesis/facts/testSupport';
import type { FileRecord } from '../../../src/engine/genesis/scanModel';
import type { FileRole } from '../../../src/engine/genesis/sourceFile';

const language = { language: 'go', languageName: 'Go' } as const;

/** Which files are called tests, of a product with others beside them. */
function supportsOf(
  files: Readonly<Record<string, FileRole>>,
  importers: Readonly<Record<string, string[]>>,
): string[] {
  const others = Array.from({ length: 20 }, (_, index): [string, FileRole] => [`shop/a${index}.go`, 'source']);
  const records = [...Object.entries(files), ...others].map(
    ([path, role]): FileRecord => ({ path, ...language, role, bytes: 9, lines: 1, hash: 'a' }),
  );
  const told = withTestSupport(records, testSupportIn(records, { importersOf: (path) => importers[path] ?? [] }));
  return told.flatMap(({ path, role }) => (role === 'test' && files[path] === 'source' ? [path] : []));
}

describe('withTestSupport', () => {
  it('takes for tests what is called after them and what tests alone import', () => {
    const files = {
      'shop/a_test.go': 'test',
      'kube/fake/client.go': 'source',
      'kube/fake/printer.go': 'source',
      'pkg/repotest/server.go': 'source',
      'pkg/money/money.go': 'source',
    } as const;
    const byTests = { 'kube/fake/client.go': ['shop/a_test.go'], 'pkg/money/money.go': ['shop/a_test.go'] };
    assert.deepEqual(supportsOf(files, byTests), ['kube/fake/client.go']);
    const chain = {
      ...byTests,
      'kube/fake/printer.go': ['kube/fake/client.go'],
      'pkg/repotest/server.go': ['shop/a1.go'],
    };
    assert.deepEqual(supportsOf(files, chain), ['kube/fake/client.go', 'kube/fake/printer.go']);
    const used = { ...chain, 'kube/fake/client.go': ['shop/a_test.go', 'shop/a1.go'] };
    assert.deepEqual(supportsOf(files, used), []);
  });

  it('leaves what a library in Go gives to the tests of others to it', () => {
    const files = {
      'log.go': 'source',
      'logtest/observer.go': 'source',
      'internal/logtest/clock.go': 'source',
      'log_test.go': 'test',
    } as const;
    const byTests = { 'logtest/observer.go': ['log_test.go'], 'internal/logtest/clock.go': ['log_test.go'] };
    const library = { ...byTests, 'log.go': ['logtest/observer.go'] };
    assert.deepEqual(supportsOf(files, library), ['internal/logtest/clock.go']);
    // A program that bears the name of the whole.
    assert.deepEqual(supportsOf(files, byTests), ['logtest/observer.go', 'internal/logtest/clock.go']);
    const mock = { 'log.go': 'source', 'pkg/mockfs/fs.go': 'source', 'log_test.go': 'test' } as const;
    assert.deepEqual(supportsOf(mock, { 'pkg/mockfs/fs.go': ['log_test.go'] }), ['pkg/mockfs/fs.go']);
    const program = { ...files, 'main.go': 'source' } as const;
    assert.deepEqual(supportsOf(program, byTests), ['logtest/observer.go', 'internal/logtest/clock.go']);
  });

  it('takes nothing that is compiled into the product, or that a gem gives to others, for tests', () => {
    const given = {
      'lib/shop/testing.ex': 'source',
      'src/Shop/TestHelper/CupAssertions.cs': 'source',
      'core/src/main/java/com/acme/TestSupport.java': 'source',
      'lib/shop/testing.rb': 'source',
    } as const;
    const byTests = Object.fromEntries(Object.keys(given).map((path) => [path, ['test/a_test.exs']]));
    const files = { ...given, 'test/a_test.exs': 'test' } as const;
    assert.deepEqual(supportsOf(files, byTests), ['lib/shop/testing.rb']);
    assert.deepEqual(supportsOf({ ...files, 'shop.gemspec': 'config' }, byTests), []);
  });

  it('leaves what a typed package of Python gives to the tests of others to it', () => {
    const files = {
      'src/shop/testing.py': 'source',
      'src/shop/_testing.py': 'source',
      'tests/test_a.py': 'test',
    } as const;
    const byTests = { 'src/shop/testing.py': ['tests/test_a.py'], 'src/shop/_testing.py': ['tests/test_a.py'] };
    assert.deepEqual(supportsOf(files, byTests), ['src/shop/testing.py', 'src/shop/_testing.py']);
    assert.deepEqual(supportsOf({ ...files, 'src/shop/py.typed': 'source' }, byTests), ['src/shop/_testing.py']);
  });

  it('leaves a library for tests to itself', () => {
    const many = Array.from({ length: 20 }, (_, index) => `src/http_mock/a${index}.go`);
    const files: Record<string, FileRole> = { 'tests/a_test.go': 'test' };
    for (const path of many) files[path] = 'source';
    assert.deepEqual(supportsOf(files, Object.fromEntries(many.map((path) => [path, ['tests/a_test.go']]))), []);
  });

  it('leaves a file to the product that lies among others which no product imports either', () => {
    const names = ['bug', 'plan', 'run', 'user'];
    const files = Object.fromEntries([
      ['tests/test_api.py', 'test'],
      ['shop/rpc/api/testcase.py', 'source'],
      ...names.map((name) => [`shop/rpc/api/${name}.py`, 'source']),
    ]) as Record<string, FileRole>;
    const importers = { 'shop/rpc/api/testcase.py': ['tests/test_api.py'] };
    assert.deepEqual(supportsOf(files, importers), []);
    const used = Object.fromEntries(names.map((name) => [`shop/rpc/api/${name}.py`, ['shop/a1.go']]));
    assert.deepEqual(supportsOf(files, { ...importers, ...used }), ['shop/rpc/api/testcase.py']);
  });
});
