import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { WireAnswer } from '../../../src/engine/outbox/http/transport';
import { backoffMs, isDue, parseHttpDate, parseRetryAfter } from '../../../src/engine/outbox/send/backoff';
import { judgeAnswer } from '../../../src/engine/outbox/send/judgeAnswer';
import { contextSpineSink } from '../../../src/engine/outbox/sinks/contextSpineSink';
import { contoxSink } from '../../../src/engine/outbox/sinks/contoxSink';

const now = Date.UTC(2026, 0, 5, 9);
const answer = (status: number, body: unknown = {}, headers: WireAnswer['headers'] = {}): WireAnswer => ({
  status,
  headers,
  text: typeof body === 'string' ? body : JSON.stringify(body),
});

describe('judging an answer', () => {
  const cases: readonly [says: string, answer: WireAnswer, verdict: Record<string, unknown>][] = [
    ['202 with an event', answer(202, { eventId: 'evt_1', sessionId: 'sess_1' }), { kind: 'delivered' }],
    ['202 without one', answer(202, {}), { kind: 'later', scope: 'sink' }],
    ['200 with a page', answer(200, '<html>'), { kind: 'later', scope: 'sink' }],
    ['401 about the signature', answer(401, { error: 'Invalid signature' }), { kind: 'refused', scope: 'project' }],
    ['401 about the time', answer(401, { error: 'Timestamp expired' }), { kind: 'clock' }],
    ['403', answer(403), { kind: 'refused', scope: 'project' }],
    ['404 about the project', answer(404, { error: 'Project not found' }), { kind: 'refused', scope: 'project' }],
    ['404 about the route', answer(404, { error: 'Not found' }), { kind: 'refused', scope: 'sink' }],
    ['409', answer(409, { error: 'The project is archived' }), { kind: 'refused', scope: 'project' }],
    ['400', answer(400, { error: 'Invalid request body' }), { kind: 'dead' }],
    ['422', answer(422), { kind: 'dead' }],
    ['413', answer(413), { kind: 'tooLarge' }],
    ['429', answer(429), { kind: 'later', scope: 'sink' }],
    ['500', answer(500), { kind: 'later', scope: 'delivery' }],
    ['307', answer(307), { kind: 'refused', scope: 'sink' }],
  ];
  for (const [says, given, verdict] of cases)
    it(`${says} is ${verdict['kind']}`, () => {
      const judged: Record<string, unknown> = { ...judgeAnswer(contoxSink, given, now) };
      assert.deepEqual(Object.fromEntries(Object.keys(verdict).map((key) => [key, judged[key]])), verdict);
    });

  it('of Context Spine another body under the same key is one that came before; a wrong key is wrong for all', () => {
    assert.equal(judgeAnswer(contextSpineSink, answer(409, { error: 'used' }), now).kind, 'delivered');
    const refused = judgeAnswer(contextSpineSink, answer(401, { error: 'Unauthorized' }), now);
    assert.deepEqual([refused.kind, 'scope' in refused && refused.scope], ['refused', 'sink']);
  });

  it('anything at all is judged, and what is no success never counts as one', () =>
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.string(), fc.string(), (status, text, retry) => {
        const verdict = judgeAnswer(contoxSink, answer(status, text, { 'retry-after': retry }), now);
        assert.ok(verdict.kind !== 'delivered');
      }),
    ));
});

describe('waiting', () => {
  it('grows to an hour and is never nothing', () => {
    assert.deepEqual(
      [1, 2, 3, 12, 13, 1_000].map((failures) => backoffMs(failures, () => 1)),
      [2_000, 4_000, 8_000, 3_600_000, 3_600_000, 3_600_000],
    );
    assert.equal(
      backoffMs(5, () => 0),
      500,
    );
  });

  it('Retry-After is in seconds, or an instant by the clock of the server', () => {
    const times = { now, serverTime: now + 600_000 };
    assert.equal(parseRetryAfter('120', times), 120_000);
    assert.equal(parseRetryAfter(new Date(now + 660_000).toUTCString(), times), 60_000);
    assert.equal(parseRetryAfter(new Date(now + 60_000).toUTCString(), { now, serverTime: undefined }), 60_000);
    assert.equal(parseRetryAfter('999999999', times), 86_400_000);
    for (const nothing of [undefined, '', 'soon', '-1', '1.5', '2026-01-05'])
      assert.equal(parseRetryAfter(nothing, times), undefined);
    assert.equal(parseHttpDate('Sun, 06 Nov 1994 08:49:37 GMT'), 784_111_777_000);
  });

  it('an instant far ahead is that of a clock which was set back', () => {
    assert.deepEqual(
      [null, now - 1, now, now + 1, now + 2 * 86_400_000].map((at) => isDue(at, now)),
      [true, true, true, false, true],
    );
  });
});
