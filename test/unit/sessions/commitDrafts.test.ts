import assert from 'node:assert/strict';
import { sha256 } from '../../../src/base/sha256';
import { commitDrafts } from '../../../src/engine/sessions/enrich/commitDrafts';
import { relate } from '../../../src/engine/sessions/enrich/compareItems';
import { findRelated } from '../../../src/engine/sessions/enrich/findRelated';
import { parseDiff } from '../../../src/engine/sessions/enrich/parseDiff';
import { commitRules } from '../../../src/engine/sessions/enrich/rules/commitRules';
import type { DigestCommit } from '../../../src/shared/ingest';

function commit(message: string, more: Partial<DigestCommit> = {}): DigestCommit {
  const [subject = '', ...rest] = message.split('\n');
  const at = '2025-01-01T00:00:00Z';
  return {
    sha: 'abcd',
    parents: ['1234'],
    author: 'Ann',
    authoredAt: at,
    committedAt: at,
    subject,
    body: rest.join('\n').trim(),
    files: [{ path: 'src/a.ts', status: 'modified', additions: 1, deletions: 0 }],
    ...more,
  };
}

const diff = [
  'diff --git a/src/a.ts b/src/a.ts',
  'index 111..222 100644',
  '--- a/src/a.ts',
  '+++ b/src/a.ts',
  '@@ -1,3 +1,4 @@',
  ' one',
  '-two',
  '+zwei',
  '+// TODO: say it in French',
  ' three',
  '@@ -10,2 +11,0 @@ gone',
  '-a',
  '-b',
  '@@ -20 +19 @@',
  '-x',
  '+y',
  '\\ No newline at end of file',
  'diff --git a/gone.ts b/gone.ts',
  '--- a/gone.ts',
  '+++ /dev/null',
  '@@ -1 +0,0 @@',
  '-x',
].join('\n');

describe('drafts of a commit', () => {
  for (const rule of commitRules) {
    it(`${rule.id}: finds its example`, () => {
      const types = commitDrafts(commit(rule.example)).map((draft) => draft.type);
      assert.ok(types.includes(rule.type), types.join());
    });
    it(`${rule.id}: leaves its counter-example alone`, () => {
      const draft = commitDrafts(commit(rule.counterExample)).find(({ type }) => type === rule.type);
      assert.equal(draft, undefined);
    });
  }

  it('say what the message says, with its reason and the lines it left', () => {
    const [bug, decision, todo] = commitDrafts(
      commit(
        'fix(auth): refresh once\n\nTwo tabs raced. We take a lock because refresh tokens work once.\n\nCloses: #3',
        { diff },
      ),
    );
    assert.deepEqual([bug?.type, bug?.title, bug?.origin], ['bug', 'refresh once', 'commit:abcd:bug']);
    assert.equal(decision?.rationale, 'We take a lock because refresh tokens work once.');
    assert.deepEqual([todo?.title, todo?.evidence[0]?.startLine], ['say it in French', 3]);
    assert.deepEqual(bug?.evidence, [
      {
        path: 'src/a.ts',
        startLine: 1,
        endLine: 4,
        commit: 'abcd',
        lineHash: sha256('one\nzwei\n// TODO: say it in French\nthree'),
      },
      { path: 'src/a.ts', startLine: 19, endLine: 19, commit: 'abcd', lineHash: sha256('y') },
    ]);
  });

  it('are none of a merge, nor of a message that states nothing', () => {
    assert.deepEqual(commitDrafts(commit('fix: x', { parents: ['1', '2'] })), []);
    assert.deepEqual(commitDrafts(commit('chore: bump versions')), []);
  });

  it('read a diff that was cut, and text that is none', () => {
    const cut = parseDiff(diff.split('\n').slice(0, 7).join('\n'));
    assert.deepEqual(
      cut.map(({ startLine, endLine, lines }) => ({ startLine, endLine, lines })),
      [{ startLine: 1, endLine: 4, lines: undefined }],
    );
    assert.deepEqual(parseDiff('no diff at all\n@@ -1 +1 @@\n+x'), []);
  });

  it('take no longer than a blink on hostile messages', () => {
    const started = performance.now();
    for (const text of ['a'.repeat(50_000), ' ('.repeat(20_000), 'fix('.repeat(15_000), 'because '.repeat(6_000)])
      commitDrafts(commit(`${text}\n\n${text}`, { diff: `+++ b/${text}\n@@ -1 +1,9 @@\n+TODO${text}` }));
    assert.ok(performance.now() - started < 2_000);
  });
});

describe('two items', () => {
  const cases: [a: string, b: string, relation: ReturnType<typeof relate>][] = [
    ['Use Redis for sessions', 'Use Redis for the sessions', 'same'],
    ['Use Redis for sessions', 'Do not use Redis for sessions', 'contradiction'],
    ['Access tokens expire after 15 minutes', 'Access tokens expire after 30 minutes', 'contradiction'],
    ['Use Redis for sessions', 'Use Postgres for sessions', 'different'],
    ['Fix issue 12', 'Fix issue 13', 'different'],
  ];
  for (const [a, b, relation] of cases)
    it(`"${a}" and "${b}" are ${relation}`, () => {
      assert.equal(relate({ title: a, facts: a }, { title: b, facts: b }), relation);
    });

  it('with one title and other facts are different', () => {
    const title = 'Where the sessions are kept';
    assert.equal(
      relate({ title, facts: 'In Redis, with a day of life' }, { title, facts: 'Nobody knows any more' }),
      'different',
    );
  });

  it('are merged once each, the later into the earlier', () => {
    const items = ['a', 'b', 'c'].map((id) => ({
      id,
      type: 'decision' as const,
      title: 'Use a queue',
      facts: 'Use a queue',
    }));
    const found = findRelated(items, new Set(['b', 'c']));
    assert.deepEqual(
      found.map(({ item, other }) => [item.id, other.id]),
      [
        ['b', 'a'],
        ['c', 'a'],
      ],
    );
  });
});
