import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { cutDiff } from '../../../../src/engine/capture/digest/cutDiff';
import { redactHunks } from '../../../../src/engine/capture/digest/redactHunks';
import { parsePatch, patchKey } from '../../../../src/engine/git/commits/parsePatch';

const patchOf = (path: string, hunks: readonly (readonly string[])[]): string => {
  const bodies = hunks.map((lines, n) => {
    const count = (marker: string): number => lines.filter((line) => line[0] === ' ' || line[0] === marker).length;
    return `@@ -${n * 100 + 1},${count('-')} +${n * 100 + 1},${count('+')} @@ part ${n}\n${lines.map((line) => `${line}\n`).join('')}`;
  });
  return `diff --git a/${path} b/${path}\nindex 1..2 100644\n--- a/${path}\n+++ b/${path}\n${bodies.join('')}`;
};

const line = fc
  .tuple(fc.constantFrom(' ', '+', '-'), fc.stringMatching(/^[ -~]{0,60}$/))
  .map(([marker, text]) => marker + text);
const patches = fc.array(fc.array(fc.array(line, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 5 }), {
  maxLength: 5,
});

describe('a diff', () => {
  it('that fits stays what it is; a longer one has whole hunks only, and says what is missing', () => {
    fc.assert(
      fc.property(patches, fc.integer({ min: 0, max: 4_000 }), (files, limit) => {
        const text = files.map((hunks, n) => patchOf(`f${n}`, hunks)).join('');
        const { diff, truncated } = cutDiff(parsePatch(text), limit);
        assert.ok(diff.length <= limit);
        const whole = text.replaceAll('index 1..2 100644\n', '');
        assert.equal(truncated, whole.length > limit);
        if (!truncated) assert.equal(diff, whole);
        else if (diff !== '') assert.match(diff, /^\\ left out/m);
        const known = new Set(parsePatch(text).flatMap(({ hunks }) => hunks.map((hunk) => hunk.lines.join('\n'))));
        const kept = parsePatch(diff).flatMap(({ hunks }) =>
          hunks.map((hunk) => hunk.lines.filter((one) => !one.startsWith('\\ ')).join('\n')),
        );
        const parts = kept.filter((hunk) => !known.has(hunk));
        assert.ok(parts.length === 0 || (parts.length === 1 && kept[0] === parts[0] && kept.length === 1));
      }),
      { numRuns: 200 },
    );
  });

  it('has the same key wherever its change is made, and another one for another change', () => {
    const key = (text: string): string | undefined => patchKey(parsePatch(text));
    const one = patchOf('f', [[' a', '+b', '-c']]);
    assert.equal(key(one.replaceAll('1,2', '7,2').replace('1..2', '3..4').replace('+b', '+  b')), key(one));
    assert.notEqual(key(one.replace('+b', '+d')), key(one));
    assert.notEqual(key(one.replaceAll('/f', '/g')), key(one));
    assert.equal(key('diff --git a/x b/x\nold mode 100644\nnew mode 100755\n'), undefined);
  });

  it('names files whatever is in their names', () => {
    const names = ['--- "a/q\\"\\\\\\t\\303\\274"', '+++ "b/q\\"\\\\\\t\\303\\274"'].join('\n');
    const [quoted] = parsePatch(`diff --git x y\n${names}\n@@ -1 +1 @@\n-a\n+b\n`);
    assert.equal(quoted?.path, 'q"\\\tü');
    const [spaced] = parsePatch(
      'diff --git a/a b b/a b\n--- a/a b\t\n+++ /dev/null\n@@ -1 +0,0 @@\n--- a/not a header\n',
    );
    assert.deepEqual([spaced?.path, spaced?.hunks[0]?.lines], ['a b', ['--- a/not a header']]);
  });

  const token = ['ghp_', 'aZ3kQ9mX7vB2nL5cR8tY1wE4uI6oP0sD3fGh'].join('');
  const body = Array.from({ length: 8 }, (_, n) =>
    Buffer.from(`some secret bytes of a key that fills whole lines ${n} ${n}`).toString('base64').slice(0, 64),
  );

  it('loses its secrets on both sides, also where a key spans lines or begins before the hunk', () => {
    const key = [['-----BEGIN ', 'PRIVATE KEY-----'].join(''), ...body, '-----END PRIVATE KEY-----'];
    const [patch] = parsePatch(
      patchOf('f', [
        [' before', `+const t = '${token}'`, `-const t = '${token}'`, ' after'],
        [' x', ...key.map((text) => `-${text}`), ' y'],
        body.slice(1, 6).map((text) => `+${text}`),
      ]),
    );
    const { hunks, counts } = redactHunks(patch?.hunks ?? []);
    const text = JSON.stringify(hunks);
    for (const hidden of [token, ...body]) assert.ok(!text.includes(hidden), hidden);
    assert.deepEqual(hunks[0]?.lines, [
      ' before',
      "+const t = '«github-token»'",
      "-const t = '«github-token»'",
      ' after',
    ]);
    assert.deepEqual([hunks[1]?.lines[0], hunks[1]?.lines.at(-1)], [' x', ' y']);
    assert.deepEqual(counts, { 'github-token': 2, 'private-key': 1, 'encoded-block': 1 });
  });

  it('without secrets is not changed', () => {
    fc.assert(
      fc.property(patches, (files) => {
        for (const { hunks } of parsePatch(files.map((one, n) => patchOf(`f${n}`, one)).join(''))) {
          const { hunks: after, counts } = redactHunks(hunks);
          if (Object.keys(counts).length === 0) assert.deepEqual(after, hunks);
          assert.deepEqual(
            after.map((hunk) => hunk.lines.length),
            hunks.map((hunk) => hunk.lines.length),
          );
        }
      }),
      { numRuns: 50 },
    );
  });
});
