import assert from 'node:assert/strict';
import { EngineError } from '../../../src/base/engineError';
import { migrations } from '../../../src/engine/storage/migrations/index';
import { type Migration, migrate, readSchemaVersion } from '../../../src/engine/storage/migrator';
import { openDatabase } from '../../../src/engine/storage/openDatabase';

const step = (version: number, sql = `CREATE TABLE t${version}(x)`): Migration => ({
  version,
  name: `step ${version}`,
  up: (db) => db.exec(sql),
});

describe('the migrator', () => {
  it('runs what is new, in order, once', async () => {
    const db = await openDatabase(':memory:');
    migrate(db, [step(1)]);
    migrate(db, [step(1), step(2), step(3, 'ALTER TABLE t2 ADD COLUMN y')]);
    assert.equal(readSchemaVersion(db), 3);
    db.run('INSERT INTO t2(x, y) VALUES(1, 2)');
  });

  it('leaves the version before a step that failed', async () => {
    const db = await openDatabase(':memory:');
    migrate(db, [step(1)]);
    const failing = step(3, 'CREATE TABLE half(x); CREATE TABLE t1(x)');
    assert.throws(() => migrate(db, [step(1), step(2), failing]), EngineError);
    assert.equal(readSchemaVersion(db), 2);
    assert.deepEqual(db.all("SELECT name FROM sqlite_master WHERE name = 'half'"), []);
  });

  it('leaves a new store empty where a step fails', async () => {
    const db = await openDatabase(':memory:');
    assert.throws(() => migrate(db, [step(1), step(2, 'CREATE TABLE t1(x)')]), EngineError);
    assert.equal(readSchemaVersion(db), 0);
    assert.deepEqual(db.all('SELECT name FROM sqlite_master'), []);
  });

  it('refuses a newer store and leaves it alone', async () => {
    const db = await openDatabase(':memory:');
    db.exec('PRAGMA user_version = 7');
    assert.throws(
      () => migrate(db, [step(1)]),
      (error) => error instanceof EngineError && error.code === 'newerStore' && error.data?.['found'] === 7,
    );
    assert.equal(readSchemaVersion(db), 7);
  });

  it('refuses a list with a gap', async () => {
    const db = await openDatabase(':memory:');
    assert.throws(() => migrate(db, [step(1), step(3)]), /step 3/);
    assert.equal(readSchemaVersion(db), 0);
  });

  it('takes the list of this program', async () => {
    const db = await openDatabase(':memory:');
    migrate(db, migrations);
    assert.equal(readSchemaVersion(db), migrations.length);
    assert.deepEqual(db.all('PRAGMA foreign_key_check'), []);
  });
});
