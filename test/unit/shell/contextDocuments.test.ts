import assert from 'node:assert/strict';
import { EngineError } from '../../../src/base/engineError';
import type { Context } from '../../../src/shared/context';
import { type ConflictChoice, ContextDocuments } from '../../../src/shell/documents/contextDocuments';
import {
  contextPath,
  isFolderPath,
  listFolder,
  parseContextPath,
  parseVersionPath,
  versionPath,
} from '../../../src/shell/documents/contextPath';
import { FakeEngine } from '../../support/fakeEngine';
import { sampleContext, sampleNode } from '../../support/samples';

const ref = { projectId: 'proj_1', schemaKey: 'root/auth', contextId: 'ctx_1' };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function setUp(answers: readonly ConflictChoice[] = []) {
  const state = { stored: sampleContext(), isDirty: false, isArchived: false, asked: 0, isDeleted: false };
  const save = (content: string): Context => {
    const version = state.stored.version + 1;
    state.stored = { ...state.stored, content, version, updatedAt: `2026-03-01T10:00:0${version}.000Z` };
    return state.stored;
  };
  const { engine } = new FakeEngine({
    getContext: async () => {
      if (state.isDeleted) throw new EngineError('notFound', 'Context not found.');
      return state.stored;
    },
    getContextTree: async () => [sampleNode('root/auth', { id: 'ctx_1' })],
    updateContext: async ({ content, version }) => {
      const currentVersion = state.stored.version;
      if (version !== currentVersion)
        throw new EngineError('conflict', 'Version conflict', { data: { currentVersion } });
      return save(content ?? '');
    },
  });
  const documents = new ContextDocuments({
    engine,
    isDirty: () => state.isDirty,
    isArchived: () => state.isArchived,
    askConflict: async () => answers[state.asked++],
  });
  return { documents, state, save };
}

describe('context documents', () => {
  it('reads and saves', async () => {
    const { documents, state } = setUp();
    assert.equal(new TextDecoder().decode(await documents.read('k', ref)), 'one');
    assert.equal(await documents.write('k', ref, bytes('two')), 'saved');
    assert.equal(await documents.write('k', ref, bytes('thrée')), 'saved');
    assert.deepEqual([state.stored.content, state.stored.version], ['thrée', 3]);
    assert.equal((await documents.stat('k', ref)).size, 6);
  });

  it('finds a context by its schema key where the id is not known', async () => {
    const { documents } = setUp();
    assert.equal((await documents.read('k', { ...ref, contextId: undefined })).byteLength, 3);
    const other = { ...ref, schemaKey: 'root/none', contextId: undefined };
    await assert.rejects(documents.read('k', other), { code: 'notFound' });
  });

  it('saves nothing over a change it has not seen, unless the user says so', async () => {
    for (const choice of ['compare', undefined] as const) {
      const { documents, state, save } = setUp([choice]);
      await documents.read('k', ref);
      save('theirs');
      await assert.rejects(documents.write('k', ref, bytes('mine')), { code: 'conflict' });
      assert.equal(state.stored.content, 'theirs');
    }
  });

  it('overwrites when told to, and asks again when that is overtaken too', async () => {
    const { documents, state, save } = setUp(['overwrite']);
    await documents.read('k', ref);
    save('theirs');
    assert.equal(await documents.write('k', ref, bytes('mine')), 'saved');
    assert.deepEqual([state.stored.content, state.stored.version, state.asked], ['mine', 3, 1]);
  });

  it('asks nothing where only the name has changed, or where both texts are the same', async () => {
    const { documents, state, save } = setUp();
    await documents.read('k', ref);
    state.stored = { ...state.stored, name: 'Renamed', version: 2 };
    assert.equal(await documents.write('k', ref, bytes('mine')), 'saved');
    save('both');
    assert.equal(await documents.write('k', ref, bytes('both')), 'saved');
    assert.equal(state.asked, 0);
  });

  it('gives up the edit when told to reload', async () => {
    const { documents, state, save } = setUp(['reload']);
    await documents.read('k', ref);
    save('theirs');
    assert.equal(await documents.write('k', ref, bytes('mine')), 'reload');
    assert.equal(state.stored.content, 'theirs');
  });

  it('keeps the time of the version that an unsaved edit is based on', async () => {
    const { documents, state, save } = setUp();
    await documents.read('k', ref);
    const before = await documents.stat('k', ref);
    state.isDirty = true;
    save('theirs');
    assert.equal((await documents.stat('k', ref)).changedMs, before.changedMs);
    state.isDirty = false;
    assert.ok((await documents.stat('k', ref)).changedMs > before.changedMs);
  });

  it('is read-only for what is deprecated or archived', async () => {
    const { documents, state } = setUp();
    assert.equal((await documents.stat('k', ref)).readOnly, false);
    state.isArchived = true;
    assert.equal((await documents.stat('k', ref)).readOnly, true);
    state.isArchived = false;
    state.stored = { ...state.stored, state: 'deprecated' };
    assert.equal((await documents.stat('k', ref)).readOnly, true);
    await assert.rejects(documents.write('k', ref, bytes('x')), { code: 'forbidden' });
  });

  it('tells which open documents changed or are gone, and not its own saves', async () => {
    const { documents, state, save } = setUp();
    await documents.read('k', ref);
    await documents.write('k', ref, bytes('two'));
    assert.deepEqual(await documents.compare('proj_1'), { changed: [], deleted: [] });
    save('theirs');
    assert.deepEqual(await documents.compare('proj_1'), { changed: ['k'], deleted: [] });
    state.isDeleted = true;
    assert.deepEqual(await documents.compare('proj_1'), { changed: [], deleted: ['k'] });
    documents.forget('k');
    assert.deepEqual(await documents.compare('proj_1'), { changed: [], deleted: [] });
  });

  it('takes text in UTF-8 only', async () => {
    const { documents, state } = setUp();
    await assert.rejects(documents.write('k', ref, Uint8Array.of(0xff, 0xfe)), { code: 'invalid' });
    assert.equal(state.stored.version, 1);
  });

  it('has paths that lead back to the context', () => {
    const path = contextPath('proj_1', 'root/api/auth');
    assert.deepEqual(parseContextPath(path, 'ctx_1'), {
      projectId: 'proj_1',
      schemaKey: 'root/api/auth',
      contextId: 'ctx_1',
    });
    assert.equal(parseContextPath('/proj_1', ''), undefined);
    assert.equal(parseContextPath('/proj_1/root', ''), undefined);
    assert.deepEqual(parseVersionPath(versionPath('ctx_1', 12, 'root/api/auth')), { contextId: 'ctx_1', version: 12 });
    assert.equal(parseVersionPath('/ctx_1/x/auth.md'), undefined);
  });

  it('lists folders by schema key', () => {
    const keys = ['root', 'root/api', 'root/api/auth', 'root/bugs'];
    assert.deepEqual(listFolder(keys, '/proj_1'), [
      ['root.md', false],
      ['root', true],
    ]);
    assert.deepEqual(listFolder(keys, '/proj_1/root/api'), [['auth.md', false]]);
    assert.deepEqual([isFolderPath('/proj_1/root'), isFolderPath('/proj_1/root.md')], [true, false]);
  });
});
