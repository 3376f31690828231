import assert from 'node:assert/strict';
import type { Extractor } from '../../../src/engine/genesis/extractor';
import { extractFacts } from '../../../src/engine/genesis/runAnalyzers';
import type { SourceFile } from '../../../src/engine/genesis/sourceFile';
import { WorkWatch } from '../../../src/engine/genesis/work/workProtocol';

const files = ['a.txt', 'b.txt'].map((path, place) => ({ file: { path } as SourceFile, place: place * 2 }));

const extractor = (id: string, extract: Extractor<unknown>['extract']): Extractor<unknown> => ({
  id,
  version: 1,
  wants: ({ path }) => id !== 'only b' || path === 'b.txt',
  extract,
});

describe('extractFacts', () => {
  it('goes through all files with one extractor after the other, and says how long each was looked at', () => {
    const looks: string[] = [];
    const until = (end: number): undefined => {
      while (performance.now() < end);
    };
    const slow = extractor('slow', ({ path }) => (path === 'a.txt' ? until(performance.now() + 20) : undefined));
    const others = [extractor('broken', () => assert.fail('no')), extractor('only b', ({ path }) => `in ${path}`)];
    const found = extractFacts(files, [slow, ...others], (place, spentMs) =>
      looks.push(`${place} ${spentMs >= 20 ? 'long' : 'short'}`),
    );
    assert.deepEqual(looks, ['0 short', '2 short', '0 long', '2 short', '2 short']);
    const problems = [{ source: 'broken', message: 'no' }];
    assert.deepEqual(
      found.map(({ place, facts, problems: said }) => ({ place, facts, problems: said })),
      [
        { place: 0, facts: {}, problems },
        { place: 2, facts: { 'only b': 'in b.txt' }, problems },
      ],
    );
  });

  it('counts what was spent on a file before', () => {
    const watch = new WorkWatch();
    watch.begin(1, 4_000.4);
    assert.ok(watch.elapsedMs >= 4_000 && watch.elapsedMs < 6_000);
  });
});
