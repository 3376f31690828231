import assert from 'node:assert/strict';
import { FactsByExtractor } from '../../../src/engine/genesis/work/factsByExtractor';
import { FactsPacker } from '../../../src/engine/genesis/work/factsCodec';
import type { PlacedFacts } from '../../../src/engine/genesis/work/jobs';

/** One pack: by path, what each extractor said. */
function packOf(said: Readonly<Record<string, Readonly<Record<string, unknown>>>>): PlacedFacts {
  const packer = new FactsPacker();
  for (const [path, facts] of Object.entries(said))
    packer.add(
      path,
      Object.entries(facts).map(([id, value]) => [id, JSON.stringify(value)] as const),
    );
  const pack = packer.pack();
  assert.ok(pack);
  return { bytes: pack.bytes, places: pack.paths.map((path, place) => [path, place] as const) };
}

describe('FactsByExtractor', () => {
  it('names the files of which an extractor said something', () => {
    const facts = new FactsByExtractor();
    facts.add(packOf({ 'a.ts': { code: 1 }, 'b.ts': { code: 2, routes: 3 } }));
    facts.add(packOf({ 'c.ts': { routes: 4 } }));
    assert.deepEqual([...facts.pathsOf('routes')].sort(), ['b.ts', 'c.ts']);
    assert.deepEqual([...facts.pathsOf('code')].sort(), ['a.ts', 'b.ts']);
    assert.deepEqual([...facts.pathsOf('style')], []);
  });

  it('takes what came later for what a file says, also when it was asked before', () => {
    const facts = new FactsByExtractor();
    facts.add(packOf({ 'a.ts': { code: 1, routes: 2 }, 'b.ts': { code: 3 } }));
    assert.deepEqual([...facts.pathsOf('routes')], ['a.ts']);
    facts.add(packOf({ 'a.ts': { code: 5 } }));
    assert.deepEqual([...facts.pathsOf('routes')], []);
    assert.deepEqual([...facts.pathsOf('code')].sort(), ['a.ts', 'b.ts']);
    assert.equal(facts.get('code', 'a.ts'), 5);
    assert.equal(facts.get('routes', 'a.ts'), undefined);
  });

  it('leaves out what was not asked for of a pack', () => {
    const facts = new FactsByExtractor();
    const { bytes, places } = packOf({ 'a.ts': { code: 1 }, 'b.ts': { code: 2 } });
    facts.add({ bytes, places: places.slice(1) });
    assert.deepEqual([...facts.pathsOf('code')], ['b.ts']);
  });

  it('gives the same text before and after the value was asked for', () => {
    const facts = new FactsByExtractor();
    facts.add(packOf({ 'a.ts': { code: { names: ['x', 'y'] } } }));
    const before = facts.textOf('code', 'a.ts');
    assert.deepEqual(facts.get('code', 'a.ts'), { names: ['x', 'y'] });
    assert.equal(facts.textOf('code', 'a.ts'), before);
  });

  it('opens packs of which the facts take much more room than they were given at once, and those of other scripts', () => {
    const facts = new FactsByExtractor();
    const names = Array.from({ length: 200_000 }, () => 'same');
    facts.add(packOf({ 'a.ts': { code: names, words: 'größer, 大きい, 🙂' }, 'b.ts': { code: 'ü' } }));
    assert.deepEqual(facts.get('code', 'a.ts'), names);
    assert.equal(facts.get('words', 'a.ts'), 'größer, 大きい, 🙂');
    assert.equal(facts.get('code', 'b.ts'), 'ü');
  });
});
