import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { WireBody } from '../../../src/engine/outbox/sinks/sink';
import { anonymize } from '../../../src/engine/outbox/wire/anonymize';
import { Pseudonyms } from '../../../src/engine/outbox/wire/pseudonyms';
import { ingestBody } from '../../../src/shared/ingest';
import { createSpineEventBody } from '../../../src/shared/spine';

const pseudonyms = new Pseudonyms(Buffer.alloc(32, 7));
/** A name that no word of Contox holds. */
const name = fc.string({ unit: fc.constantFrom(...'QZKVWJqzkvwj'), minLength: 6, maxLength: 12 });
const sha = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 40, maxLength: 40 });
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('/')}.ts`);
const text = fc.array(name, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const instant = '2026-01-05T09:00:00.000Z';

const commit = fc.record({
  sha,
  parents: fc.array(sha, { maxLength: 2 }),
  author: name,
  email: name.map((user) => `${user}@${user}.example`),
  authoredAt: fc.constant(instant),
  committedAt: fc.constant(instant),
  subject: text,
  body: text,
  files: fc.array(fc.record({ path, status: fc.constantFrom('A', 'M'), additions: fc.nat(9), deletions: fc.nat(9) })),
  diff: text,
});
const digest = fc.record({
  repository: fc.record({
    root: path.map((at) => `/${at}`),
    remote: name.map((n) => `git@${n}.example:x`),
    branch: name,
  }),
  range: fc.record({ from: sha, to: sha }),
  commits: fc.array(commit, { minLength: 1, maxLength: 3 }),
});
const save = fc.record({
  summary: text,
  changes: fc.array(
    fc.record({ category: fc.constant('bugs'), title: text, content: text, files: fc.array(path, { maxLength: 3 }) }),
    { minLength: 1, maxLength: 3 },
  ),
});
const context = fc.record({
  schemaKey: fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => `root/${parts.join('/').toLowerCase()}`),
  action: fc.constant('update'),
  after: fc.record({
    name,
    description: text,
    content: text,
    tier: fc.constant(2),
    contextType: fc.constant('memory'),
  }),
});
const item = fc.record({
  operation: fc.constant('update'),
  itemId: name,
  item: fc.record({
    title: text,
    type: fc.constant('decision'),
    facts: text,
    rationale: text,
    files: fc.array(path, { maxLength: 2 }),
    tags: fc.array(name, { maxLength: 2 }),
    evidence: fc.array(fc.record({ path, startLine: fc.constant(1), endLine: fc.constant(2), commit: sha }), {
      maxLength: 2,
    }),
  }),
});
const scan = fc.record({
  summary: fc.record({ branch: name, filesTotal: fc.nat(9), byLanguage: fc.dictionary(name, fc.nat(9)) }),
  techStack: fc.array(fc.record({ name, version: name }), { maxLength: 3 }),
});
const anything = fc.dictionary(name, fc.oneof(text, fc.nat(), path, fc.dictionary(name, text)), { minKeys: 1 });

const bodies: Readonly<Record<string, fc.Arbitrary<Record<string, unknown>>>> = {
  git_digest: digest,
  session_save: save,
  context_update: context,
  memory_operation: item,
  scan_result: scan,
};

/** Every word of the input that is nobody's but the user's. */
function ownWords(value: unknown): string[] {
  return JSON.stringify(value).match(/[QZKVWJqzkvwj]{6,}|[0-9a-f]{40}/g) ?? [];
}

describe('anonymize', () => {
  for (const [event, payload] of Object.entries(bodies))
    it(`${event}: no path, name or word of the original leaves, and it is still one`, () =>
      fc.assert(
        fc.property(payload, (made) => {
          const body: WireBody = { event, payload: made, source: 'vscode', occurredAt: instant };
          const sent = JSON.stringify(anonymize(body, pseudonyms));
          for (const word of ownWords(body)) assert.ok(!sent.includes(word), `${word} in ${sent}`);
          const parsed = ingestBody.safeParse(JSON.parse(sent));
          assert.ok(parsed.success, `${parsed.error?.message} in ${sent}`);
        }),
      ));

  it('an event of anybody: the same', () =>
    fc.assert(
      fc.property(anything, name, name, path, (payload, type, person, file) => {
        const refs = [
          { entity_type: 'person', external_id: person },
          { entity_type: 'file', external_id: file },
          { entity_type: person, external_id: person },
        ];
        const body = { event_type: type, event_time: instant, source: person, payload, entity_refs: refs };
        const sent = JSON.stringify(anonymize(body, pseudonyms));
        for (const word of ownWords(body)) assert.ok(!sent.includes(word), `${word} in ${sent}`);
        assert.ok(createSpineEventBody.safeParse(JSON.parse(sent)).success, sent);
      }),
    ));

  it('the same value has the same pseudonym everywhere, and another key gives another one', () => {
    const body = {
      payload: { author: 'Ada', commits: [{ author: 'Ada', sha: 'a'.repeat(40) }], headCommitSha: 'a'.repeat(40) },
      entity_refs: [{ entity_type: 'commit', external_id: 'a'.repeat(40) }],
    };
    const { payload, entity_refs: refs } = anonymize(body, pseudonyms) as unknown as typeof body;
    assert.equal(payload.author, payload.commits[0]?.author);
    assert.equal(payload.headCommitSha, payload.commits[0]?.sha);
    assert.equal(payload.headCommitSha, refs[0]?.external_id);
    const other = anonymize(body, new Pseudonyms(Buffer.alloc(32, 8))) as unknown as typeof body;
    assert.notEqual(other.payload.author, payload.author);
  });

  it('counts, instants and the words of Contox stay', () => {
    const body = {
      event: 'session_save',
      payload: {
        summary: 'Twelve chars',
        changes: [{ category: 'bugs', title: 'x', content: '' }],
        startedAt: instant,
      },
    };
    assert.deepEqual(anonymize(body, pseudonyms), {
      event: 'session_save',
      payload: {
        summary: '[12 characters]',
        changes: [{ category: 'bugs', title: '[1 characters]', content: '' }],
        startedAt: instant,
      },
    });
  });
});
