import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ScanProgress } from '../../../src/engine/genesis/phases/scanProgress';
import type { FindingDraft } from '../../../src/engine/genesis/scanModel';
import { identityOf, schemaKeyOf } from '../../../src/engine/genesis/scans/findingIdentity';
import { cleanFacts, type FactsPack, FactsPacker, openPack } from '../../../src/engine/genesis/work/factsCodec';
import { redactJson, redactValue } from '../../../src/engine/genesis/work/redactJson';
import { type Redactor, secretRedactor } from '../../../src/engine/redact/redactor';
import { schemaKey } from '../../../src/shared/context';

const asIs: Redactor = { redact: (text) => ({ text, counts: {} }) };

describe('packed facts', () => {
  const unpacked = (pack: FactsPack | undefined): Record<string, unknown>[] => {
    const factsAt = pack === undefined ? () => [] : openPack(pack.bytes);
    return (pack?.paths ?? []).map((_path, place) =>
      Object.fromEntries(factsAt(place).map(([id, json]) => [id, JSON.parse(json)])),
    );
  };

  it('come back as they were, each extractor and each file on its own', () => {
    const factsOfFile = fc.dictionary(fc.stringMatching(/^[a-z-]{1,10}$/), fc.jsonValue());
    fc.assert(
      fc.property(fc.array(factsOfFile, { maxLength: 5 }), (files) => {
        const packer = new FactsPacker();
        for (const [index, facts] of files.entries()) packer.add(`${index}`, cleanFacts(facts, asIs));
        const told = files.filter((facts) => Object.keys(facts).length > 0);
        assert.deepEqual(unpacked(packer.pack()), JSON.parse(JSON.stringify(told)));
      }),
    );
  });

  it('take no more memory than they need, since they travel between threads', () => {
    const packer = new FactsPacker();
    packer.add('a', cleanFacts({ code: Array.from({ length: 500 }, () => 'the same') }, asIs));
    const bytes = packer.pack()?.bytes;
    assert.equal(bytes?.buffer.byteLength, bytes?.byteLength);
    assert.ok((bytes?.byteLength ?? 0) < 300, 'much of the same takes little room');
  });

  it('hold no secret', () => {
    const token = ['ghp', 'R4nd0mT0k3nV4lu3F0rT3st1ngPurp0s3s77'].join('_');
    const facts = new Map(cleanFacts({ calls: [`Bearer ${token}`], names: ['fetch'] }, secretRedactor));
    assert.ok(!facts.get('calls')?.includes(token));
    assert.equal(facts.get('names'), '["fetch"]');
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
