import assert from 'node:assert/strict';
import { rankOf } from '../../../src/engine/search/rank';

/** As SQLite gives it for `pcnalx` with three columns: terms, columns, documents, averages, lengths, then hits. */
function info(documents: number, lengths: readonly number[], hits: readonly (readonly number[])[]): Uint8Array {
  const numbers = [hits.length, 3, documents, 4, 100, 0, ...lengths, ...hits.flat()];
  return new Uint8Array(new Uint32Array(numbers).buffer);
}
/** Of one term: hits here, hits everywhere and documents with hits, for title, body and parts. */
const inTitle = (documents: number): number[] => [1, documents, documents, 0, 0, 0, 0, 0, 0];
const inBody = (documents: number, count = 1): number[] => [0, 0, 0, count, documents, documents, 0, 0, 0];

describe('rankOf', () => {
  it('counts the terms that are there', () => {
    assert.equal(rankOf(info(10, [4, 100, 0], [inBody(2), inBody(0, 0)])).coverage, 1);
    assert.deepEqual(rankOf(info(10, [4, 100, 0], [inBody(0, 0)])), { coverage: 0, score: 0 });
  });

  it('puts rare words, titles, short texts and many hits first', () => {
    const score = (lengths: number[], ...hits: number[][]): number => rankOf(info(100, lengths, hits)).score;
    const usual = score([4, 100, 0], inBody(10));
    assert.ok(score([4, 100, 0], inBody(1)) > usual);
    assert.ok(score([4, 100, 0], inTitle(10)) > usual);
    assert.ok(score([4, 20, 0], inBody(10)) > usual);
    assert.ok(score([4, 100, 0], inBody(10, 5)) > usual);
    assert.ok(score([4, 100, 0], inBody(90)) > 0);
  });
});
