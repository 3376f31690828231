import assert from 'node:assert/strict';
import { CaptureBench } from './captureBench';
import { joinedCases } from './cases/joined';
import { movedAsideCases } from './cases/movedAside';
import { oddCases } from './cases/odd';
import { plainAndRewrittenCases } from './cases/plainAndRewritten';

describe('a capture takes once, and as one chain,', () => {
  let bench: CaptureBench;
  before(async () => {
    bench = await CaptureBench.open();
  });
  after(function () {
    this.timeout(60_000);
    bench.close();
  });

  for (const { says, before: first, does, gives, passedOver } of [
    ...plainAndRewrittenCases,
    ...joinedCases,
    ...movedAsideCases,
    ...oddCases,
  ])
    it(says, async () => {
      const repository = await bench.repository();
      if (first !== undefined) repository.sh(first);
      assert.equal((await repository.capture()).state, 'first');
      repository.sh(does);
      const result = await repository.capture();
      assert.deepEqual(repository.describe(result), gives);
      assert.equal(result.state, gives.length > 0 ? 'captured' : 'unchanged');
      if (passedOver !== undefined) assert.deepEqual(result.passedOver, passedOver);
      const again = await repository.capture();
      assert.deepEqual([again.state, again.commits], ['unchanged', []]);
      await repository.checkLog([result]);
    });
});
