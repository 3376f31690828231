import type { ScanPhase } from '../../../shared/genesis';
import type { ScanCache } from '../cache/scanCache';
import type { ScanRunner } from '../work/jobs';
import type { ScanProgress } from './scanProgress';

/** One scan as it was asked for. */
export interface ScanRequest {
  /** Absolute path of the folder. */
  readonly root: string;
  /** Name of the project, for the texts. */
  readonly name: string;
  readonly branch?: string | undefined;
  /** Read from git's objects, whatever is checked out; `branch` is only its name then. */
  readonly commit?: string | undefined;
  readonly maxFiles: number;
  readonly securityAudit: boolean;
  /** Who asks knows that files changed since the last scan. */
  readonly expectsChanges?: boolean;
}

/** What the phases work with. */
export interface ScanTools {
  readonly runner: ScanRunner;
  readonly cache: ScanCache;
  readonly progress: ScanProgress;
  /** Aborted by a cancel: phases finish what they have begun and start nothing new. */
  readonly signal: AbortSignal;
}

/** Phases in which a scan can be; the last two are where it ends. */
export type RunningPhase = Exclude<ScanPhase, 'complete' | 'failed'>;
