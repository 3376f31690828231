import assert from 'node:assert/strict';
import { EngineError } from '../../../src/base/engineError';
import { findWasmFile } from '../../../src/engine/storage/openDatabase';
import { findUnixVfs } from '../../../src/engine/storage/sqlJs/findUnixVfs';
import { loadSqlJs } from '../../../src/engine/storage/sqlJs/loadSqlJs';

const functions = [0, 1, 2].map(() => () => 0);
const table = { length: functions.length, get: (index: number): unknown => functions[index] };

/** Memory with a file layer at each address, all of the same name. */
function memoryWith(...addresses: number[]): ArrayBuffer {
  const words = new Uint32Array(1024);
  const nameAt = 4000;
  new Uint8Array(words.buffer).set(Buffer.from('unix\0'), nameAt);
  for (const address of addresses) {
    const at = address / 4;
    words.set([3, 56, 512, 0, nameAt], at);
    for (const word of [6, 7, 8, 9, 14, 15, 16, 17, 18]) words[at + word] = 1;
  }
  return words.buffer as ArrayBuffer;
}

describe('the unix file layer in sql.js', () => {
  it('is found exactly once in the installed build', async () => {
    // The test that an upgrade of sql.js has to pass before anything else.
    const { vfs, problem } = await loadSqlJs(findWasmFile(undefined));
    assert.equal(problem, undefined);
    assert.ok(vfs);
    const memory = vfs.host.memory.bytes.buffer as ArrayBuffer;
    assert.ok(findUnixVfs(memory, vfs.host.table) > 0);
  });

  it('is found by its layout', () => {
    assert.equal(findUnixVfs(memoryWith(128), table), 128);
  });

  for (const [what, memory] of [
    ['two places fit', memoryWith(128, 512)],
    ['no place fits', memoryWith()],
  ] as const) {
    it(`is refused where ${what}`, () => {
      assert.throws(
        () => findUnixVfs(memory, table),
        (error) => error instanceof EngineError && error.code === 'unsupported',
      );
    });
  }

  for (const [what, word, value] of [
    ['another version', 0, 2],
    ['another name', 4, 3000],
    ['a longest path that is not ours', 2, 1024],
    ['a function that is none', 14, 77],
    ['a missing function', 6, 0],
  ] as const) {
    it(`is not taken for something with ${what}`, () => {
      const memory = memoryWith(128);
      new Uint32Array(memory)[32 + word] = value;
      assert.throws(() => findUnixVfs(memory, table), EngineError);
    });
  }
});
