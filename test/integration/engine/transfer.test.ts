import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { systemClock } from '../../../src/base/clock';
import { silentLogger } from '../../../src/base/logger';
import { sha256 } from '../../../src/base/sha256';
import { createEngine } from '../../../src/engine/createEngine';
import { purgeEvents } from '../../../src/engine/events/purgeEvents';
import { openStore } from '../../../src/engine/storage/openStore';
import { closeTestEngine, openTestEngine, rejects, type TestEngine } from './testEngine';

let scratch = '';
before(() => {
  scratch = mkdtempSync(join(tmpdir(), 'contox-transfer-'));
});
after(() => rmSync(scratch, { recursive: true }));
let folders = 0;
const newFolder = (): string => join(scratch, String(++folders));

/** Every file of an export but the manifest, which tells the time of the export. */
function contentOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.endsWith('manifest.json'));
  return Object.fromEntries(paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

interface Plan {
  readonly contexts: readonly { readonly key: string; readonly content: string; readonly entries: number }[];
  readonly changes: readonly { readonly title: string; readonly content: string; readonly minute: number }[];
  readonly items: readonly string[];
}

async function fill({ engine, clock, db, parts }: TestEngine, plan: Plan): Promise<string> {
  const { id: projectId } = await engine.createProject({ name: 'P', localPath: scratch });
  await engine.addMember({ projectId, email: 'ann@example.com' });
  // Those above first: else they would be made by themselves.
  const contexts = [...plan.contexts].sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const { key, content, entries } of contexts) {
    const { id: contextId } = await engine.createContext({ projectId, name: key, schemaKey: `root/${key}`, content });
    for (let n = 0; n < entries; n++) await engine.addEntry({ contextId, title: `e${n}`, content });
    if (entries > 2) await engine.compactContext({ contextId });
    await engine.updateContext({ contextId, content: `${content} again` });
  }
  for (const { title, content, minute } of plan.changes)
    await engine.ingest({
      projectId,
      occurredAt: new Date(clock.at - minute * 60_000).toISOString(),
      event: 'session_save',
      payload: { summary: title, changes: [{ category: 'decisions', title, content }] },
    });
  const made = [];
  for (const title of plan.items) made.push(await engine.createItem({ projectId, title, type: 'todo', facts: title }));
  if (made.length > 1) await engine.mergeItems({ itemId: made[0]?.id ?? '', itemIds: [made[1]?.id ?? ''] });
  await engine.createSpineEvent({
    projectId,
    event_type: 'secret.told',
    event_time: '2024-01-01T00:00:00Z',
    source: 'mail',
    payload: { long: 'text '.repeat(5_000) },
    entity_refs: [{ entity_type: 'person', external_id: 'bob' }],
  });
  purgeEvents(db, parts.events, { projectId, source: 'mail' });
  return projectId;
}

const plans: fc.Arbitrary<Plan> = fc.record({
  contexts: fc.uniqueArray(
    fc.record({ key: fc.constantFrom('a', 'a/b', 'c', 'c.md', 'c.md/d'), content: fc.string(), entries: fc.nat(4) }),
    { selector: (context) => context.key, maxLength: 4 },
  ),
  changes: fc.array(
    fc.record({
      title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      content: fc.oneof(fc.string(), fc.constant('long '.repeat(4_000))),
      minute: fc.nat(3_000),
    }),
    { maxLength: 5 },
  ),
  items: fc.array(fc.stringMatching(/^[a-z]{1,20}$/), { maxLength: 3 }),
});

