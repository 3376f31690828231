import assert from 'node:assert/strict';
import type { DeliveryDetail } from '../../../../src/shared/delivery';
import { deliveryDocument } from '../../../../src/shell/delivery/deliveryDocument';
import { deliveryTooltip } from '../../../../src/shell/views/deliveries/deliveryMarkdown';
import { deliveryRows } from '../../../../src/shell/views/deliveries/deliveryRows';
import { sinkTrouble, sizeOf } from '../../../../src/shell/words/deliveryWords';
import { sampleDelivery, sampleSink } from '../../../support/samples';

const now = Date.parse('2026-03-01T10:05:00.000Z');
const at = '2026-03-01T10:00:00.000Z';

describe('the egress ledger', () => {
  const rows = (input: Partial<Parameters<typeof deliveryRows>[0]>) =>
    deliveryRows({ status: { sinks: [] }, deliveries: [], hasMore: false, now, ...input }).map(
      ({ row }) => `${row.label} | ${row.description ?? ''} | ${row.kind}`,
    );

  it('lists servers first, then what left, with size, server and time', () => {
    const status = { sinks: [sampleSink({ queued: 2, dead: 1, lastDeliveredAt: at })] };
    assert.deepEqual(rows({ status, deliveries: [sampleDelivery()], hasMore: true }), [
      'Contox | 2 events waiting · 1 refused · last delivered 5 min ago | sink.idle',
      'Commits | delivered · 4.2 kB · Contox · 5 min ago | delivery.delivered',
      'Older ones are kept and not listed here |  | more',
    ]);
  });

  it('says why one was refused, and how often one was tried', () => {
    const dead = sampleDelivery({ state: 'dead', lastError: '413: the body is\ntoo large', deliveredAt: null });
    const waiting = sampleDelivery({ state: 'queued', attempts: 3, deliveredAt: null, eventType: 'session.saved' });
    assert.deepEqual(rows({ deliveries: [dead, waiting] }), [
      'Commits | refused · 413: the body is too large · 4.2 kB · Contox · 5 min ago | delivery.dead',
      'Session summary | waits · tried 3 times · 4.2 kB · Contox · 5 min ago | delivery.queued',
    ]);
  });

  it('trouble comes with its cure', () => {
    const lastError = { message: 'The server refuses the signature.', cure: 'Set the secret again.', at };
    assert.deepEqual(sinkTrouble(sampleSink({ state: 'refused', lastError })), [
      'Contox: The server refuses the signature.',
      'Set the secret again.',
    ]);
    assert.match(sinkTrouble(sampleSink({ state: 'noSecret' }))[0] ?? '', /Set Server Secret/);
    assert.deepEqual(sinkTrouble(sampleSink({ lastError })), []);
  });

  it('what a server answered can not pose as markup', () => {
    const delivery = sampleDelivery({ state: 'dead', lastError: '<img src=x> [a](command:b)' });
    const text = deliveryTooltip({ kind: 'delivery', delivery }, now);
    assert.ok(text.includes('\\<img') && text.includes('\\[a\\]'), text);
  });

  it('sizes are in units people read', () =>
    assert.deepEqual([812, 4200, 2_500_000].map(sizeOf), ['812 B', '4.2 kB', '2.5 MB']));
});

describe('a delivery as a document', () => {
  const body = '{"event":"git_digest","payload":{"text":"```\\nfence"}}';
  const detail: DeliveryDetail = {
    ...sampleDelivery({ attempts: 2, bytes: body.length }),
    body,
    redactions: { 'aws-access-key': 2 },
    log: [
      {
        at,
        method: 'POST',
        url: 'https://contox.example/api/v2/ingest',
        headers: { 'X-Contox-Signature': 'sha256=abc' },
        status: null,
        answer: null,
        error: 'connect ECONNREFUSED',
        durationMs: 12,
      },
      {
        at,
        method: 'POST',
        url: 'https://contox.example/api/v2/ingest',
        headers: { 'X-Contox-Signature': 'sha256=def' },
        status: 202,
        answer: '# Not a heading of ours\n````\n',
        error: null,
        durationMs: 1500,
      },
    ],
  };

  it('tells what was sent, what was replaced, and each attempt with its answer', () => {
    const text = deliveryDocument(detail);
    assert.match(text, /^# Commits to Contox\n\n- State: delivered\n/);
    assert.match(text, /- Secrets replaced: 2 × aws-access-key\n/);
    assert.match(text, /### 1\. .*: connect ECONNREFUSED, after 0\.0 s\n/);
    assert.match(
      text,
      /### 2\. .*: answer 202, after 1\.5 s\n\n```http\nPOST https:\/\/contox\.example\/api\/v2\/ingest\nX-Contox-Signature: sha256=def\n```/,
    );
  });

  it('holds the body to the last byte, and a fence that nothing inside can close', () => {
    const text = deliveryDocument(detail);
    assert.ok(text.includes(`\n${body}\n`));
    assert.ok(text.includes('`````\n# Not a heading of ours'), text);
  });

  it('one that was not tried yet says so, and a body that is no JSON stays as it is', () => {
    const text = deliveryDocument({ ...detail, log: [], body: 'a=1' });
    assert.match(text, /None was made yet\./);
    assert.match(text, /```\na=1\n```/);
  });
});
