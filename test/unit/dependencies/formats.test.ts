import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lockFormats, manifestFormats } from '../../../src/engine/genesis/analyzers/dependencies/manifestFormats';
import { packageLines, requirementLines, runtimeLines } from './formats';
import { lockExamples } from './lockExamples';
import { manifestExamples } from './manifestExamples';

describe('formats of manifests and lock files', () => {
  for (const [at, example] of manifestExamples.entries()) {
    it(`reads ${example.path} (${at + 1})`, () => {
      const facts = manifestFormats
        .find((format) => format.pattern.test(example.path))
        ?.parse(example.text, example.path);
      assert.deepEqual(requirementLines(facts), example.requirements);
      if (example.runtimes !== undefined) assert.deepEqual(runtimeLines(facts), example.runtimes);
    });
  }

  for (const [at, example] of lockExamples.entries()) {
    it(`reads ${example.path} (${at + 1})`, () => {
      const facts = lockFormats.find((format) => format.pattern.test(example.path))?.parse(example.text, example.path);
      assert.deepEqual(packageLines(facts), example.packages);
    });
  }

  it('has an example for every lock format', () => {
    const unshown = lockFormats.filter((format) => !lockExamples.some((example) => format.pattern.test(example.path)));
    assert.deepEqual(unshown, []);
  });

  it('has an example for every format that lists requirements', () => {
    const shared = /workspace|properties|versions|buildSrc|settings|go\\\.work|Directory/;
    const unshown = manifestFormats.filter(
      ({ pattern }) => !shared.test(pattern.source) && !manifestExamples.some((example) => pattern.test(example.path)),
    );
    assert.deepEqual(unshown, []);
  });

  it('takes any text: it answers or throws an error, and soon', () => {
    const parsers = [...manifestFormats, ...lockFormats];
    const fragments = [...manifestExamples, ...lockExamples].map((example) => example.text);
    const text = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc
        .tuple(fc.constantFrom(...fragments), fc.nat(400), fc.string({ maxLength: 20 }))
        .map(([base, cut, tail]) => base.slice(0, cut) + tail),
    );
    fc.assert(
      fc.property(text, fc.nat(parsers.length - 1), (source, index) => {
        try {
          parsers[index]?.parse(source, 'a/requirements/x.txt');
        } catch (error) {
          assert.ok(error instanceof Error);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is linear on long hostile lines', () => {
    const hostile = [
      'implementation '.repeat(20_000),
      `gem "x"${' '.repeat(100_000)}`,
      '['.repeat(50_000),
      `a${'-'.repeat(100_000)}`,
      '"'.repeat(100_001),
    ];
    const started = performance.now();
    for (const { parse } of [...manifestFormats, ...lockFormats]) {
      for (const text of hostile) {
        try {
          parse(text, 'x/requirements.txt');
        } catch (error) {
          assert.ok(error instanceof Error);
        }
      }
    }
    assert.ok(performance.now() - started < 8_000, `${performance.now() - started} ms`);
  });
});
