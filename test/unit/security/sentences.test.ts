import assert from 'node:assert/strict';
import { isExact } from '../../../src/engine/genesis/analyzers/security/findings/exactKinds';
import { guess, seenAt } from '../../../src/engine/genesis/analyzers/security/findings/seenWords';
import { flowRules } from '../../../src/engine/genesis/analyzers/security/flow/flowRules';
import { lineRules } from '../../../src/engine/genesis/analyzers/security/weaknessExtractor';
import type { FileRecord } from '../../../src/engine/genesis/scanModel';

describe('sentences of rules whose places seen are worth a look only', () => {
  it('are told of no flaw: the bundle leaves them out', () => {
    const rules = lineRules.filter(({ silent }) => silent !== true);
    const flows = new Set(flowRules.map(({ id }) => id));
    const taken = rules.flatMap(({ told, id, possible }) => {
      const group = told ?? id;
      if (possible || flows.has(group)) return [];
      const known = rules.find((rule) => rule.id === group) ?? rules.find((rule) => (rule.told ?? rule.id) === group);
      return known?.possible ? [`${id} by ${known.id}`] : [];
    });
    assert.deepEqual(taken, []);
  });

  it('have words for what a line says by itself, and are called possible where it says less', () => {
    const file = { path: 'a', role: 'source', language: 'other', bytes: 1, hash: '' } as unknown as FileRecord;
    const places = lineRules
      .filter(({ silent, possible, isPossible }) => silent !== true && (possible || isPossible))
      .map(({ id, told }) => ({ file, place: { rule: told ?? id, by: id, line: 1, endLine: 1 } }));
    const wordless = places.filter((one) => isExact(one) && seenAt(one).startsWith(guess));
    assert.deepEqual(
      wordless.map(({ place }) => place.by),
      [],
    );
    const followed = { rule: 'path-traversal', line: 1, endLine: 1 };
    assert.equal(seenAt({ file, place: followed }), 'possible path traversal');
    assert.equal(seenAt({ file, place: { ...followed, fromRequest: true } }), 'request data in a path');
  });
});
