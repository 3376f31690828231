import type { Event } from '../../base/emitter';
import type { StoreState } from '../../shared/store';
import type { Database } from './database';

/** A copy of the store that nobody else uses, so that it can be read at leisure. */
export interface StoreSnapshot {
  readonly path: string;
  /** Opens it in this thread, once. */
  open(): Database;
  /** Removes it. */
  close(): void;
}

/** The opened store: its database, what a person may want to know of it, and its backups. Only its owner has one. */
export interface Store {
  readonly db: Database;
  readonly dataDir: string;
  /** Made anew at each look. */
  readonly state: StoreState;
  /** Fires when a backup was made or a notice was added. */
  readonly onDidChange: Event<StoreState>;
  /** Writes a copy of the whole store, as it is at this moment, into `backups`; the store goes on meanwhile. */
  backUp(): Promise<{ path: string }>;
  /** A copy of the store at this moment; absent where the store does not lie in a file page by page. */
  readonly takeSnapshot?: () => Promise<StoreSnapshot>;
  /** Ends the store with an empty log. May be called more than once. */
  close(): void;
}
