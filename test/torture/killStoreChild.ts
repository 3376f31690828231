// Writes ledger entries for ever and says each one's id after its commit; with `verify` only looks.
import { writeSync } from 'node:fs';
import { systemClock } from '../../src/base/clock';
import { silentLogger } from '../../src/base/logger';
import { openStore } from '../../src/engine/storage/openStore';
import { checkLedger, ledgerMigration, writeEntry } from './ledger';

// Synchronous: what was said is in the pipe when the process is killed.
const say = (word: string, value: unknown): void => void writeSync(1, `${word} ${JSON.stringify(value)}\n`);

async function main(): Promise<void> {
  const [, , dataDir = '', distDir, mode] = process.argv;
  const migrations = [ledgerMigration];
  const store = await openStore({ dataDir, distDir, clock: systemClock, logger: silentLogger, migrations });
  store.db.exec('PRAGMA wal_autocheckpoint=40');
  const state = checkLedger(store.db);
  say('open', { ...state, notices: store.state.notices.map((notice) => notice.message) });
  if (mode === 'verify') {
    store.close();
    return;
  }
  for (let id = state.newest + 1; ; id += 1) {
    writeEntry(store.db, id);
    say('written', id);
  }
}

main().catch((error: unknown) => {
  say('error', String(error));
  process.exitCode = 3;
});
