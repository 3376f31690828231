import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { silentLogger } from '../../../src/base/logger';
import { joinOwner } from '../../../src/engine/rpc/joinOwner';
import { OwnedStore } from '../../../src/engine/rpc/ownedStore';
import { openStore } from '../../../src/engine/storage/openStore';
import { readOwnerFile } from '../../../src/engine/storage/ownerFile';
import { storeFiles } from '../../../src/engine/storage/storeFiles';
import type { OwnerRecord } from '../../../src/shared/store';
import { scratchFolder } from '../storage/scratch';
import { createEngineOn, ports } from './engineOn';

describe('OwnedStore', () => {
  const folder = scratchFolder();
  const version = { protocol: 1, schemaVersion: 1 };
  let owned: OwnedStore;
  beforeEach(async () => {
    const store = await openStore({ dataDir: folder.path, ...ports });
    const nothing = (): void => undefined;
    const events = { onChange: nothing, onNewer: nothing };
    owned = await OwnedStore.open({ store, engine: createEngineOn(store), version, logger: silentLogger, ...events });
  });
  afterEach(() => owned.close());

  const record = (): OwnerRecord => {
    const found = readOwnerFile(storeFiles(folder.path).owner);
    assert.ok(found);
    return found;
  };
  const canJoin = async (): Promise<boolean> => {
    const { signal } = new AbortController();
    const channel = await joinOwner(record(), { version, logger: silentLogger, signal });
    channel?.dispose();
    return channel !== undefined;
  };

  for (const [what, remove] of [
    ['socket', () => rmSync(record().address)],
    ['file', () => rmSync(storeFiles(folder.path).owner)],
  ] as const) {
    it(`can be reached again after its ${what} was removed`, async function () {
      if (process.platform === 'win32') this.skip();
      assert.ok(await canJoin());
      remove();
      await owned.beat();
      assert.ok(await canJoin());
    });
  }

  it('stays where it is while all is well', async () => {
    const before = record();
    await owned.beat();
    assert.deepEqual(record(), before);
  });
});