describe('export and import', () => {
  it('lose nothing: what comes back in goes out again the same', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const first = await openTestEngine();
        const projectId = await fill(first, plan);
        const [out, again] = [newFolder(), newFolder()];
        await first.engine.exportProject({ projectId, folder: out });
        const second = await openTestEngine();
        // Rows that are there already, so that the numbers of the store are others.
        await fill(second, { contexts: [{ key: 'x', content: 'x', entries: 4 }], changes: [], items: ['x'] });
        await second.engine.importProject({ folder: out });
        assert.equal((await second.engine.verifyEvents({ projectId })).ok, true);
        assert.deepEqual(await second.engine.listItems({ projectId }), await first.engine.listItems({ projectId }));
        assert.deepEqual(
          await second.engine.getContextTree({ projectId }),
          await first.engine.getContextTree({ projectId }),
        );
        const sessions = await first.engine.listSessions({ projectId });
        assert.deepEqual(await second.engine.listSessions({ projectId }), sessions);
        for (const { id: sessionId } of sessions.items)
          assert.deepEqual(
            (await second.engine.listSessionEvents({ sessionId })).items.map(({ hash, payload }) => ({
              hash,
              payload,
            })),
            (await first.engine.listSessionEvents({ sessionId })).items.map(({ hash, payload }) => ({ hash, payload })),
          );
        await second.engine.exportProject({ projectId, folder: again });
        const [before, after] = [contentOf(out), contentOf(again)];
        // The import itself is an event, and the user of the second store became known there.
        for (const [path, text] of Object.entries(before))
          if (!/event_chains|users|members/.test(path)) assert.ok(after[path]?.startsWith(text), path);
        closeTestEngine(first);
        closeTestEngine(second);
      }),
      { numRuns: 12 },
    );
  });

  async function exported(): Promise<{ folder: string; projectId: string }> {
    const test = await openTestEngine();
    const projectId = await fill(test, {
      contexts: [{ key: 'a', content: 'x', entries: 3 }],
      changes: [{ title: 't', content: 'long '.repeat(4_000), minute: 3 }],
      items: ['one'],
    });
    const folder = newFolder();
    await test.engine.exportProject({ projectId, folder });
    await rejects(test.engine.exportProject({ projectId, folder }), 'invalid', /empty/);
    await rejects(test.engine.importProject({ folder }), 'conflict', /delete it first/);
    closeTestEngine(test);
    return { folder, projectId };
  }

  /** Changes a file of an export, and the manifest with it where `hide`: as one who wants it not to be noticed. */
  function tamper(folder: string, table: string, change: (text: string) => string, hide: boolean): void {
    const path = join(folder, 'data', `${table}.jsonl`);
    const text = change(readFileSync(path, 'utf8'));
    writeFileSync(path, text);
    if (!hide) return;
    const file = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as { hashes: Record<string, string> };
    manifest.hashes[table] = sha256(text);
    writeFileSync(file, JSON.stringify(manifest));
  }

  const tamperings: [says: string, table: string, change: (text: string) => string, hide: boolean][] = [
    ['a changed word', 'items', (text) => text.replace('one', 'two'), false],
    ['a changed event', 'events', (text) => text.replace('project.created', 'project.deleted'), true],
    ['a changed time', 'events', (text) => text.replace(/"event_time":\d/, '"event_time":9'), true],
    ['a missing event', 'events', (text) => text.split('\n').slice(1).join('\n'), true],
    ['a missing last event', 'events', (text) => `${text.split('\n').slice(0, -2).join('\n')}\n`, true],
    ['a changed long text', 'blobs', (text) => text.replace(/"base64":"..../, '"base64":"AAAA'), true],
    ['a row of another project', 'items', (text) => text.replace(/proj_\w+/, 'proj_other'), true],
    ['a row of another context', 'context_versions', (text) => text.replace(/ctx_\w+/, 'ctx_other'), true],
    ['a line that is no row', 'items', () => 'nonsense\n', true],
    ['a column that is none', 'items', (text) => text.replace('"title"', '"title) --"'), true],
    ['a parent that is missing', 'contexts', (text) => text.replace(/"parent_id":null/, '"parent_id":"ctx_x"'), true],
  ];
  for (const [says, table, change, hide] of tamperings)
    it(`import refuses ${says}, and stores nothing`, async () => {
      const { folder } = await exported();
      tamper(folder, table, change, hide);
      const test = await openTestEngine();
      await rejects(test.engine.importProject({ folder }), 'invalid');
      assert.deepEqual(await test.engine.listProjects({}), []);
      closeTestEngine(test);
    });

  it('holds no secret, no key and no folder of this machine', async () => {
    const { folder } = await exported();
    const all = Object.values(contentOf(folder)).join('\n');
    assert.ok(!all.includes(scratch));
    assert.deepEqual(
      readdirSync(join(folder, 'data')).filter((name) => /secret|api_keys|replay|requests|folders/.test(name)),
      [],
    );
    if (process.platform !== 'win32') assert.equal(statSync(folder).mode & 0o077, 0);
  });

  it('gives the user of this machine a way to a project of others', async () => {
    const { folder, projectId } = await exported();
    const test = await openTestEngine({ owner: { name: 'Zoe', email: 'zoe@localhost' } });
    await test.engine.importProject({ folder });
    const roles = (await test.engine.listMembers({ projectId })).map((member) => member.role).sort();
    assert.deepEqual(roles, ['admin', 'member', 'owner']);
    closeTestEngine(test);
  });

  it('refuses a folder that holds no export', async () => {
    const test = await openTestEngine();
    await rejects(test.engine.importProject({ folder: newFolder() }), 'invalid', /missing/);
    await rejects(test.engine.importProject({ folder: 'relative' }), 'invalid', /absolute/);
    closeTestEngine(test);
  });
});

describe('diagnose', () => {
  it('finds a sound store sound, and names what is wrong with another', async () => {
    const dataDir = newFolder();
    const store = await openStore({ dataDir, clock: systemClock, logger: silentLogger });
    const ports = { clock: systemClock, logger: silentLogger, distDir: '' };
    const engine = createEngine({ db: store.db, ports, storeState: store });
    const { id: projectId } = await engine.createProject({ name: 'P' });
    const event = { projectId, event_type: 'a', event_time: '2024-01-01T00:00:00Z', source: 'x' };
    await engine.createSpineEvent({ ...event, payload: { long: 'text '.repeat(5_000) } });
    const sound = await engine.diagnose({});
    assert.deepEqual(
      sound.checks.filter(({ name, status }) => status !== 'ok' && name !== 'disk'),
      [],
    );
    assert.deepEqual(
      sound.checks.map((check) => check.name),
      ['store', 'log', 'blobs', 'owner', 'clock', 'disk', 'permissions'],
    );
    store.db.run("UPDATE events SET event_type = 'b' WHERE event_type = 'a'");
    store.db.run("UPDATE blobs SET data = x'00'");
    store.db.run('UPDATE event_chains SET last_record_at = last_record_at + 3600000');
    chmodSync(dataDir, 0o755);
    const { ok, checks } = await engine.diagnose({});
    const wrong = checks.filter(({ name, status }) => status !== 'ok' && name !== 'disk').map((check) => check.name);
    const expected = ['log', 'blobs', 'clock', ...(process.platform === 'win32' ? [] : ['permissions'])];
    assert.deepEqual([ok, wrong], [false, expected]);
    engine.dispose();
    store.close();
  });
});
