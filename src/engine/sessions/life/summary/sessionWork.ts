import type { DigestCommit } from '../../../../shared/ingest';
import type { ActivityKind } from '../../../../shared/session';

/** A commit as a session tells of it: of several versions of one, the last. */
export interface WorkCommit extends Omit<DigestCommit, 'kind'> {
  readonly branch: string;
}

export interface WorkDone {
  readonly kind: ActivityKind;
  /** The saved file or the name of what ran; `''` where it is not known. */
  readonly name: string;
  readonly count: number;
  readonly failed: number;
}

/** What scans before and after the session found to be different. */
export interface InventoryChange {
  readonly routesAdded: readonly string[];
  readonly routesRemoved: readonly string[];
  readonly modelsAdded: readonly string[];
  readonly modelsRemoved: readonly string[];
  readonly modelsChanged: readonly string[];
}

/** All that is known of a session's work, in the order of time. */
export interface SessionWork {
  readonly commits: readonly WorkCommit[];
  /** How many commits of earlier sessions were amended, rebased or the like. */
  readonly reworked?: number;
  readonly done: readonly WorkDone[];
  readonly inventory?: InventoryChange | undefined;
}
