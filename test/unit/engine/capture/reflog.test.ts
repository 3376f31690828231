import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parseReflog } from '../../../../src/engine/git/dir/parseReflog';
import {
  beginOfReflog,
  endOfReflog,
  noPosition,
  positionAfter,
  readReflog,
} from '../../../../src/engine/git/dir/readReflog';

const sha = (n: number): string => n.toString(16).padStart(40, '0');
const entry = (n: number, message: string, name = 'Me'): string =>
  `${sha(n)} ${sha(n + 1)} ${name} <me@example.invalid> ${1_000 + n} +0100\t${message}\n`;

describe('a reflog', () => {
  const base = mkdtempSync(join(tmpdir(), 'contox-reflog-'));
  const path = join(base, 'HEAD');
  after(() => rmSync(base, { recursive: true }));
  const messages = (from = noPosition): string[] => readReflog(path, from).entries.map((one) => one.message);

  it('is read whatever names and messages hold', () => {
    const text = fc.stringMatching(/^[^\n\0]{0,40}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.stringMatching(/^[^\n\t\0<>]{0,20}$/)), { maxLength: 8 }), (lines) => {
        const bytes = Buffer.from(lines.map(([message, name], n) => entry(n + 1, message, name)).join(''));
        const entries = parseReflog(bytes, 7);
        assert.deepEqual(
          entries.map(({ message, email, at }) => [message, email, at]),
          lines.map(([message], n) => [message, 'me@example.invalid', (1_001 + n) * 1000]),
        );
        assert.equal(entries.at(-1)?.end ?? 7, bytes.length + 7);
      }),
    );
    const raw = Buffer.concat([Buffer.from(entry(0, 'x').trimEnd()), Buffer.from([0xfc, 10])]);
    assert.deepEqual(
      parseReflog(raw, 0).map((one) => [one.old, one.message]),
      [[null, 'xü']],
    );
    assert.deepEqual(parseReflog(Buffer.from('no entry\n\n<>\n'), 0), []);
  });

  it('is read on from where it was read, also when its beginning is gone', () => {
    writeFileSync(path, [1, 2, 3].map((n) => entry(n, `m${n}`)).join(''));
    const { position } = endOfReflog(path);
    assert.deepEqual(messages(position), []);
    appendFileSync(path, `${entry(4, 'm4')}${entry(5, 'being writ').trimEnd()}`);
    assert.deepEqual(messages(position), ['m4']);
    writeFileSync(path, [3, 4, 5].map((n) => entry(n, `m${n}`)).join(''));
    assert.deepEqual(messages(position), ['m4', 'm5']);
    const [, second] = readReflog(path, noPosition).entries;
    assert.ok(second);
    assert.deepEqual(messages(positionAfter(path, second)), ['m5']);
    writeFileSync(path, entry(9, 'other'));
    assert.deepEqual([readReflog(path, position).state, messages(position)], ['lost', ['other']]);
    assert.equal(beginOfReflog(path)?.message, 'other');
    writeFileSync(path, '');
    assert.deepEqual([readReflog(path, position).state, endOfReflog(path).position], ['lost', noPosition]);
    rmSync(path);
    assert.equal(readReflog(path, position).state, 'absent');
  });

  it('of any length ends where it ends', () => {
    writeFileSync(path, Array.from({ length: 100_000 }, (_, n) => entry(n + 1, `m${n}`)).join(''));
    const { last, position } = endOfReflog(path);
    assert.equal(last?.message, 'm99999');
    appendFileSync(path, entry(5, 'x'.repeat(200_000)));
    assert.equal(messages(position)[0]?.length, 200_000);
    assert.equal(endOfReflog(path).last?.message.length, 200_000);
  });
});
