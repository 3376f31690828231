import assert from 'node:assert/strict';
import { conventionsAnalyzer } from '../../../src/engine/genesis/analyzers/conventions';
import { commitShapes } from '../../../src/engine/genesis/analyzers/conventions/commitStyle';
import { testMarks } from '../../../src/engine/genesis/analyzers/conventions/testMarks';
import { testNamings } from '../../../src/engine/genesis/analyzers/conventions/testPlacement';
import { analyzeSources } from '../../support/analyzeSources';
import { check } from './checkConventions';

describe('conventions', () => {
  it('measures commit subjects against the guide', () => {
    const commits = Array.from({ length: 120 }, (_, n) => ({
      sha: `${n}`.padStart(40, '0'),
      author: 'A',
      authoredAt: 0,
      subject: n % 10 === 0 ? 'Bump left-pad from 1 to 2' : 'feat(cart): keep items',
      files: [],
    }));
    const git = { branch: 'main', commit: null, remote: null, commits };
    return check(
      { 'CONTRIBUTING.md': '# Contributing\n\nWe follow Conventional Commits.\n' },
      [
        {
          rule: 'conventions/commit-style',
          title: /^90 % of the last 120 commit subjects, merges aside, follow Conventional Commits/,
          cites: 'CONTRIBUTING.md',
        },
      ],
      git,
    );
  });

  it('cites the line that speaks of commits, and is silent without one', async () => {
    const commits = Array.from({ length: 120 }, (_, n) => ({
      sha: `${n}`.padStart(40, '0'),
      author: 'A',
      authoredAt: 0,
      subject: 'fix: keep items',
      files: [],
    }));
    const git = { branch: 'main', commit: null, remote: null, commits };
    const guide = { 'CONTRIBUTING.md': '# Contributing\n\nBe kind.\n\nUse `feat: subject`.\n' };
    const { findings } = await analyzeSources([conventionsAnalyzer], guide, { git });
    assert.deepEqual(findings[0]?.evidence, [{ path: 'CONTRIBUTING.md', startLine: 5, endLine: 5 }]);
    await check({ 'CONTRIBUTING.md': '# Contributing\n\nBe kind.\n\nRead on good commit messages.\n' }, [], git);
    const step = {
      '.github/workflows/title.yml': 'steps:\n  # https://x.example/commitlint\n  - uses: a/commitlint@v1\n',
    };
    const checked = await analyzeSources([conventionsAnalyzer], step, { git });
    assert.equal(checked.findings[0]?.evidence[0]?.startLine, 3);
    await check({ 'README.md': '# Shop\n\n1.2: fix: keep items\n' }, [], git);
  });

  it('every rule of a table fits its own example first', () => {
    for (const shape of commitShapes)
      assert.equal(
        commitShapes.find(({ pattern }) => pattern.test(shape.example)),
        shape,
      );
    for (const mark of testMarks) assert.match(`// before\n${mark.example}\n`, mark.pattern);
    // A function that helps tests is none.
    const php = testMarks.find(({ language }) => language === 'PHP');
    assert.ok(php?.pattern.test('function test_path(string $path): string\n') === false);
    for (const naming of testNamings)
      assert.equal(
        testNamings.find(({ pattern }) => pattern.test(naming.example.replace(/\.java$/, '.java'))),
        naming,
      );
  });
});
