import type { Disposable } from '../../../base/disposable';
import { EntryStore } from '../../contexts/journal/entryStore';
import type { Engine } from '../../engine';
import type { ItemParts } from '../../items/itemParts';
import { getSession, type SessionParts } from '../sessionParts';
import type { EnrichParts } from './enrichParts';
import { JobRunner } from './jobRunner';
import { JobStore, toJob } from './jobStore';
import { startEnrich } from './startEnrich';

/** Enrichment of sessions. Jobs that an earlier engine left open are gone on with at once. */
export function createEnrich(
  base: SessionParts & ItemParts,
): { calls: Pick<Engine, 'enrichSession' | 'listJobs'> } & Disposable {
  const { db, runner } = base;
  const parts: EnrichParts = { ...base, jobs: new JobStore(db), entries: new EntryStore(db) };
  const jobs = new JobRunner(parts);
  if (parts.jobs.nextOpen()) jobs.wake();
  return {
    calls: {
      enrichSession: runner.write('enrichSession', ({ sessionId }) => {
        const started = startEnrich(parts, sessionId);
        jobs.wake();
        return started;
      }),
      listJobs: runner.read('listJobs', ({ sessionId }) => parts.jobs.list(getSession(parts, sessionId).id).map(toJob)),
    },
    dispose: () => jobs.dispose(),
  };
}
