import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nameBackup, parseBackups, selectOutdated } from '../../../src/engine/storage/backup/backupNames';
import { type BackupFacts, isBackupDue } from '../../../src/engine/storage/backup/backupSchedule';

const minute = 60_000;
const day = 1440 * minute;

describe('names of backups', () => {
  it('say when and which schema, and are read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 1, max: 999 }), (at, schemaVersion) => {
        const name = nameBackup(at, schemaVersion);
        assert.match(name, /^[\w.-]+$/);
        assert.deepEqual(parseBackups([name]), [{ name, at, schemaVersion }]);
      }),
    );
  });

  it('are told from other files, newest first', () => {
    const names = [
      nameBackup(day, 1),
      'unfinished.db',
      nameBackup(2 * day, 1),
      'contox-2026-99-99T00-00-00-000Z-v1.db',
    ];
    assert.deepEqual(
      parseBackups(names).map((backup) => backup.at),
      [2 * day, day],
    );
  });
});

describe('outdated backups', () => {
  const kept = (facts: readonly (readonly [at: number, version: number])[]): number[] => {
    const backups = parseBackups(facts.map(([at, version]) => nameBackup(at, version)));
    const outdated = new Set(selectOutdated(backups));
    return backups.filter((backup) => !outdated.has(backup)).map((backup) => backup.at);
  };

  it('the newest three stay', () => {
    assert.deepEqual(kept([1, 2, 3, 4, 5].map((at) => [at * minute, 1])), [5 * minute, 4 * minute, 3 * minute]);
  });

  it('the last of each of the last five days stays', () => {
    const twiceADay = Array.from({ length: 16 }, (_, half) => [half * (day / 2), 1] as const);
    assert.deepEqual(
      kept(twiceADay).map((at) => at / day),
      [7.5, 7, 6.5, 5.5, 4.5, 3.5],
    );
  });

  it('the way back from an upgrade stays', () => {
    const facts = [[0, 1] as const, ...Array.from({ length: 20 }, (_, at) => [(at + 1) * day, 2] as const)];
    assert.ok(kept(facts).includes(0));
  });

  it('are never all, and never many that stay', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(30 * day), fc.integer({ min: 1, max: 4 }))), (facts) => {
        const left = kept(facts).length;
        assert.ok(left <= 10);
        assert.equal(left === 0, facts.length === 0);
      }),
    );
  });
});

describe('a backup is due', () => {
  const facts: BackupFacts = {
    now: 10 * day,
    lastBackupAt: 9.5 * day,
    openedAt: 9 * day,
    changes: 5,
    changedBefore: false,
  };
  const cases: readonly (readonly [string, Partial<BackupFacts>, boolean])[] = [
    ['not half a day after the last one', {}, false],
    ['a day after the last one', { lastBackupAt: 9 * day }, true],
    ['never for an unchanged store', { lastBackupAt: 1 * day, changes: 0 }, false],
    ['for what was changed before the start', { lastBackupAt: 1 * day, changes: 0, changedBefore: true }, true],
    ['after many changes', { changes: 20_000 }, true],
    [
      'not right after the last one, however much changes',
      { changes: 1e6, lastBackupAt: 10 * day - 5 * minute },
      false,
    ],
    ['at once where there is none of an old store', { lastBackupAt: undefined, changedBefore: true }, true],
    ['not in the first minutes of a new store', { lastBackupAt: undefined, openedAt: 10 * day - minute }, false],
    ['after a while for a new store', { lastBackupAt: undefined, openedAt: 10 * day - 20 * minute }, true],
  ];
  for (const [name, change, expected] of cases)
    it(name, () => assert.equal(isBackupDue({ ...facts, ...change }), expected));
});
