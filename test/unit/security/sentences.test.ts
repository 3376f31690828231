import assert from 'node:assert/strict';
import { flowRules } from '../../../src/engine/genesis/analyzers/security/flow/flowRules';
import { lineRules } from '../../../src/engine/genesis/analyzers/security/weaknessExtractor';

describe('sentences of rules whose places are worth a look only', () => {
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
});
