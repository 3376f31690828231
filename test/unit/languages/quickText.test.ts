import assert from 'node:assert/strict';
import { quickenTexts } from '../../../src/engine/genesis/languages/quickText';

/** The part of the global that is used here; Node's types leave it to the DOM's. */
declare const WebAssembly: {
  readonly Memory: new (size: {
    initial: number;
    maximum?: number;
  }) => { readonly buffer: ArrayBuffer; grow(pages: number): number };
};

type Take = (address: number, index: number, row: number, column: number, lengthAddress: number) => void;

function opened(currentParseCallback: ((index: number) => unknown) | null) {
  const wasmMemory = new WebAssembly.Memory({ initial: 1, maximum: 2 });
  const slow: Take = () => assert.fail('The slow one was called.');
  const env: Record<string, unknown> = { tree_sitter_parse_callback: slow };
  quickenTexts({ env }, { currentParseCallback, wasmMemory });
  const take = env['tree_sitter_parse_callback'] as Take;
  const textAt = (address: number): string => {
    const units = new Uint16Array(wasmMemory.buffer, address);
    return String.fromCharCode(...units.subarray(0, units.indexOf(0)));
  };
  return { take, wasmMemory, textAt, lengthAt: (at: number) => new Int32Array(wasmMemory.buffer)[at >> 2] };
}

describe('quickTexts', () => {
  it('writes what follows a place, with its length and its end', () => {
    const text = 'let Ä = "\u{1f600}\ud800";';
    const { take, textAt, lengthAt } = opened((index) => text.slice(index));
    take(512, 4, 0, 4, 8);
    assert.equal(textAt(512), text.slice(4));
    assert.equal(lengthAt(8), text.length - 4);
  });

  it('writes no more than a piece, and says how much there is', () => {
    const text = 'x'.repeat(20_000);
    const { take, wasmMemory, textAt, lengthAt } = opened((index) => text.slice(index));
    new Uint8Array(wasmMemory.buffer).fill(255, 1_024 + 10_240, 1_024 + 10_250);
    take(1_024, 0, 0, 0, 8);
    assert.equal(textAt(1_024).length, 5_119);
    assert.equal(lengthAt(8), 20_000);
    assert.equal(new Uint8Array(wasmMemory.buffer)[1_024 + 10_240], 255);
  });

  it('follows memory that grew, and tells the end where there is no text', () => {
    const { take, wasmMemory, textAt, lengthAt } = opened((index) => (index > 0 ? undefined : 'after'));
    wasmMemory.grow(1);
    take(70_000, 0, 0, 0, 8);
    assert.equal(textAt(70_000), 'after');
    take(70_000, 1, 0, 0, 8);
    assert.equal(lengthAt(8), 0);
  });

  it('leaves a runtime alone that asks otherwise', () => {
    const env = {};
    quickenTexts({ env }, { wasmMemory: new WebAssembly.Memory({ initial: 1 }) });
    assert.deepEqual(env, {});
  });
});
