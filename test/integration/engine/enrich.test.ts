import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../../src/engine/engine';
import type { EnrichJob } from '../../../src/shared/session';
import { startMemoryEngine } from '../../support/memoryEngine';
import { closeTestEngine, openTestEngine, type TestEngine } from './testEngine';

const diff = '+++ b/src/a.ts\n@@ -1 +1,2 @@\n one\n+two';
const commit = {
  sha: 'abcd',
  parents: [],
  author: 'Ann',
  authoredAt: '2025-01-01T00:00:00Z',
  committedAt: '2025-01-01T00:00:00Z',
  subject: 'fix: count to two',
  files: [{ path: 'src/a.ts', status: 'modified', additions: 1, deletions: 0 }],
  diff,
};
const digest = {
  event: 'git_digest' as const,
  payload: { repository: { root: '/r', branch: 'main' }, range: { to: 'abcd' }, commits: [commit] },
};
const change = (title: string, content = title) => ({ category: 'decisions' as const, title, content });

async function ended(engine: Engine, sessionId: string): Promise<EnrichJob> {
  for (;;) {
    const [job] = await engine.listJobs({ sessionId });
    assert.ok(job);
    if (job.completedAt !== null) return job;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('enrichment', () => {
  let test: TestEngine;
  let projectId: string;
  let folder: string;
  beforeEach(async () => {
    test = await openTestEngine();
    folder = mkdtempSync(join(tmpdir(), 'contox-enrich-'));
    ({ id: projectId } = await test.engine.createProject({ name: 'P', localPath: folder }));
  });
  afterEach(() => {
    closeTestEngine(test);
    rmSync(folder, { recursive: true });
  });
  const save = (...changes: ReturnType<typeof change>[]) =>
    test.engine.ingest({ projectId, event: 'session_save', payload: { summary: 's', changes } });

  it('answers a queued job and makes drafts of changes, commits and entries', async () => {
    const { engine, clock } = test;
    writeFileSync(join(folder, 'b.ts'), 'x\ny\nz\n');
    const at = new Date(clock.at + 60_000).toISOString();
    const { sessionId } = await engine.ingest({
      projectId,
      event: 'session_save',
      payload: {
        summary: 's',
        startedAt: '2025-01-01T00:00:00Z',
        changes: [
          {
            category: 'bugs',
            title: 'Lost writes',
            content: 'Now we wait, because it was async.',
            files: ['b.ts:2-3'],
          },
        ],
      },
      occurredAt: at,
    });
    const { sessionId: other } = await engine.ingest({ projectId, ...digest, occurredAt: at });
    assert.equal(other, sessionId);
    const context = await engine.createContext({ projectId, name: 'Decisions' });
    await engine.addEntry({
      contextId: context.id,
      title: 'Use a queue',
      content: 'One writer',
      entryType: 'decision',
    });
    await engine.addEntry({ contextId: context.id, title: 'Lunch', content: 'Soup' });
    const started = await engine.enrichSession({ sessionId });
    assert.deepEqual(started, {
      jobId: started.jobId,
      status: 'queued',
      pipeline: ['enrich', 'embed', 'dedup', 'drift_check'],
    });
    assert.equal((await engine.getSession({ sessionId })).status, 'enriching');
    assert.equal((await engine.enrichSession({ sessionId })).jobId, started.jobId);
    const job = await ended(engine, sessionId);
    assert.deepEqual(
      [job.status, job.stages.map((stage) => stage.status)],
      ['completed', ['completed', 'skipped', 'completed', 'completed']],
    );
    assert.equal((await engine.getSession({ sessionId })).status, 'completed');
    const { items } = await engine.listItems({ projectId });
    assert.deepEqual(items.map((item) => [item.type, item.title, item.status, item.sessionId === sessionId]).sort(), [
      ['bug', 'Lost writes', 'draft', true],
      ['bug', 'count to two', 'draft', true],
      ['decision', 'Use a queue', 'draft', true],
    ]);
    const bug = items.find((item) => item.title === 'Lost writes');
    assert.deepEqual([bug?.files, bug?.rationale], [['b.ts'], 'Now we wait, because it was async']);
    assert.deepEqual([bug?.evidence[0]?.startLine, bug?.evidence[0]?.lineHash?.length], [2, 64]);
    await engine.enrichSession({ sessionId });
    await ended(engine, sessionId);
    assert.equal((await engine.listItems({ projectId })).items.length, 3);
  });

  it('merges what was said before and marks what contradicts it', async () => {
    const { engine, clock } = test;
    const first = await save(change('Use Redis for all sessions'));
    await engine.enrichSession({ sessionId: first.sessionId });
    await ended(engine, first.sessionId);
    clock.at += 5 * 3_600_000;
    const second = await save(change('Use Redis for all the sessions'), change('Do not use Redis for all sessions'));
    assert.notEqual(second.sessionId, first.sessionId);
    await engine.enrichSession({ sessionId: second.sessionId });
    assert.equal((await ended(engine, second.sessionId)).stages[2]?.detail, '1 merged, 1 contradictions');
    const [old] = (await engine.listItems({ projectId, sessionId: first.sessionId })).items;
    const later = (await engine.listItems({ projectId, sessionId: second.sessionId })).items;
    const merged = later.find((item) => item.status === 'deprecated');
    const contrary = later.find((item) => item.status === 'draft');
    assert.deepEqual([old?.mergedFrom, merged?.supersededBy], [[merged?.id], old?.id]);
    assert.deepEqual([old?.tags, contrary?.tags], [['contradiction'], ['contradiction']]);
    assert.ok(contrary?.impact?.includes(old?.id ?? 'none'));
  });

  it('follows lines that moved, tags items whose lines changed, and untags them when they are back', async () => {
    const { engine } = test;
    const file = join(folder, 'a.ts');
    const enrich = async () => {
      const { sessionId } = await engine.ingest({
        projectId,
        ...digest,
        payload: { ...digest.payload, commits: [{ ...commit, files: [], diff: diff.replace('src/', '') }] },
      });
      await engine.enrichSession({ sessionId });
      await ended(engine, sessionId);
      return (await engine.listItems({ projectId, type: 'bug' })).items[0];
    };
    writeFileSync(file, 'one\ntwo\n');
    assert.deepEqual((await enrich())?.tags, ['fix']);
    writeFileSync(file, 'zero\none\ntwo\n');
    const moved = await enrich();
    assert.deepEqual([moved?.tags, moved?.evidence[0]?.startLine], [['fix'], 2]);
    writeFileSync(file, 'zero\nuno\ntwo\n');
    assert.deepEqual((await enrich())?.tags, ['drifted', 'fix']);
    writeFileSync(file, 'zero\none\ntwo\n');
    assert.deepEqual((await enrich())?.tags, ['fix']);
    rmSync(file);
    writeFileSync(`${folder}-outside`, 'zero\none\ntwo\n');
    symlinkSync(`${folder}-outside`, file);
    assert.deepEqual((await enrich())?.tags, ['drifted', 'fix']);
    rmSync(`${folder}-outside`);
  });

  it('goes on after the engine was killed in the middle, and does nothing twice', async () => {
    const { engine, db, clock } = test;
    const { sessionId } = await save(change('Use a queue for writes'), change('Keep one writer'));
    await engine.enrichSession({ sessionId });
    await ended(engine, sessionId);
    // As it is when the process dies after the first stage: drafts are there, the job knows of one stage only.
    db.run(
      `UPDATE jobs SET status = 'running', completed_at = NULL, stages = json_replace(stages,
       '$[1].status', 'queued', '$[2].status', 'queued', '$[3].status', 'queued')`,
    );
    db.run("UPDATE sessions SET status = 'enriching'");
    const { engine: next } = startMemoryEngine({ db, ports: { clock } });
    const job = await ended(next, sessionId);
    assert.equal(job.status, 'completed');
    assert.equal((await next.getSession({ sessionId })).status, 'completed');
    assert.equal((await next.listItems({ projectId })).items.length, 2);
    next.dispose();
  });

  it('ends quietly when its project is deleted meanwhile', async () => {
    const { engine } = test;
    const { sessionId } = await save(change('Use a queue'));
    await Promise.all([engine.enrichSession({ sessionId }), engine.deleteProject({ projectId })]);
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    ({ id: projectId } = await engine.createProject({ name: 'Q' }));
    const { sessionId: other } = await save(change('Use a queue'));
    await engine.enrichSession({ sessionId: other });
    assert.equal((await ended(engine, other)).status, 'completed');
  });
});
