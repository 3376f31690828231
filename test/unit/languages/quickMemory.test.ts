import assert from 'node:assert/strict';
import { quickenMemory } from '../../../src/engine/genesis/languages/quickMemory';

/** The part of the global that is used here; Node's types leave it to the DOM's. */
declare const WebAssembly: {
  readonly Memory: new (size: {
    initial: number;
    maximum?: number;
  }) => { readonly buffer: ArrayBuffer; grow(pages: number): number };
};

/** Part of the runtime as the grammars' package makes it: slow, and of all types. */
function runtime() {
  const wasmMemory = new WebAssembly.Memory({ initial: 1, maximum: 3 });
  const asked: string[] = [];
  const view = () => new DataView(wasmMemory.buffer);
  return {
    asked,
    wasmMemory,
    getValue(address: number, type = 'i8'): unknown {
      asked.push(type);
      return type === 'i32' ? view().getInt32(address, true) : view().getInt8(address);
    },
    setValue(address: number, value: unknown, type = 'i8'): void {
      asked.push(type);
      if (type === 'i32') view().setInt32(address, Number(value), true);
      else view().setInt8(address, Number(value));
    },
  };
}

describe('quickMemory', () => {
  it('reads and writes whole numbers where the runtime does, without asking it', () => {
    const slow = runtime();
    const { getValue, setValue } = slow;
    quickenMemory(slow);
    slow.setValue(64, -7, 'i32');
    setValue(68, 70_000, 'i32');
    assert.deepEqual([getValue(64, 'i32'), slow.getValue(68, 'i32')], [-7, 70_000]);
    assert.deepEqual(slow.asked, ['i32', 'i32'], 'only the two that were meant for the runtime came to it');
  });

  it('leaves other types to the runtime', () => {
    const slow = runtime();
    quickenMemory(slow);
    slow.setValue(8, -3);
    assert.equal(slow.getValue(8), -3);
    assert.deepEqual(slow.asked, ['i8', 'i8']);
  });

  it('follows memory that grew', () => {
    const slow = runtime();
    quickenMemory(slow);
    slow.setValue(16, 5, 'i32');
    slow.wasmMemory.grow(1);
    assert.equal(slow.getValue(16, 'i32'), 5);
    slow.setValue(70_000, 6, 'i32');
    assert.equal(slow.getValue(70_000, 'i32'), 6);
  });

  it('leaves a runtime alone that is not open', () => {
    const closed = { wasmMemory: new WebAssembly.Memory({ initial: 1 }) };
    quickenMemory(closed);
    assert.deepEqual(Object.keys(closed), ['wasmMemory']);
  });
});
