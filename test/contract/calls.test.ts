import { isEngineError } from '../../src/base/engineError';
import type { CallOptions } from '../../src/engine/engine';
import { type EngineMethod, engineCalls } from '../../src/shared/engineCalls';
import { ApiBench } from './support/apiBench';

describe('the calls of the engine', () => {
  let bench: ApiBench;
  before(async () => {
    bench = await ApiBench.open();
  });
  after(() => bench.close());

  // Nobody checks for them on the way, so that it is done once.
  it('check each its own parameters', async () => {
    const taken: string[] = [];
    for (const method of Object.keys(engineCalls) as EngineMethod[]) {
      const call = bench.engine[method] as (params: unknown, options: CallOptions) => Promise<unknown>;
      const refused = await call(5, {}).then(
        () => false,
        (error: unknown) => isEngineError(error, 'invalid'),
      );
      if (!refused) taken.push(method);
    }
    if (taken.length > 0) throw new Error(`${taken.join(', ')} took what is no parameter`);
  });
});
