import assert from 'node:assert/strict';
import type { Ingest } from '../../../../../src/shared/ingest';
import { isSessionSave } from '../../../../../src/shared/session';
import { rejects } from '../../testEngine';
import { hour, LifeEngine, minute } from './lifeEngine';

const secret = `ghp_${'a1B2c3D4e5F6g7H8i9'.repeat(2)}`;

function digest(life: LifeEngine, sha: string, subject: string, more: object = {}): Ingest {
  const at = new Date(life.time.now()).toISOString();
  const files = [{ path: `src/${sha}.ts`, status: 'added', additions: 3, deletions: 0 }];
  const commit = { sha, parents: [], author: 'Ann', authoredAt: at, committedAt: at, subject, files, ...more };
  return {
    projectId: life.projectId,
    source: 'vscode',
    event: 'git_digest',
    payload: { repository: { root: '/r', branch: 'main' }, range: { to: sha }, commits: [commit] },
  };
}

describe('the calls about a session in progress', () => {
  let life: LifeEngine;
  beforeEach(async () => {
    life = await LifeEngine.open();
  });
  afterEach(() => life.close());

  it('tell what is going on, and write few events of it', async () => {
    const { projectId } = life;
    for (let n = 0; n < 60; n++) {
      await life.do({ file: `src/${n % 3}.ts` });
      await life.do({ kind: 'test', name: 'unit', ok: n % 2 === 0 });
      await life.do({ kind: 'terminal', name: 'ls' });
      await life.pass(minute);
    }
    const active = await life.engine.getActiveSession({ projectId });
    assert.deepEqual([active.saves, active.runs, active.commits], [60, 60, 0]);
    assert.equal(active.endsAt, new Date(life.time.now() - minute + hour).toISOString());
    const session = await life.engine.endSession({ sessionId: active.session?.id ?? '' });
    assert.deepEqual([session.saves, session.runs, session.status, session.edited], [60, 60, 'completed', false]);
    assert.equal(session.summary, 'Saved 3 files in src/, without a commit. Tests ran 60 times (30 failed).');
    assert.equal(session.title, 'Saved 3 files in src/, without a commit');
    const events = await life.events(session.id);
    assert.ok(events.length < 20, `${events.length} events`);
    assert.ok(
      events.every((event) => event.authority === (event.event_type === 'editor.activity' ? 'observed' : 'derived')),
    );
    assert.equal((await life.engine.endSession({ sessionId: session.id })).endedAt, session.endedAt);
    assert.ok((await life.engine.verifyEvents({ projectId })).ok);
  });

  it('name no file that is kept out, and store no secret', async () => {
    const { projectId } = life;
    const at = new Date(life.time.now()).toISOString();
    const files = ['.env', 'certs/tls.key', 'private/plan.md', '../outside.ts', '/etc/passwd', 'src/ok.ts'];
    const activities = [
      ...files.map((file) => ({ kind: 'save' as const, file, at })),
      { kind: 'terminal' as const, name: `login ${secret}`, at },
    ];
    const policy = { exclude: ['private'], diffCharacters: 0 };
    const { session } = await life.engine.recordActivity({ projectId, windowId: 'w', activities, policy });
    await life.engine.endSession({ sessionId: session?.id ?? '' });
    const text = JSON.stringify([life.db.all('SELECT * FROM events'), life.db.all('SELECT * FROM session_pending')]);
    for (const hidden of ['.env', 'tls.key', 'plan.md', 'outside', 'passwd', secret])
      assert.ok(!text.includes(hidden), hidden);
    assert.ok(text.includes('src/ok.ts'));
    assert.equal((await life.engine.getSession({ sessionId: session?.id ?? '' })).saves, files.length);
  });

  it('close silently what is not worth a word', async () => {
    const { id } = await life.do({ kind: 'terminal', name: 'ls' });
    await life.pass(2 * hour);
    assert.equal((await life.engine.getSession({ sessionId: id })).summary, '');
    assert.deepEqual(
      (await life.events(id)).map((event) => event.event_type),
      ['editor.activity'],
    );
    assert.deepEqual((await life.engine.draftSessionSave({ sessionId: id })).changes, []);
  });

  it('show what would be saved, and store nothing of it', async () => {
    const { id } = await life.do();
    await life.engine.ingest(digest(life, 'aaaa', `feat: add ${secret}`));
    const before = (await life.engine.verifyEvents({ projectId: life.projectId })).events;
    const draft = await life.engine.draftSessionSave({ sessionId: id });
    assert.match(draft.summary, /^Add «github-token»\. 1 commit on main/);
    assert.equal(draft.automatic, true);
    assert.equal((await life.engine.verifyEvents({ projectId: life.projectId })).events, before);
  });

  it('keep the words of a person, whatever comes later', async () => {
    const { id } = await life.do();
    await life.pass(2 * hour);
    const automatic = (await life.events(id)).find((event) => event.event_type === 'session.saved');
    const edited = await life.engine.saveSession({ sessionId: id, summary: 'Looked around.' });
    assert.deepEqual([edited.summary, edited.edited, edited.title], ['Looked around.', true, 'Looked around']);
    const late = new Date(life.time.now() - 100 * minute).toISOString();
    await life.do({ file: 'src/late.ts', at: late });
    await life.pass(minute);
    const again = await life.engine.getSession({ sessionId: id });
    assert.deepEqual([again.summary, again.saves], ['Looked around.', 2]);
    const saves = (await life.events(id)).filter((event) => isSessionSave(event.event_type));
    assert.deepEqual(
      saves.map((event) => [event.source, event.payload['supersedes']]),
      [
        ['vscode', undefined],
        ['person', automatic?.id],
      ],
    );
    const changes = [{ category: 'decisions' as const, title: 'T', content: 'C' }];
    const second = await life.engine.saveSession({ sessionId: id, changes });
    assert.equal(second.summary, 'Looked around.');
    assert.deepEqual((await life.events(id)).at(-1)?.payload['changes'], changes);
  });

  it('write again what was said before more came, and say what it replaces', async () => {
    const { id } = await life.do();
    await life.pass(2 * hour);
    await life.do({ file: 'test/late.ts', at: new Date(life.time.now() - 100 * minute).toISOString() });
    await life.pass(minute);
    const saves = (await life.events(id)).filter((event) => isSessionSave(event.event_type));
    assert.deepEqual(
      saves.map((event) => event.payload['summary']),
      ['Saved 1 file in src/a.ts, without a commit.', 'Saved 2 files, without a commit.'],
    );
    assert.deepEqual(
      saves.map((event) => [event.event_type, event.payload['supersedes']]),
      [
        ['session.saved', undefined],
        ['session.revised', saves[0]?.id],
      ],
    );
    await life.restart(life.time.now() + hour);
    assert.equal((await life.events(id)).length, 4);
  });

  it('open an ended session again while work on it may go on, and no longer', async () => {
    const { id } = await life.do();
    await life.engine.endSession({ sessionId: id });
    await life.pass(10 * minute);
    assert.equal((await life.engine.updateSession({ sessionId: id, status: 'active' })).status, 'active');
    assert.equal((await life.do({ file: 'src/b.ts' })).id, id);
    await life.pass(2 * hour);
    const session = await life.engine.getSession({ sessionId: id });
    assert.deepEqual([session.status, session.saves], ['completed', 2]);
    await rejects(life.engine.updateSession({ sessionId: id, status: 'active' }), 'conflict', /nothing was done/);
  });

  it('leave an agent its own words', async () => {
    const { id } = await life.do();
    const payload = { summary: 'What the agent did', changes: [] };
    await life.engine.ingest({ projectId: life.projectId, source: 'vscode', event: 'session_save', payload });
    await life.pass(2 * hour);
    const session = await life.engine.getSession({ sessionId: id });
    assert.deepEqual([session.summary, session.status], ['What the agent did', 'completed']);
  });

  it('merge sessions that follow each other, and what comes late finds the merged one', async () => {
    const first = await life.do();
    await life.pass(2 * hour);
    const second = await life.do({ file: 'src/b.ts' });
    await life.pass(2 * hour);
    const third = await life.do({ file: 'src/c.ts' });
    await life.pass(2 * hour);
    await rejects(life.engine.mergeSessions({ sessionIds: [first.id, third.id] }), 'conflict', /Between these/);
    const item = await life.engine.createItem({
      projectId: life.projectId,
      title: 'T',
      type: 'bug',
      facts: 'f',
      sessionId: second.id,
    });
    const merged = await life.engine.mergeSessions({ sessionIds: [third.id, first.id, second.id] });
    assert.deepEqual([merged.id, merged.saves, merged.status], [first.id, 3, 'completed']);
    assert.equal(merged.summary, 'Saved 3 files in src/, without a commit.');
    assert.deepEqual(await life.spans(), ['+0:00 to +4:00 completed']);
    assert.equal((await life.engine.getItem({ itemId: item.id })).sessionId, first.id);
    const late = new Date(life.time.now() - 3 * hour).toISOString();
    await life.do({ file: 'src/late.ts', at: late });
    await life.pass(minute);
    assert.deepEqual(await life.spans(), ['+0:00 to +4:00 completed']);
    assert.equal((await life.engine.getSession({ sessionId: first.id })).saves, 4);
    await rejects(life.engine.mergeSessions({ sessionIds: [first.id, first.id] }), 'invalid');
  });

  it('delete a session for good: tombstones in the log, no text, items without their link', async () => {
    const { projectId } = life;
    const { id } = await life.do({ file: 'src/hidden.ts' });
    const long = `+ hiddenLine\n`.repeat(2_000);
    await life.engine.ingest(digest(life, 'aaaa', 'feat: hiddenSubject', { diff: long }));
    const item = await life.engine.createItem({ projectId, title: 'T', type: 'bug', facts: 'f', sessionId: id });
    await life.engine.endSession({ sessionId: id });
    await life.engine.deleteSession({ sessionId: id });
    assert.deepEqual(await life.sessions(), []);
    const tables = ['events', 'entities', 'blobs', 'sessions', 'session_events'];
    const text = JSON.stringify(tables.map((table) => life.db.all(`SELECT * FROM ${table}`)));
    assert.ok(!text.includes('hidden'), 'nothing is left of it');
    assert.equal(life.db.all('SELECT * FROM blobs').length, 0);
    assert.equal((await life.engine.getItem({ itemId: item.id })).sessionId, null);
    assert.ok((await life.engine.verifyEvents({ projectId })).ok);
    await life.pass(minute);
    assert.notEqual((await life.do()).id, id);
  });

  it('leave sessions of other senders to their own rule', async () => {
    const payload = { summary: 's', changes: [] };
    const { sessionId } = await life.engine.ingest({ projectId: life.projectId, event: 'session_save', payload });
    await life.pass(3 * hour);
    assert.equal((await life.engine.getSession({ sessionId })).status, 'active');
    assert.equal(life.time.waiting, 0);
  });
});
