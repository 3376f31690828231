import assert from 'node:assert/strict';
import type { CreateItem } from '../../../src/shared/item';
import { check, closeTestEngine, eventTypes, openTestEngine, rejects } from './testEngine';

const bug: CreateItem = { title: 'Lost writes', type: 'bug', facts: 'The second tab wins.' };

describe('items', () => {
  check([
    {
      says: 'have all fields of the API, with what is usual where nothing is said',
      call: async ({ engine }) => {
        await engine.createProject({ name: 'P' });
        const item = await engine.createItem(bug);
        assert.deepEqual(Object.keys(item).sort(), [
          'confidence',
          'createdAt',
          'evidence',
          'facts',
          'files',
          'id',
          'impact',
          'importance',
          'mergedFrom',
          'projectId',
          'rationale',
          'schemaKey',
          'sessionId',
          'status',
          'supersededBy',
          'tags',
          'title',
          'type',
          'updatedAt',
        ]);
        return item;
      },
      gives: { status: 'approved', schemaKey: 'root/bugs', importance: 3, files: [], supersededBy: null },
    },
    {
      says: 'are drafts when a machine makes them, whatever it asks for',
      call: async ({ engine }) => {
        await engine.createProject({ name: 'P' });
        return engine.createItem({ ...bug, source: 'mcp', status: 'approved' });
      },
      gives: { status: 'draft' },
    },
    {
      says: 'refuse evidence that ends before it starts',
      call: async ({ engine }) => {
        await engine.createProject({ name: 'P' });
        return engine.createItem({ ...bug, evidence: [{ path: 'a', startLine: 3, endLine: 2 }] });
      },
      fails: { code: 'invalid', path: 'evidence' },
    },
    {
      says: 'refuse a session of another project',
      call: async ({ engine }) => {
        const { id: projectId } = await engine.createProject({ name: 'P' });
        const other = await engine.createProject({ name: 'Q' });
        const session = await engine.createSession({ projectId: other.id });
        return engine.createItem({ ...bug, projectId, sessionId: session.id });
      },
      fails: { code: 'invalid', path: 'sessionId' },
    },
    {
      says: 'can not be approved once deprecated',
      call: async ({ engine }) => {
        await engine.createProject({ name: 'P' });
        const { id: itemId } = await engine.createItem(bug);
        await engine.approveItem({ itemId, action: 'deprecate' });
        return engine.approveItem({ itemId, action: 'approve' });
      },
      fails: { code: 'conflict' },
    },
    {
      says: 'of an archived project can not be changed',
      call: async ({ engine }) => {
        const { id: projectId } = await engine.createProject({ name: 'P' });
        const { id: itemId } = await engine.createItem(bug);
        await engine.updateProject({ projectId, status: 'archived' });
        return engine.updateItem({ itemId, title: 'x' });
      },
      fails: { code: 'conflict' },
    },
  ]);

  it('are drafts again when a machine changes what a person approved', async () => {
    const test = await openTestEngine();
    const { engine } = test;
    const { id: projectId } = await engine.createProject({ name: 'P' });
    const { id: itemId } = await engine.createItem(bug);
    assert.equal((await engine.updateItem({ itemId, facts: 'More.' })).status, 'approved');
    assert.equal((await engine.updateItem({ itemId, facts: 'More.', source: 'mcp' })).status, 'approved');
    assert.equal((await engine.updateItem({ itemId, facts: 'Less.', source: 'mcp' })).status, 'draft');
    assert.equal((await engine.approveItem({ itemId, action: 'approve' })).status, 'approved');
    await engine.deleteItem({ itemId });
    await rejects(engine.getItem({ itemId }), 'notFound', /^Item not found$/);
    assert.equal((await eventTypes(engine, projectId)).filter((type) => type === 'memory.operated').length, 5);
    closeTestEngine(test);
  });

  it('merge, supersede, and never in a circle', async () => {
    const test = await openTestEngine();
    const { engine } = test;
    await engine.createProject({ name: 'P' });
    const [a, b, c] = await Promise.all(
      ['a', 'b', 'c'].map((name) => engine.createItem({ ...bug, title: name, files: [name], tags: [name] })),
    );
    assert.ok(a && b && c);
    const merged = await engine.mergeItems({ itemId: a.id, itemIds: [b.id, b.id] });
    assert.deepEqual([merged.title, merged.files, merged.mergedFrom], ['a', ['a', 'b'], [b.id]]);
    const taken = await engine.getItem({ itemId: b.id });
    assert.deepEqual([taken.status, taken.supersededBy], ['deprecated', a.id]);
    await rejects(engine.mergeItems({ itemId: b.id, itemIds: [a.id] }), 'conflict');
    await rejects(engine.mergeItems({ itemId: a.id, itemIds: [a.id] }), 'invalid');
    assert.equal((await engine.supersedeItem({ itemId: a.id, byItemId: c.id })).id, c.id);
    await rejects(engine.supersedeItem({ itemId: c.id, byItemId: b.id }), 'conflict');
    const made = await engine.supersedeItem({ itemId: c.id, item: { ...bug, title: 'd' } });
    assert.equal((await engine.getItem({ itemId: c.id })).supersededBy, made.id);
    await rejects(engine.supersedeItem({ itemId: made.id }), 'invalid');
    closeTestEngine(test);
  });

  it('are listed by every filter, page by page, the newest first', async () => {
    const test = await openTestEngine();
    const { engine } = test;
    const { id: projectId } = await engine.createProject({ name: 'P' });
    for (let n = 0; n < 6; n++)
      await engine.createItem({
        ...bug,
        projectId,
        title: String(n),
        type: n % 2 ? 'bug' : 'todo',
        schemaKey: n < 2 ? 'root/a' : n < 4 ? 'root/a/b' : 'root/ab',
        tags: [`t${n % 3}`],
        files: [`f${n}`],
        importance: 1 + (n % 5),
        ...(n === 0 ? { status: 'draft' as const } : {}),
      });
    const titles = async (query: object) =>
      (await engine.listItems({ projectId, ...query })).items.map((item) => item.title).join('');
    assert.equal(await titles({}), '543210');
    assert.equal(await titles({ status: 'draft' }), '0');
    assert.equal(await titles({ type: 'bug' }), '531');
    assert.equal(await titles({ schemaKey: 'root/a' }), '10');
    assert.equal(await titles({ schemaKey: 'root/a/*' }), '3210');
    assert.equal(await titles({ tag: 't0' }), '30');
    assert.equal(await titles({ file: 'f4' }), '4');
    assert.equal(await titles({ minImportance: 4 }), '43');
    let all = '';
    let cursor: string | undefined;
    do {
      const page = await engine.listItems({ projectId, limit: 4, ...(cursor === undefined ? {} : { cursor }) });
      all += page.items.map((item) => item.title).join('');
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    assert.equal(all, '543210');
    await rejects(engine.listItems({ projectId, cursor: 'x' }), 'invalid');
    closeTestEngine(test);
  });
});
