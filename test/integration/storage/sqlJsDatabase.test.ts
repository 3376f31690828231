import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError, type ErrorCode } from '../../../src/base/engineError';
import type { Database } from '../../../src/engine/storage/database';
import { openDatabase } from '../../../src/engine/storage/openDatabase';
import { scratchFolder } from './scratch';

const failsWith = (code: ErrorCode) => (error: unknown) => error instanceof EngineError && error.code === code;

describe('SqlJsDatabase', () => {
  const folder = scratchFolder();
  let file = '';
  let db: Database;
  beforeEach(async () => {
    file = join(folder.path, 'a.db');
    db = await openDatabase(file);
    db.exec('CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT UNIQUE, other INTEGER REFERENCES t(id)) STRICT');
  });
  afterEach(() => db.close());

  const names = (): unknown[] => db.all<{ name: string }>('SELECT name FROM t ORDER BY id').map((row) => row.name);
  const add = (name: string): number => db.run('INSERT INTO t(name) VALUES(?)', [name]);

  it('keeps what was written in a real file, closed to other users', async () => {
    add('a');
    db.close();
    assert.equal(readFileSync(file).toString('latin1', 0, 15), 'SQLite format 3');
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
    db = await openDatabase(file);
    assert.deepEqual(names(), ['a']);
  });

  it('has each commit in the file before the call returns', () => {
    add('a marker that is not elsewhere');
    const log = readFileSync(`${file}-wal`).toString('latin1');
    assert.ok(log.includes('a marker that is not elsewhere'));
  });

  it('gives back what it was given', () => {
    db.exec('CREATE TABLE v(x)');
    const values = [null, 0, -1, 2 ** 31, -(2 ** 31), 2 ** 52, 1.5, '', 'ä\u0000ö 😀', new Uint8Array([0, 255])];
    for (const value of values) db.run('INSERT INTO v VALUES(?)', [value]);
    assert.deepEqual(
      db.all('SELECT x FROM v').map((row) => row['x']),
      values,
    );
  });

  it('counts the rows that changed', () => {
    assert.equal(add('a'), 1);
    assert.equal(db.run('INSERT OR IGNORE INTO t(name) VALUES(?)', ['a']), 0);
    add('b');
    assert.equal(db.run('UPDATE t SET other = NULL'), 2);
    assert.equal(db.run('CREATE TABLE u(x)'), 0);
  });

  it('commits what a reading call changes, too', async () => {
    assert.deepEqual(db.get('INSERT INTO t(name) VALUES(?), (?) RETURNING name', ['a', 'b']), { name: 'a' });
    assert.equal(db.all('UPDATE t SET other = 1 RETURNING id').length, 2);
    db.close();
    db = await openDatabase(file);
    assert.deepEqual(names(), ['a', 'b']);
  });

  it('sees new columns in statements that it had prepared', () => {
    add('a');
    assert.deepEqual(Object.keys(db.get('SELECT * FROM t') ?? {}), ['id', 'name', 'other']);
    db.exec('ALTER TABLE t RENAME COLUMN other TO next');
    assert.deepEqual(Object.keys(db.get('SELECT * FROM t') ?? {}), ['id', 'name', 'next']);
  });

  it('steps through rows, and lets the same statement run inside', () => {
    for (const name of ['a', 'b', 'c']) add(name);
    const seen: string[] = [];
    db.each<{ name: string }>('SELECT name FROM t ORDER BY id', [], (row) => {
      seen.push(row.name + names().length);
    });
    assert.deepEqual(seen, ['a3', 'b3', 'c3']);
    const stop = new Error('enough');
    const stopped = (): void => db.each('SELECT name FROM t', [], () => assert.fail(stop));
    assert.throws(stopped, stop);
  });

  it('stays whole with more statements than it keeps', () => {
    add('a');
    for (let n = 0; n < 700; n += 1)
      assert.equal(db.get<{ n: number }>(`SELECT count(*) + ${n} AS n FROM t`)?.n, n + 1);
    assert.equal(db.get<{ n: number }>('SELECT count(*) + 0 AS n FROM t')?.n, 1);
  });

  describe('transactions', () => {
    it('commit what the work did and return what it returned', () => {
      assert.equal(
        db.transaction(() => add('a')),
        1,
      );
      assert.deepEqual(names(), ['a']);
    });

    it('roll back when the work throws, and throw what it threw', () => {
      const failure = new Error('no');
      assert.throws(
        () =>
          db.transaction(() => {
            add('a');
            throw failure;
          }),
        failure,
      );
      assert.deepEqual(names(), []);
    });

    it('nest: an inner one goes alone, an outer one takes the inner ones with it', () => {
      const failing = (name: string): void =>
        assert.throws(() =>
          db.transaction(() => {
            add(name);
            db.transaction(() => add(`${name} inner`));
            throw new Error('no');
          }),
        );
      db.transaction(() => {
        add('a');
        failing('b');
        db.transaction(() => add('c'));
        failing('d');
      });
      failing('e');
      assert.deepEqual(names(), ['a', 'c']);
    });

    it('refuse work that is async', () => {
      const work = async (): Promise<void> => {
        add('a');
        await Promise.reject(new Error('later'));
      };
      assert.throws(() => db.transaction(work), failsWith('internal'));
      assert.deepEqual(names(), []);
    });

    it('roll back when the commit is refused', () => {
      db.exec('CREATE TABLE child(p INTEGER REFERENCES t(id) DEFERRABLE INITIALLY DEFERRED)');
      assert.throws(() => db.transaction(() => db.run('INSERT INTO child VALUES(99)')), failsWith('conflict'));
      assert.deepEqual(db.all('SELECT * FROM child'), []);
      db.transaction(() => add('a'));
      assert.deepEqual(names(), ['a']);
    });
  });

  describe('errors', () => {
    it('a broken UNIQUE or FOREIGN KEY is a conflict', () => {
      add('a');
      assert.throws(() => add('a'), failsWith('conflict'));
      assert.throws(() => db.run('INSERT INTO t(id) VALUES(1)'), failsWith('conflict'));
      assert.throws(() => db.run('INSERT INTO t(other) VALUES(99)'), failsWith('conflict'));
      assert.deepEqual(names(), ['a']);
    });

    it('a wrong statement is a fault of ours, and the next one works', () => {
      for (const sql of ['SELEC', 'SELECT * FROM nowhere', "INSERT INTO t(other) VALUES('x')"])
        assert.throws(() => db.run(sql), failsWith('internal'), sql);
      assert.throws(() => db.exec('CREATE TABLE t(x)'), failsWith('internal'));
      assert.equal(add('a'), 1);
    });

    it('a closed database says so', () => {
      db.close();
      assert.throws(() => add('a'), failsWith('unavailable'));
    });

    it('a file that is no database is damaged', async () => {
      await assert.rejects(openDatabase(__filename), failsWith('damaged'));
    });

    it('a folder that is not there fails', async () => {
      await assert.rejects(openDatabase(join(folder.path, 'missing', 'a.db')), failsWith('internal'));
    });
  });

  it('has full text search and foreign keys', () => {
    db.exec('CREATE VIRTUAL TABLE f USING fts4(body, tokenize=unicode61)');
    db.run('INSERT INTO f VALUES(?)', ['Über den Wolken']);
    assert.equal(db.all("SELECT * FROM f WHERE f MATCH 'uber'").length, 1);
    assert.deepEqual(db.get('PRAGMA foreign_keys'), { foreign_keys: 1 });
    assert.deepEqual(db.get('PRAGMA synchronous'), { synchronous: 2 });
  });

  it('opens several files and memory at once', async () => {
    const other = await openDatabase(join(folder.path, 'b.db'));
    const memory = await openDatabase(':memory:');
    for (const each of [other, memory]) each.exec('CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT)');
    other.run("INSERT INTO t(name) VALUES('other')");
    memory.run("INSERT INTO t(name) VALUES('memory')");
    add('first');
    const read = (each: Database): unknown => each.get('SELECT name FROM t');
    assert.deepEqual([db, other, memory].map(read), [{ name: 'first' }, { name: 'other' }, { name: 'memory' }]);
    other.close();
    memory.close();
  });
});
