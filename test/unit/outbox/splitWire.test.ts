import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { WireBody } from '../../../src/engine/outbox/sinks/sink';
import { shortenWire, splitWire } from '../../../src/engine/outbox/wire/splitWire';

const size = (body: WireBody): number => Buffer.byteLength(JSON.stringify(body));
const commits = (body: WireBody): unknown[] => (body['payload'] as { commits: unknown[] }).commits;

describe('dividing a body', () => {
  it('halves hold every commit once, in order, and all the rest', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 2, maxLength: 50 }), (all) => {
        const body = { event: 'git_digest', payload: { range: { to: 'abcd' }, commits: all }, source: 'git' };
        const [first, second] = splitWire(body) ?? assert.fail();
        assert.deepEqual([...commits(first), ...commits(second)], all);
        for (const half of [first, second]) {
          assert.ok(commits(half).length > 0 && commits(half).length < all.length);
          assert.deepEqual({ ...half, payload: { ...(half['payload'] as object), commits: all } }, body);
        }
      }),
    ));

  it('one commit is not divided, and neither is another event', () => {
    assert.equal(splitWire({ event: 'git_digest', payload: { commits: [1] } }), undefined);
    assert.equal(splitWire({ event: 'scan_result', payload: { commits: [1, 2] } }), undefined);
    assert.equal(splitWire({ event_type: 'git.digested', payload: { commits: [1, 2] } }), undefined);
  });
});

describe('shortening a body', () => {
  it('diffs go first, and it is said', () => {
    const commit = { sha: 'a', subject: 'Kept', files: [{ path: 'a', additions: 2 }], diff: '+'.repeat(5_000) };
    const shorter = shortenWire({ event: 'git_digest', payload: { commits: [commit] } }) ?? assert.fail();
    const { diff: _diff, ...rest } = commit;
    assert.deepEqual(commits(shorter), [{ ...rest, diffTruncated: true }]);
  });

  it('becomes smaller each time until nothing long is in it', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3_000 }), { maxLength: 300 }), (texts) => {
        let body: WireBody | undefined = { event: 'scan_result', payload: { findings: texts } };
        for (let turns = 0; body; turns++) {
          assert.ok(turns < 30);
          const next: WireBody | undefined = shortenWire(body);
          if (next) assert.ok(size(next) < size(body));
          body = next;
        }
      }),
    ));

  it('does not cut a character in two', () => {
    const body =
      shortenWire({ event: 'session_save', payload: { summary: `a${'😀'.repeat(2_000)}` } }) ?? assert.fail();
    const { summary } = body['payload'] as { summary: string };
    assert.equal(Buffer.from(summary).toString('utf8'), summary);
  });
});
