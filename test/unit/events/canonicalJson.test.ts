import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalJson } from '../../../src/engine/events/canonicalJson';

describe('canonicalJson', () => {
  const cases: [says: string, value: unknown, text: string][] = [
    ['sorts members', { b: 1, a: [2, { d: null, c: 'x' }] }, '{"a":[2,{"c":"x","d":null}],"b":1}'],
    ['drops what is undefined', { a: undefined, b: 1 }, '{"b":1}'],
    ['keeps the order of a list', [3, 1, 2], '[3,1,2]'],
    ['sorts by code units, not by locale', { é: 1, z: 2, Z: 3 }, '{"Z":3,"z":2,"é":1}'],
    ['escapes half a surrogate pair', { a: '\ud800' }, '{"a":"\\ud800"}'],
    ['says undefined as null', undefined, 'null'],
  ];
  for (const [says, value, text] of cases) it(says, () => assert.equal(canonicalJson(value), text));

  it('is JSON of the same value, whatever the order of the members', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // JSON itself knows no -0.
        const plain: unknown = JSON.parse(JSON.stringify(value));
        assert.deepEqual(JSON.parse(canonicalJson(value)), plain);
        assert.equal(canonicalJson(reversed(plain)), canonicalJson(plain));
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
