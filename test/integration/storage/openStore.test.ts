import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError, type ErrorCode } from '../../../src/base/engineError';
import { silentLogger } from '../../../src/base/logger';
import { findWasmFile, openDatabase } from '../../../src/engine/storage/openDatabase';
import type { OpenedStore } from '../../../src/engine/storage/openedStore';
import { type OpenStoreOptions, openStore } from '../../../src/engine/storage/openStore';
import { writeOwnerFile } from '../../../src/engine/storage/ownerFile';
import { acquireOwnerLock } from '../../../src/engine/storage/ownerLock';
import type { FileAccess } from '../../../src/engine/storage/sqlJs/fileAccess';
import { nodeFileAccess } from '../../../src/engine/storage/sqlJs/fileAccess';
import { loadSqlJs } from '../../../src/engine/storage/sqlJs/loadSqlJs';
import type { Store } from '../../../src/engine/storage/store';
import { storeFiles } from '../../../src/engine/storage/storeFiles';
import { checkLedger, ledgerMigration, writeEntry } from '../../torture/ledger';
import { scratchFolder } from './scratch';

const failsWith = (code: ErrorCode, text?: RegExp) => (error: unknown) =>
  error instanceof EngineError && error.code === code && (text?.test(error.message) ?? true);

const second = { version: 2, name: 'second', up: (db: Store['db']) => db.exec('CREATE TABLE second(x)') };

