import { EngineError } from '../../base/engineError';
import type { Database } from './database';

/** One step of the schema, forward only and frozen after its release. `up` runs inside a transaction. */
export interface Migration {
  /** 1, 2, 3 … without a gap. */
  readonly version: number;
  readonly name: string;
  up(db: Database): void;
}

/** The schema version that the file holds; 0 for an empty one. */
export function readSchemaVersion(db: Database): number {
  return db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}

/** The version that this program knows. */
export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/**
 * Brings the schema up to the latest version, each step in a transaction of its own, so that a stop in the middle leaves
 * a whole version behind; a new store gets all steps in one, which leaves nothing behind. A file of a newer program is
 * refused with `newerStore` and not touched.
 */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  checkOrder(migrations);
  const current = readSchemaVersion(db);
  if (current > latestVersion(migrations)) throw newerStore(current, latestVersion(migrations));
  const steps = migrations.filter((migration) => migration.version > current);
  const goUp = (): void => {
    for (const migration of steps) takeStep(db, migration);
  };
  if (current === 0 && steps.length > 0) db.transaction(goUp);
  else goUp();
}

function takeStep(db: Database, migration: Migration): void {
  db.transaction(() => {
    migration.up(db);
    db.exec(`PRAGMA user_version = ${migration.version}`);
  });
}

export function newerStore(found: number, known: number): EngineError {
  return new EngineError(
    'newerStore',
    `The store was written by a newer version of Contox (schema ${found}, this one knows ${known}). Update Contox to use it.`,
    { data: { found, known } },
  );
}

function checkOrder(migrations: readonly Migration[]): void {
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1)
      throw new EngineError(
        'internal',
        `Migration ${migration.name} has version ${migration.version}, not ${index + 1}.`,
      );
  });
}
