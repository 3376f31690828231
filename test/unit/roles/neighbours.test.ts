import assert from 'node:assert/strict';
import { roleOf } from '../../../src/engine/genesis/languages/roleOf';
import { judgeRoles } from '../../../src/engine/genesis/roles/judgeRoles';

/** Roles of files beside a product. */
function rolesOf(paths: readonly string[]): string[] {
  const product = Array.from({ length: 30 }, (_, index) => `lib/shop/a${index}.rb`);
  const told = judgeRoles([...paths, ...product].sort(), new Map());
  return paths.map((path) => told.of(path) ?? roleOf(path));
}

describe('what lies beside files tells of them', () => {
  it('takes the headers of a library in a folder of its name for a copy, unless they are the product', () => {
    const own = Array.from({ length: 9 }, (_, at) => `src/cups${at}.cpp`);
    const headers = ['include/fmt/core.h', 'include/fmt/format.h', 'include/cups/format.h'];
    assert.deepEqual(rolesOf([...headers, ...own]).slice(0, 3), ['vendored', 'vendored', 'source']);
    const tests = Array.from({ length: 90 }, (_, at) => `test/a${at}.cc`);
    assert.deepEqual(rolesOf([...headers, 'src/format.cc', ...tests])[0], 'source');
    const product = Array.from({ length: 40 }, (_, at) => `include/nlohmann/detail/a${at}.hpp`);
    assert.deepEqual(rolesOf(['include/nlohmann/json.hpp', ...product])[0], 'source');
  });

  it('takes what lies beside its template of T4 for generated', () => {
    const files = ['Shop/On.Days.cs', 'Shop/On.Days.tt', 'Shop/On.cs'];
    assert.deepEqual(rolesOf(files), ['generated', 'source', 'source']);
  });
});
