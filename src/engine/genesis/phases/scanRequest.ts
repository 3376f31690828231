import type { ScanOverview, ScanPhase, Technology } from '../../../shared/genesis';
import type { ScanCache } from '../cache/scanCache';
import type { FindingDraft } from '../scanModel';
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

/** What a scan knows before it ends; each time only what is new. */
export interface InterimResults {
  readonly overview?: ScanOverview;
  readonly techStack?: readonly Technology[];
  /** All so far. */
  readonly findings?: readonly FindingDraft[];
}

/** What the phases work with. */
export interface ScanTools {
  readonly runner: ScanRunner;
  readonly cache: ScanCache;
  readonly progress: ScanProgress;
  /** Aborted by a cancel: phases finish what they have begun and start nothing new. */
  readonly signal: AbortSignal;
  /** For who looks on while a project is scanned for the first time. */
  readonly show?: (interim: InterimResults) => void;
}

/** Phases in which a scan can be; the last two are where it ends. */
export type RunningPhase = Exclude<ScanPhase, 'complete' | 'failed'>;