describe('openStore', () => {
  const folder = scratchFolder();
  let dataDir = '';
  let now = Date.UTC(2026, 10, 21);
  let opened: Store[] = [];
  beforeEach(() => {
    dataDir = join(folder.path, 'data');
    now = Date.UTC(2026, 10, 21);
  });
  afterEach(() => {
    for (const store of opened) store.close();
    opened = [];
  });

  const open = async (options: Partial<OpenStoreOptions> = {}): Promise<Store> => {
    const clock = { now: () => now };
    const store = await openStore({ dataDir, clock, logger: silentLogger, migrations: [ledgerMigration], ...options });
    opened.push(store);
    return store;
  };
  const kinds = (store: Store): string[] => store.state.notices.map((notice) => notice.kind);
  const files = (): ReturnType<typeof storeFiles> => storeFiles(dataDir);

  /** A closed store of three entries, backed up before the third. */
  async function makeBackedUpStore(): Promise<string> {
    const store = await open();
    writeEntry(store.db, 1);
    writeEntry(store.db, 2);
    const { path } = await store.backUp();
    writeEntry(store.db, 3);
    store.close();
    return path;
  }

  it('makes a folder and a file that only the user may read', async () => {
    const store = await open();
    writeEntry(store.db, 1);
    await store.backUp();
    store.close();
    if (process.platform === 'win32') return;
    const modes = ['', 'contox.db', 'backups'].map((name) => statSync(join(dataDir, name)).mode & 0o777);
    assert.deepEqual(modes, [0o700, 0o600, 0o700]);
    for (const name of readdirSync(files().backups))
      assert.equal(statSync(join(files().backups, name)).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(dataDir).sort(), ['backups', 'contox.db']);
  });

  it('says what it is', async () => {
    const store = await open();
    const { dataDir: where, role, durable, schemaVersion, notices, lastBackupAt } = store.state;
    assert.deepEqual(
      { where, role, durable, schemaVersion, notices, lastBackupAt },
      { where: dataDir, role: 'owner', durable: true, schemaVersion: 1, notices: [], lastBackupAt: null },
    );
    assert.ok(store.state.sizeBytes > 0);
  });

  it('is refused while it is open, and free again afterwards', async () => {
    const store = await open();
    await assert.rejects(open(), failsWith('unavailable'));
    store.close();
    store.close();
    (await open()).close();
    const free = acquireOwnerLock(dataDir);
    assert.ok(free);
    free.dispose();
  });

  it('is refused while a process out of sight of the lock has it', async () => {
    mkdirSync(dataDir);
    const place = { host: 'elsewhere', bootId: 'x', namespace: 'y' };
    const record = { ...place, pid: 7, startedAt: '', protocol: 1, schemaVersion: 1, address: '', token: '' };
    writeOwnerFile(files().owner, record);
    await assert.rejects(open(), failsWith('unavailable', /elsewhere/));
    const free = acquireOwnerLock(dataDir);
    assert.ok(free, 'the lock is given back');
    free.dispose();
  });

  it('gives the lock back when it fails', async () => {
    mkdirSync(dataDir);
    mkdirSync(files().database);
    await assert.rejects(open(), EngineError);
    rmSync(files().database, { recursive: true });
    await open();
  });

  describe('backups', () => {
    it('hold what there was, and are announced', async () => {
      const store = await open();
      writeEntry(store.db, 1);
      const heard: (string | null)[] = [];
      store.onDidChange((state) => heard.push(state.lastBackupAt));
      const { path } = await store.backUp();
      assert.equal(path, join(files().backups, 'contox-2026-11-21T00-00-00-000Z-v1.db'));
      assert.deepEqual(heard, ['2026-11-21T00:00:00.000Z']);
      assert.ok(statSync(path).size > 4096);
    });

    it('are made by themselves once a day, when something changed', async () => {
      const store = (await open()) as OpenedStore;
      const count = (): number => (existsSync(files().backups) ? readdirSync(files().backups).length : 0);
      const counts: number[] = [];
      for (const write of [true, false, true]) {
        if (write) writeEntry(store.db, counts.length + 1);
        now += 25 * 3_600_000;
        await Promise.all([store.backUpWhenDue(), store.backUpWhenDue()]);
        counts.push(count());
      }
      assert.deepEqual(counts, [1, 1, 2]);
    });

    it('that fail are over with the fault and leave nothing behind', async () => {
      const store = await open();
      writeFileSync(files().backups, 'in the way');
      await assert.rejects(store.backUp(), EngineError);
      rmSync(files().backups);
      await store.backUp();
      assert.equal(readdirSync(files().backups).length, 1);
    });

    it('are of the instant at which they were asked for, one after the other', async () => {
      const store = await open();
      writeEntry(store.db, 1);
      const first = store.backUp();
      await Promise.resolve();
      now += 1000;
      const second = store.backUp();
      writeEntry(store.db, 2);
      const paths = [(await first).path, (await second).path];
      assert.equal(new Set(paths).size, 2);
      for (const path of paths) {
        const copy = await openDatabase(path);
        assert.deepEqual(checkLedger(copy).faults, []);
        copy.close();
      }
      assert.deepEqual(readdirSync(dataDir).sort(), ['backups', 'contox.db', 'contox.db-wal']);
    });

    it('end with the store and leave nothing behind', async () => {
      const store = await open();
      writeEntry(store.db, 1);
      const backingUp = store.backUp();
      await Promise.resolve();
      store.close();
      await assert.rejects(backingUp, failsWith('unavailable'));
      const left = readdirSync(dataDir, { recursive: true }).map(String);
      assert.deepEqual(
        left.filter((name) => name.includes('snapshot') || name.includes('unfinished')),
        [],
      );
    });

    it('are made before an old store is migrated, and only then', async () => {
      const store = await open();
      writeEntry(store.db, 1);
      store.close();
      (await open()).close();
      assert.equal(existsSync(files().backups), false);
      const migrated = await open({ migrations: [ledgerMigration, second] });
      assert.equal(migrated.state.schemaVersion, 2);
      assert.deepEqual(readdirSync(files().backups), ['contox-2026-11-21T00-00-00-000Z-v1.db']);
    });
  });

  it('leaves a newer store alone', async () => {
    (await open({ migrations: [ledgerMigration, second] })).close();
    // As after an unclean end: opening the file would empty its log.
    writeFileSync(files().log, Buffer.alloc(100));
    const before = readFileSync(files().database);
    await assert.rejects(open(), failsWith('newerStore'));
    assert.deepEqual(readFileSync(files().database), before);
    assert.deepEqual(readdirSync(dataDir), ['contox.db', 'contox.db-wal']);
    assert.equal(statSync(files().log).size, 100);
  });

  describe('damage', () => {
    const ruin: Readonly<Record<string, () => void>> = {
      'the header': () => writeFileSync(files().database, 'no database at all'.repeat(500)),
      'a page in the middle, after an unclean end': () => {
        const content = readFileSync(files().database);
        content.fill(0x55, 4096, 16384);
        writeFileSync(files().database, content);
        // An old log is what a killed owner leaves; here it holds nothing that counts.
        writeFileSync(files().log, Buffer.alloc(100));
      },
      'all of it, missing': () => rmSync(files().database),
      'all of it, empty': () => writeFileSync(files().database, ''),
    };
    for (const [what, damage] of Object.entries(ruin)) {
      it(`of ${what}: the newest backup is restored and the user told`, async () => {
        await makeBackedUpStore();
        damage();
        now += 5000;
        const store = await open();
        assert.deepEqual(checkLedger(store.db), { newest: 2, faults: [] });
        assert.deepEqual(kinds(store), ['restored']);
        const [notice] = store.state.notices;
        assert.match(
          notice?.message ?? '',
          /backup of 2026-11-21T00:00:00.000Z; what was stored after that time is lost/,
        );
        writeEntry(store.db, 3);
        store.close();
        const again = await open();
        assert.deepEqual(checkLedger(again.db), { newest: 3, faults: [] });
        assert.deepEqual(kinds(again), ['restored'], 'told once');
      });
    }

    it('keeps the damaged file with its log', async () => {
      await makeBackedUpStore();
      writeFileSync(files().database, 'x'.repeat(5000));
      writeFileSync(files().log, 'y'.repeat(50));
      const store = await open();
      const aside = `${files().database}.damaged-2026-11-21T00-00-00-000Z`;
      assert.equal(readFileSync(aside, 'utf8'), 'x'.repeat(5000));
      assert.equal(readFileSync(`${aside}-wal`, 'utf8'), 'y'.repeat(50));
      assert.ok(store.state.notices[0]?.message.includes(aside));
    });

    it('skips a backup that is damaged, too', async () => {
      await makeBackedUpStore();
      now += 1000;
      const store = await open();
      const { path } = await store.backUp();
      store.close();
      writeFileSync(path, 'z'.repeat(5000));
      writeFileSync(files().database, 'x'.repeat(5000));
      const restored = await open();
      assert.deepEqual(checkLedger(restored.db), { newest: 2, faults: [] });
      assert.match(restored.state.notices[0]?.message ?? '', /backup of 2026-11-21T00:00:00/);
    });

    it('without a backup begins anew and says so', async () => {
      const store = await open();
      writeEntry(store.db, 1);
      store.close();
      writeFileSync(files().database, 'x'.repeat(5000));
      const empty = await open();
      assert.deepEqual(checkLedger(empty.db), { newest: 0, faults: [] });
      assert.deepEqual(kinds(empty), ['recreated']);
      assert.ok(existsSync(`${files().database}.damaged-2026-11-21T00-00-00-000Z`));
    });

    it('that shows while the store is open is looked at when it is opened next', async () => {
      await makeBackedUpStore();
      const content = readFileSync(files().database);
      content.fill(0x55, 4096, 16384);
      writeFileSync(files().database, content);
      const store = await open();
      assert.deepEqual(kinds(store), []);
      assert.throws(() => store.db.all('SELECT * FROM entry'), failsWith('damaged'));
      store.close();
      const restored = await open();
      assert.deepEqual(checkLedger(restored.db), { newest: 2, faults: [] });
    });
  });

  describe('a disk that refuses', () => {
    const refuse = (errno: string, applies: (path: string) => boolean): FileAccess => ({
      ...nodeFileAccess,
      open(path, flags) {
        if (applies(path)) throw Object.assign(new Error(`${errno}: made by the test`), { code: errno });
        return nodeFileAccess.open(path, flags);
      },
    });
    const cases: readonly (readonly [string, ErrorCode])[] = [
      ['EROFS', 'readOnly'],
      ['EACCES', 'readOnly'],
      ['ENOSPC', 'full'],
    ];
    for (const [errno, code] of cases) {
      it(`with ${errno}: says ${code}, changes nothing, and restores nothing`, async () => {
        await makeBackedUpStore();
        const before = readFileSync(files().database);
        const onDatabase = refuse(errno, (path) => path.includes('contox.db'));
        await assert.rejects(open({ access: onDatabase }), failsWith(code));
        await assert.rejects(open({ access: refuse(errno, () => true) }), failsWith(code));
        assert.deepEqual(readFileSync(files().database), before);
        const store = await open();
        assert.deepEqual(checkLedger(store.db), { newest: 3, faults: [] });
        assert.deepEqual(kinds(store), []);
      });
    }

    it('a data folder below a file is refused clearly', async () => {
      writeFileSync(join(folder.path, 'file'), '');
      await assert.rejects(open({ dataDir: join(folder.path, 'file', 'data') }), EngineError);
    });
  });

  describe('the fallback', () => {
    it('keeps data without the file layer, says so once, and hands the store on', async () => {
      const sqlJs = await loadSqlJs(findWasmFile(undefined));
      const crippled = { ...sqlJs, vfs: undefined, problem: new Error('made by the test') };
      const fallback = await open({ sqlJs: crippled });
      assert.equal(fallback.state.durable, true);
      assert.deepEqual(kinds(fallback), ['fallback']);
      writeEntry(fallback.db, 1);
      // On the disk before the call returned, and not only when the store is closed.
      assert.ok(readFileSync(files().database).includes('entry 1 z'));
      await fallback.backUp();
      fallback.close();
      const again = await open({ sqlJs: crippled });
      assert.deepEqual(kinds(again), ['fallback']);
      writeEntry(again.db, 2);
      again.close();
      const fast = await open();
      assert.deepEqual(checkLedger(fast.db), { newest: 2, faults: [] });
      fast.close();
      const back = await open({ sqlJs: crippled });
      assert.deepEqual(checkLedger(back.db), { newest: 2, faults: [] });
    });

    it('refuses a store whose log it can not read', async () => {
      const sqlJs = await loadSqlJs(findWasmFile(undefined));
      await makeBackedUpStore();
      writeFileSync(files().log, Buffer.alloc(100));
      await assert.rejects(open({ sqlJs: { ...sqlJs, vfs: undefined } }), failsWith('unsupported'));
      assert.ok(existsSync(files().log));
    });
  });
}).timeout(60_000);
