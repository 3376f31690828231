import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packInspection, unpackInspection } from '../../../src/engine/genesis/cache/inspectionText';
import { ScanProgress } from '../../../src/engine/genesis/phases/scanProgress';
import type { FindingDraft } from '../../../src/engine/genesis/scanModel';
import { identityOf, schemaKeyOf } from '../../../src/engine/genesis/scans/findingIdentity';
import { decodeFacts, encodeFacts } from '../../../src/engine/genesis/work/factsCodec';
import { redactJson, redactValue } from '../../../src/engine/genesis/work/redactJson';
import { type Redactor, secretRedactor } from '../../../src/engine/redact/redactor';
import { schemaKey } from '../../../src/shared/context';

const asIs: Redactor = { redact: (text) => ({ text, counts: {} }) };

describe('encoded facts', () => {
  it('come back as they were, each extractor on its own', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z-]{1,10}$/), fc.jsonValue()), (facts) => {
        const encoded = encodeFacts(facts, asIs);
        const decoded = encoded === undefined ? new Map<string, string>() : decodeFacts(encoded);
        assert.deepEqual(Object.fromEntries([...decoded].map(([id, json]) => [id, JSON.parse(json)])), {
          ...JSON.parse(JSON.stringify(facts)),
        });
      }),
    );
  });

  it('take no more memory than they need, since they travel between threads', () => {
    for (const code of [[1, 2, 3], Array.from({ length: 500 }, () => 'the same')]) {
      const encoded = encodeFacts({ code }, asIs);
      assert.equal(encoded?.buffer.byteLength, encoded?.byteLength);
      assert.ok((encoded?.byteLength ?? 0) < 300, 'much of the same takes little room');
    }
  });

  it('hold no secret', () => {
    const token = ['ghp', 'R4nd0mT0k3nV4lu3F0rT3st1ngPurp0s3s77'].join('_');
    const encoded = encodeFacts({ calls: [`Bearer ${token}`], names: ['fetch'] }, secretRedactor);
    assert.ok(encoded);
    const decoded = decodeFacts(encoded);
    assert.ok(!decoded.get('calls')?.includes(token));
    assert.equal(decoded.get('names'), '["fetch"]');
  });
});

describe('redaction of facts', () => {
  const token = ['ghp', 'R4nd0mT0k3nV4lu3F0rT3st1ngPurp0s3s77'].join('_');
  const redactor = secretRedactor;

  it('takes a secret out wherever it stands, and leaves the rest alone', () => {
    const facts = { calls: [{ name: 'fetch', argument: `Bearer ${token}` }], count: 3 };
    const clean = redactJson(JSON.stringify(facts), redactor);
    assert.ok(!clean.includes(token));
    assert.deepEqual(JSON.parse(clean).count, 3);
    assert.equal(JSON.parse(clean).calls[0].name, 'fetch');
  });

  it('gives the very same value where there is nothing to hide', () => {
    const value = { routes: [{ path: '/login', method: 'POST' }] };
    assert.equal(redactValue(value, redactor), value);
  });

  it('keeps JSON valid, whatever it holds', () => {
    const text = fc.oneof(fc.string(), fc.constant(token), fc.constant(`password = "${token}"`));
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.constant('password'), fc.string()), text), (value) => {
        const clean = redactJson(JSON.stringify(value), redactor);
        assert.ok(!clean.includes(token));
        JSON.parse(clean);
      }),
    );
  });
});

describe('an inspection', () => {
  it('survives being packed', () => {
    const inspection = {
      path: 'a/b.ts',
      hash: 'f'.repeat(40),
      bytes: 12,
      lines: 3,
      language: 'typescript',
      languageName: 'TypeScript',
      role: 'source',
      skipped: 'generated',
      problems: ['code: broken'],
    } as const;
    assert.deepEqual(unpackInspection('a/b.ts', packInspection(inspection)), inspection);
    const { skipped: _skipped, problems: _problems, ...plain } = inspection;
    assert.deepEqual(unpackInspection('a/b.ts', packInspection(plain)), plain);
  });
});

describe('the key of a finding', () => {
  const draft = (rule: string, key: string | undefined, title: string): FindingDraft => ({
    layer: 'dataModel',
    rule,
    ...(key === undefined ? {} : { key }),
    title,
    content: '',
    importance: 3,
    confidence: 1,
    tags: [],
    evidence: [],
  });

  it('stays when the title changes with its numbers', () => {
    const [before, after] = [draft('a/b', 'k', '3 things'), draft('a/b', 'k', '4 things')];
    assert.equal(identityOf(before), identityOf(after));
    assert.equal(schemaKeyOf(before), schemaKeyOf(after));
  });

  it('is a schema key for any rule and key, and another one for another finding', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (rule, key, other) => {
        const made = schemaKeyOf(draft(rule, key, ''));
        assert.ok(schemaKey.safeParse(made).success, made);
        assert.ok(made.startsWith('root/genesis/data-model/'));
        if (key !== other) assert.notEqual(made, schemaKeyOf(draft(rule, other, '')));
      }),
    );
  });
});

describe('progress', () => {
  it('never falls, whatever the phases report, and ends each phase with its time', async () => {
    let now = 0;
    const seen: number[] = [];
    const progress = new ScanProgress(
      () => now,
      (counters) => seen.push(counters.progress),
    );
    await progress.run('fetch_tree', () => progress.step(1));
    await progress.run('fetch_files', () => {
      for (const done of [0.5, 0.1, 7, -3]) progress.step(done, { filesProcessed: 1 });
      now += 12;
    });
    await assert.rejects(
      progress.run('analyze', () => {
        progress.step(0.5);
        throw new Error('broken');
      }),
    );
    assert.deepEqual(
      seen,
      [...seen].sort((a, b) => a - b),
    );
    assert.ok(seen.every((value) => value >= 0 && value <= 1));
    assert.equal(progress.current.phaseMs.fetch_files, 12);
    assert.equal(progress.current.phaseMs.analyze, 0);
  });
});
