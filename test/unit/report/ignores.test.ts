import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyIgnores } from '../../../src/engine/genesis/report/ignores/applyIgnores';
import { parseIgnores } from '../../../src/engine/genesis/report/ignores/parseIgnores';
import { fitsPath } from '../../../src/engine/genesis/report/ignores/pathGlob';
import { sampleFinding } from '../../support/samples';

describe('the file of ignored findings', () => {
  it('is read entry by entry: a broken one is said and costs itself only', () => {
    const good = { rule: 'security/x', path: 'src/**', reason: 'known' };
    const text = JSON.stringify({ version: 1, ignores: [{ rule: 'security/x' }, good, { ...good, expires: 'soon' }] });
    const { entries, problems } = parseIgnores(text);
    assert.deepEqual(entries, [good]);
    assert.deepEqual(
      problems.map((problem) => problem.slice(0, 24)),
      ['Entry 1 is left out: pat', 'Entry 3 is left out: exp'],
    );
  });

  it('never throws, whatever the file holds', () => {
    fc.assert(fc.property(fc.json(), (text) => void parseIgnores(text)));
    fc.assert(fc.property(fc.string(), (text) => void parseIgnores(text)));
    assert.equal(parseIgnores('null').entries.length, 0);
  });

  const paths: readonly [pattern: string, path: string, fits: boolean][] = [
    ['src/a.js', 'src/a.js', true],
    ['src/a.js', 'src/a.jsx', false],
    ['**', 'a/b/c.js', true],
    ['src/**', 'src/a/b.js', true],
    ['src/**', 'source/a.js', false],
    ['**/*.test.js', 'a/b/c.test.js', true],
    ['**/*.test.js', 'c.test.js', true],
    ['src/*.js', 'src/a/b.js', false],
    ['a/**/z/*.js', 'a/b/c/z/d.js', true],
    ['*.a.*.js', 'x.a.a.js', true],
    ['*aa', 'a', false],
  ];
  for (const [pattern, path, fits] of paths)
    it(`${pattern} ${fits ? 'fits' : 'does not fit'} ${path}`, () => assert.equal(fitsPath(pattern, path), fits));

  it('takes its time on no pattern', () => {
    const started = performance.now();
    assert.equal(fitsPath(`${'**/a*'.repeat(50)}/x`, 'aaaaaaaa/'.repeat(200)), false);
    assert.equal(fitsPath(`${'*a'.repeat(200)}b`, 'a'.repeat(5_000)), false);
    assert.ok(performance.now() - started < 2_000);
  });

  it('ignores what a rule says of some files, and nothing of other rules', () => {
    const finding = sampleFinding({ rule: 'security/x', evidence: [{ path: 'src/a.ts', startLine: 1, endLine: 1 }] });
    const other = sampleFinding({ id: 'find_2', rule: 'security/y', evidence: finding.evidence });
    const entries = [{ rule: 'security/x', path: 'src/*', reason: 'known' }];
    const { open, ignored } = applyIgnores([finding, other], entries, '2026-11-22');
    assert.deepEqual([open.map(({ id }) => id), ignored.map(({ id }) => id)], [['find_2'], ['find_1']]);
  });

  it('counts the last day of an entry, and no day after', () => {
    const finding = sampleFinding({ rule: 'security/x', fingerprint: 'ab12ab12ab12ab12' });
    const entry = { rule: 'security/x', path: 'x', fingerprint: 'ab12ab12ab12ab12', reason: 'known' };
    const until = (expires: string) => applyIgnores([finding], [{ ...entry, expires }], '2026-11-22').ignored.length;
    assert.deepEqual([until('2026-11-22'), until('2026-11-21')], [1, 0]);
  });
});
