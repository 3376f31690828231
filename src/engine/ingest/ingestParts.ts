import type { Authority } from '../events/authority';
import type { ItemParts } from '../items/itemParts';
import type { SessionParts } from '../sessions/sessionParts';
import type { ReplayStore } from './replayStore';

/** What the rules about ingested events work with. */
export interface IngestParts extends SessionParts, ItemParts {
  readonly replays: ReplayStore;
}

/** An ingested event whose raw form is in the log. */
export interface Ingested {
  readonly projectId: string;
  readonly eventId: string;
  /** Who sent it; never a name that stands for a person. */
  readonly source: string;
  readonly at: number;
  /** Of the commits it tells of; absent: a sender says so. */
  readonly authority?: Authority;
}
