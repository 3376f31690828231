import { BlobStore } from '../blobs/blobStore';
import { EventStore } from '../events/eventStore';
import { verifyChain } from '../events/verifyChain';
import type { Database } from '../storage/database';
import { type Check, say } from './checks';

/** What is in the store: all of it is read, which takes its time. */
export async function checkContents(db: Database, signal?: AbortSignal): Promise<Check[]> {
  return [checkStore(db), await checkLog(db, signal), checkBlobs(db)];
}

/** SQLite's own look at every page, and at every reference between rows. */
function checkStore(db: Database): Check {
  const lines = db.all<{ integrity_check: string }>('PRAGMA integrity_check(10)').map((row) => row.integrity_check);
  const dangling = db.all('PRAGMA foreign_key_check').length;
  if (lines.join() !== 'ok') return say('store', 'error', `The store is damaged: ${lines[0] ?? 'no answer'}.`);
  if (dangling > 0) return say('store', 'error', `${dangling} rows name others that are not there.`);
  return say('store', 'ok', 'Every page of the store is sound.');
}

/** The hash chain of the workspace and of each project. */
async function checkLog(db: Database, signal?: AbortSignal): Promise<Check> {
  const events = new EventStore(db);
  const chains = db.all<{ id: string }>('SELECT id FROM event_chains ORDER BY id');
  let count = 0;
  for (const { id } of chains) {
    const result = await verifyChain(events, id, signal);
    if (!result.ok) return say('log', 'error', `The log of ${id} was altered at ${result.brokenAt ?? 'its end'}.`);
    count += result.events;
  }
  return say('log', 'ok', `${count} events in ${chains.length} logs are as they were written.`);
}

/** Every long text is what its hash says, and is named by an event; every name has its text. */
function checkBlobs(db: Database): Check {
  const store = new BlobStore(db);
  const blobs = db.all<{ chainId: string; hash: string }>('SELECT chain_id AS chainId, hash FROM blobs');
  const damaged = blobs.filter(({ chainId, hash }) => store.isDamaged(chainId, hash)).length;
  const count = (sql: string): number => db.get<{ count: number }>(`SELECT count(*) AS count ${sql}`)?.count ?? 0;
  const orphans = count(`FROM blobs b WHERE NOT EXISTS
    (SELECT 1 FROM blob_refs r WHERE r.chain_id = b.chain_id AND r.hash = b.hash)`);
  const missing = count(`FROM blob_refs r WHERE NOT EXISTS
    (SELECT 1 FROM blobs b WHERE b.chain_id = r.chain_id AND b.hash = r.hash)`);
  if (damaged + missing > 0)
    return say('blobs', 'error', `Of ${blobs.length} long texts ${damaged} are damaged and ${missing} are missing.`);
  if (orphans > 0) return say('blobs', 'warning', `${orphans} long texts belong to no event any more.`);
  return say('blobs', 'ok', `${blobs.length} long texts are as they were stored.`);
}
