import assert from 'node:assert/strict';
import { closeTestEngine, openTestEngine, rejects, type TestEngine } from './testEngine';

function memorySecrets() {
  const values = new Map<string, string>();
  return {
    values,
    get: async (name: string) => values.get(name),
    set: async (name: string, value: string) => void values.set(name, value),
  };
}

/** All text that the database holds anywhere. */
function everythingStored({ db }: TestEngine): string {
  const tables = db.all<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
  );
  return JSON.stringify(tables.map(({ name }) => db.all(`SELECT * FROM ${name}`)));
}

describe('API keys', () => {
  let test: TestEngine;
  beforeEach(async () => {
    test = await openTestEngine({ secrets: memorySecrets() });
  });
  afterEach(() => closeTestEngine(test));

  it('are shown once and kept as a hash only, also in the answers that are remembered', async () => {
    const { engine } = test;
    const made = await engine.createKey({ name: 'CI' }, { requestId: 'r1' });
    assert.match(made.key, /^contox_sk_[\w-]{43}$/);
    assert.ok(!everythingStored(test).includes(made.key));
    const spine = await engine.createKey({ name: 'Spine', kind: 'contextSpine' });
    assert.match(spine.key, /^sk_live_[\w-]{43}$/);
    const [first, second] = await engine.listKeys({});
    assert.deepEqual([first?.name, first?.lastUsed, second?.kind], ['CI', null, 'contextSpine']);
    assert.ok(made.key.startsWith(first?.prefix ?? 'x'));
  });

  it('are one key with a new text when the call is repeated after its answer was lost', async () => {
    const { engine } = test;
    const first = await engine.createKey({ name: 'CI' }, { requestId: 'r1' });
    const again = await engine.createKey({ name: 'CI' }, { requestId: 'r1' });
    assert.equal(again.id, first.id);
    assert.equal(await engine.authenticateKey({ key: first.key }), null);
    assert.equal((await engine.authenticateKey({ key: again.key }))?.keyId, first.id);
    assert.equal((await engine.listKeys({})).length, 1);
  });

  it('say whom they act for and what that user may do', async () => {
    const { engine } = test;
    const { key, id } = await engine.createKey({ name: 'mine' });
    const project = await engine.createProject({ name: 'P' });
    const principal = await engine.authenticateKey({ key });
    assert.deepEqual(principal?.roles, { [project.id]: 'owner' });
    assert.equal(principal?.isLocalOwner, true);
    assert.match(principal?.workspaceId ?? '', /^ws_/);
    assert.notEqual((await engine.listKeys({}))[0]?.lastUsed, null);
    for (const wrong of ['', 'contox_sk_', `contox_sk_${'a'.repeat(43)}`, `${key} `, key.slice(0, -1)])
      assert.equal(await engine.authenticateKey({ key: wrong }), null);
    await engine.deleteProject({ projectId: project.id });
    assert.deepEqual((await engine.authenticateKey({ key }))?.roles, {});
    await engine.deleteKey({ keyId: id });
    assert.equal(await engine.authenticateKey({ key }), null);
    await rejects(engine.deleteKey({ keyId: id }), 'notFound');
  });

  it('act for a member only where an owner or admin of all their projects made them', async () => {
    const { engine } = test;
    const { id: projectId } = await engine.createProject({ name: 'P' });
    const admin = await engine.addMember({ projectId, email: 'a@example.com', role: 'admin' });
    const member = await engine.addMember({ projectId, email: 'm@example.com' });
    const [owner] = await engine.listMembers({ projectId });
    const forMember = await engine.createKey({ name: 'm', userId: member.userId, actorId: admin.userId });
    assert.deepEqual((await engine.authenticateKey({ key: forMember.key }))?.roles, { [projectId]: 'member' });
    const asOwner = { name: 'o', userId: owner?.userId ?? '', actorId: admin.userId };
    await rejects(engine.createKey(asOwner), 'forbidden');
    await rejects(engine.createKey({ name: 'a', userId: admin.userId, actorId: member.userId }), 'forbidden');
    await rejects(engine.createKey({ name: 'x', userId: 'user_nobody', actorId: admin.userId }), 'notFound');
    const other = await engine.createProject({ name: 'Q' });
    await engine.addMember({ projectId: other.id, email: 'm@example.com' });
    await rejects(engine.createKey({ name: 'm', userId: member.userId, actorId: admin.userId }), 'forbidden');
    await rejects(engine.deleteKey({ keyId: forMember.id, actorId: admin.userId }), 'notFound');
    assert.deepEqual(
      (await engine.listKeys({ actorId: member.userId })).map((key) => key.name),
      ['m'],
    );
  });

  it('die with the last membership of their user', async () => {
    const { engine } = test;
    const { id: projectId } = await engine.createProject({ name: 'P' });
    const { userId } = await engine.addMember({ projectId, email: 'm@example.com' });
    const { key } = await engine.createKey({ name: 'm', userId });
    await engine.removeMember({ projectId, userId });
    assert.equal(await engine.authenticateKey({ key }), null);
  });
});

describe('HMAC secrets', () => {
  it('are made once, sealed, and rotate with a day of overlap', async () => {
    const test = await openTestEngine({ secrets: memorySecrets() });
    const { engine, clock } = test;
    const { id: projectId } = await engine.createProject({ name: 'P' });
    const both = await Promise.all([engine.getHmacSecret({ projectId }), engine.getHmacSecret({ projectId })]);
    assert.equal(both[0].secret, both[1].secret);
    const rotated = await engine.rotateHmacSecret({ projectId }, { requestId: 'r' });
    assert.notEqual(rotated.secret, both[0].secret);
    assert.deepEqual(await engine.rotateHmacSecret({ projectId }, { requestId: 'r' }), rotated);
    assert.deepEqual(await engine.getSigningSecrets({ projectId }), { secrets: [rotated.secret, both[0].secret] });
    const stored = everythingStored(test);
    assert.ok(!stored.includes(rotated.secret) && !stored.includes(both[0].secret));
    clock.at += 24 * 3_600_000;
    assert.deepEqual(await engine.getSigningSecrets({ projectId }), { secrets: [rotated.secret] });
    await rejects(engine.getHmacSecret({ projectId: 'proj_none' }), 'notFound', /^Project not found$/);
    closeTestEngine(test);
  });

  it('need a place for keys', async () => {
    const test = await openTestEngine();
    const { id: projectId } = await test.engine.createProject({ name: 'P' });
    await rejects(test.engine.getHmacSecret({ projectId }), 'unsupported');
    closeTestEngine(test);
  });
});
