import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git, makeGitFolder, writeFiles } from '../../../../support/gitFolder';
import { LifeEngine, minute } from '../../sessions/life/lifeEngine';
import { rejects } from '../../testEngine';

const token = `ghp_${'a1B2c3D4e5F6g7H8i9'.repeat(2)}`;
/** Every commit of these tests is made now; when its work was done, its author's date says. */
const now = Date.now();

const record = `# 3. Use a queue

Status: Accepted

## Context

SQLite takes one writer.

## Decision

We write through a queue.

## Consequences

Reads stay as they are.
`;

describe('the past of a repository', () => {
  let folder: string;
  let life: LifeEngine;

  const commit = (minutesAgo: number, subject: string, files: Record<string, string>, ...args: string[]): string => {
    writeFiles(folder, files);
    git(folder, 'add', '-A');
    const date = new Date(now - minutesAgo * minute).toISOString();
    git(folder, 'commit', '-q', '--allow-empty', '-m', subject, `--date=${date}`, ...args);
    return git(folder, 'rev-parse', 'HEAD').trim();
  };
  const digest = (more: object = {}) => life.engine.digestHistory({ projectId: life.projectId, folder, ...more });

  beforeEach(async () => {
    folder = makeGitFolder(mkdtempSync(join(tmpdir(), 'contox-history-')), { 'README.md': 'x' });
    git(folder, 'commit', '-q', '--amend', '-m', 'Start', `--date=${new Date(now - 9000 * minute).toISOString()}`);
    git(folder, 'config', 'user.email', 'Test@example.invalid');
    life = await LifeEngine.open(now + minute);
  });
  afterEach(() => {
    life.close();
    rmSync(folder, { recursive: true });
  });

  it("becomes sessions of one's own commits, told once however often it is read", async () => {
    commit(3000, 'feat: add parsing', { 'src/parse.ts': 'export function parse() {}\n' });
    commit(2970, `fix: read ${token}`, { 'src/parse.ts': 'export function parse(text: string) {}\n', '.env': 'A=b' });
    commit(2800, 'Use a map instead of a list', { 'src/list.ts': 'x' });
    commit(2700, 'Not mine', { 'src/other.ts': 'x' }, '--author=Bob <bob@example.invalid>');
    const result = await digest();
    assert.deepEqual([result.commits, result.sessions], [4, 3]);
    await life.pass(minute);
    const sessions = (await life.sessions()).reverse();
    assert.deepEqual(
      sessions.map((one) => [one.source, one.status, one.commits, one.title]),
      [
        ['history', 'completed', 1, 'Start'],
        ['history', 'completed', 2, 'Add parsing; Fix: read «github-token»'],
        ['history', 'completed', 1, 'Use a map instead of a list'],
      ],
    );
    assert.equal(sessions[1]?.startedAt.slice(0, 16), new Date(now - 3000 * minute).toISOString().slice(0, 16));
    const text = JSON.stringify(
      ['events', 'blobs', 'sessions', 'items'].map((name) => life.db.all(`SELECT * FROM ${name}`)),
    );
    for (const hidden of [token, '.env', 'Not mine']) assert.ok(!text.includes(hidden), hidden);
    const { events } = await life.engine.verifyEvents({ projectId: life.projectId });
    const again = await digest();
    assert.deepEqual([again.commits, again.sessions], [0, 0]);
    assert.deepEqual(again.decisions, result.decisions);
    await life.pass(minute);
    assert.equal((await life.engine.verifyEvents({ projectId: life.projectId })).events, events);
  });

  it("takes as one's own what any of the configured addresses wrote", async () => {
    git(folder, 'config', 'author.email', 'me@work.invalid');
    writeFiles(folder, { '.git/more': '[committer]\n\temail = me@key.invalid\n' });
    git(folder, 'config', 'includeIf.gitdir:**.path', 'more');
    commit(300, 'By the author of work', { a: '1' }, '--author=Me <ME@work.invalid>');
    commit(290, 'By the other key', { a: '2' }, '--author=Me <me@key.invalid>');
    commit(280, 'By Bob', { a: '3' }, '--author=Bob <bob@example.invalid>');
    assert.equal((await digest()).commits, 3);
  });

  it('gives draft decisions with what shows them, hot areas and owners', async () => {
    commit(500, 'Add cache', { 'src/cache/cache.ts': 'export const size = 1;\n' });
    const revert = commit(490, 'Revert "Add cache"', { 'src/cache/cache.ts': 'export const size = 0;\n' });
    commit(480, 'fix: a crash', { 'src/cache/cache.ts': 'export const size = 2;\n' });
    commit(470, 'docs: decide', {
      'docs/adr/0003-queue.md': record,
      'docs/adr/README.md': '# Index\n\n## Decision\nno',
    });
    for (let n = 0; n < 4; n++)
      commit(400 - n, `Work ${n} by Bob`, { 'src/api/a.ts': `${n}` }, '--author=Bob <b@x.invalid>');
    const { decisions, hotAreas, owners } = await digest();
    assert.deepEqual(
      decisions.map(({ title, commit: sha }) => [title, sha]),
      [
        ['Use a queue', null],
        ['Revert "Add cache"', revert],
      ],
    );
    const items = (await life.engine.listItems({ projectId: life.projectId })).items;
    const queue = items.find((item) => item.title === 'Use a queue');
    assert.deepEqual(
      [queue?.facts, queue?.rationale, queue?.status, queue?.evidence[0]?.startLine],
      ['We write through a queue.', 'SQLite takes one writer.', 'draft', 11],
    );
    assert.deepEqual(items.find((item) => item.title.startsWith('Revert'))?.evidence[0]?.path, 'src/cache/cache.ts');
    const where = items.find((item) => item.title === 'Where most changes happen');
    assert.match(where?.facts ?? '', /- `src\/api\/`: 4 commits by 1 person, 100 % of them by Bob\n- `src\/cache\/`/);
    assert.deepEqual(hotAreas, [
      { path: 'src/api/', commits: 4, authors: 1 },
      { path: 'src/cache/', commits: 3, authors: 1 },
    ]);
    assert.deepEqual(owners, [
      { path: 'src/api/', author: 'Bob', share: 1 },
      { path: 'src/cache/', author: 'Test Person', share: 1 },
    ]);
  });

  it('leaves out what capture has taken', async () => {
    const request = { projectId: life.projectId, root: folder };
    assert.equal((await life.engine.captureRepository(request)).state, 'first');
    const sha = commit(1, 'feat: captured', { 'src/a.ts': 'x' });
    const captured = await life.engine.captureRepository(request);
    assert.deepEqual(
      captured.commits.map((one) => one.sha),
      [sha],
    );
    assert.equal((await digest()).commits, 1, 'the one before');
    const { session, commits } = await life.engine.getActiveSession({ projectId: life.projectId });
    assert.deepEqual([session?.id, commits], [captured.sessionId, 1]);
    const ended = await life.engine.endSession({ sessionId: session?.id ?? '' });
    assert.match(ended.summary, /^Captured\. 1 commit on main changes 1 file \(\+1 −0\) in src\/a\.ts\.$/);
  });

  it('is told by capture too, where commits were made while nobody looked: their session is over and has its words', async () => {
    const request = { projectId: life.projectId, root: folder };
    await life.engine.captureRepository(request);
    commit(0, 'feat: made at night', { 'src/night.ts': 'x' });
    await life.restart(now + 9 * 60 * minute);
    const { sessionId } = await life.engine.captureRepository(request);
    await life.pass(minute);
    const session = await life.engine.getSession({ sessionId: sessionId ?? '' });
    assert.deepEqual([session.status, session.commits, session.title], ['completed', 1, 'Made at night']);
    assert.ok(Math.abs(Date.parse(session.endedAt ?? '') - now) < 10 * minute, 'when it was done');
    assert.equal((await life.do()).id === session.id, false);
  });

  it('queues nothing of it for a server before somebody sends a session', async () => {
    const { projectId, engine } = life;
    const projects = [{ projectId, remoteId: 'proj_x' }];
    const sinks = [{ kind: 'contox' as const, url: 'http://127.0.0.1:9', dryRun: true, anonymize: false, projects }];
    await engine.configureDelivery({ sinks, secrets: [{ kind: 'contox', projectId, secret: 's' }] });
    const before = (await engine.listDeliveries({ projectId })).items.length;
    commit(300, 'Use a map instead of a list', { 'src/a.ts': 'x' });
    await digest();
    await life.pass(minute);
    const [session] = await life.sessions();
    const sessionId = session?.id ?? '';
    await engine.saveSession({ sessionId, summary: 'In my words.' });
    assert.equal((await engine.listDeliveries({ projectId })).items.length, before);
    assert.equal((await engine.sendSession({ sessionId })).count, 3);
  });

  it('takes the part of a repository that the project is, and nothing of the rest', async () => {
    commit(300, 'web: one', { 'web/src/a.ts': 'x' });
    commit(200, 'server: two', { 'server/b.ts': 'x' });
    const result = await life.engine.digestHistory({ projectId: life.projectId, folder: join(folder, 'web') });
    assert.equal(result.commits, 1);
    assert.ok(!JSON.stringify(life.db.all('SELECT * FROM events')).includes('server'));
  });

  it('is nothing where there is nothing, and can be stopped', async () => {
    await rejects(digest({ folder: tmpdir() }), 'notFound');
    await rejects(life.engine.digestHistory({ projectId: life.projectId }), 'invalid');
    for (let n = 0; n < 3; n++) commit(100 - n, `Commit ${n}`, { 'a.ts': `${n}` });
    const stop = new AbortController();
    const reading = life.engine.digestHistory({ projectId: life.projectId, folder }, { signal: stop.signal });
    stop.abort();
    await rejects(reading, 'cancelled');
    assert.equal((await digest()).commits, 4);
    const empty = mkdtempSync(join(tmpdir(), 'contox-history-'));
    git(empty, 'init', '-q');
    assert.deepEqual((await digest({ folder: empty })).hotAreas, []);
    rmSync(empty, { recursive: true });
  });
});
