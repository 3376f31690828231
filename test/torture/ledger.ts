import type { Database } from '../../src/engine/storage/database';
import type { Migration } from '../../src/engine/storage/migrator';

const accounts = 50;
const balance = 1000;

/** Tables whose content shows every kind of loss: a missing entry, a torn one, a sum that does not hold. */
export const ledgerMigration: Migration = {
  version: 1,
  name: 'ledger',
  up(db) {
    db.exec(`
      CREATE TABLE entry(id INTEGER PRIMARY KEY, body TEXT NOT NULL);
      CREATE TABLE part(entry INTEGER, k INTEGER, v TEXT, PRIMARY KEY(entry, k)) WITHOUT ROWID;
      CREATE INDEX part_by_v ON part(v);
      CREATE TABLE account(id INTEGER PRIMARY KEY, balance INTEGER NOT NULL);
    `);
    for (let id = 0; id < accounts; id += 1) db.run('INSERT INTO account VALUES(?, ?)', [id, balance]);
  },
};

/** One transaction over three tables and two indexes; with a given id always the same one. */
export function writeEntry(db: Database, id: number): void {
  db.transaction(() => {
    db.run('INSERT INTO entry VALUES(?, ?)', [id, `entry ${id} ${'z'.repeat((id * 37) % 900)}`]);
    for (let k = 0; k < partsOf(id); k += 1)
      db.run('INSERT INTO part VALUES(?, ?, ?)', [id, k, `p${(id * 31 + k * 17) % 1000}${'y'.repeat(k * 50)}`]);
    const amount = id % 13;
    db.run('UPDATE account SET balance = balance - ? WHERE id = ?', [amount, id % accounts]);
    db.run('UPDATE account SET balance = balance + ? WHERE id = ?', [amount, (id * 7 + 3) % accounts]);
  });
}

const partsOf = (id: number): number => 1 + (id % 7);

export interface LedgerState {
  readonly newest: number;
  /** What is wrong, in words; empty when every transaction is there wholly or not at all. */
  readonly faults: readonly string[];
}

/** Entries are written with ids 1, 2, 3 … in this order, so the newest one says how many there must be. */
export function checkLedger(db: Database): LedgerState {
  const number = (sql: string): number => db.get<{ n: number }>(sql)?.n ?? Number.NaN;
  const integrity = db.all<{ integrity_check: string }>('PRAGMA integrity_check').map((row) => row.integrity_check);
  const newest = number('SELECT coalesce(max(id), 0) AS n FROM entry');
  const facts: readonly (readonly [string, unknown, unknown])[] = [
    ['integrity', integrity.join('; '), 'ok'],
    ['entries', number('SELECT count(*) AS n FROM entry'), newest],
    ['sum', number('SELECT sum(balance) AS n FROM account'), accounts * balance],
    [
      'torn entries',
      number('SELECT count(*) AS n FROM entry WHERE (SELECT count(*) FROM part WHERE entry = entry.id) <> 1 + id % 7'),
      0,
    ],
  ];
  const faults = facts.filter(([, found, wanted]) => found !== wanted);
  return { newest, faults: faults.map(([name, found, wanted]) => `${name}: ${found} instead of ${wanted}`) };
}
