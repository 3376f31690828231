import type { Engine } from '../engine';
import type { ItemParts } from '../items/itemParts';
import type { SessionParts } from '../sessions/sessionParts';
import { ingest } from './ingest';
import type { IngestParts } from './ingestParts';
import { ReplayStore } from './replayStore';

/** The way in for events of editors, agents and other machines. */
export function createIngest(base: SessionParts & ItemParts): Pick<Engine, 'ingest'> {
  const parts: IngestParts = { ...base, replays: new ReplayStore(base.db) };
  return {
    ingest: base.runner.write(
      'ingest',
      (params) => ingest(parts, params),
      ({ signatureKey }) => signatureKey !== undefined,
    ),
  };
}
