import assert from 'node:assert/strict';
import { changesBetween } from '../../../src/engine/genesis/recall/changes';
import { aspect } from '../../../src/engine/genesis/recall/notes';
import type { FileRecord } from '../../../src/engine/genesis/scanModel';

const file: FileRecord = {
  path: 'src/Cup.java',
  language: 'java',
  languageName: 'Java',
  role: 'source',
  bytes: 9,
  lines: 1,
  hash: 'a',
};

/** Bits of the changes from one state of a file's code facts to another. */
function bitsOf(before: unknown, now: unknown): number {
  const state = (facts: unknown) => ({
    get: () => undefined,
    pathsOf: () => new Set([file.path]),
    idsOf: () => ['code'],
    textOf: () => JSON.stringify(facts),
  });
  const changes = changesBetween({
    files: [file],
    changed: [0],
    former: new Map([[file.path, file]]),
    before: state(before),
    now: state(now),
  });
  return changes?.files.get(0) ?? 0;
}

describe('changesBetween', () => {
  it('takes a use that moved for a change of imports: findings cite its line', () => {
    const at = (line: number) => ({ imports: [], symbols: [], references: [{ name: 'Plate', line }] });
    assert.equal(bitsOf(at(2), at(3)), aspect.code | aspect.imports);
    assert.equal(bitsOf(at(2), at(2)), 0);
    const declared = (line: number) => ({ imports: [], symbols: [{ name: 'Cup', line, endLine: line }] });
    assert.equal(bitsOf(declared(2), declared(3)), aspect.code);
  });
});
