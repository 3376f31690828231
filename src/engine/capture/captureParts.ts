import type { CapturePolicy } from '../../shared/capture';
import type { IngestParts } from '../ingest/ingestParts';
import type { CaptureStore } from './captureStore';

/** What the rules about capture work with. */
export interface CaptureParts extends IngestParts {
  readonly capture: CaptureStore;
  /** Stamps of the reflogs of branches that were read since the program began. */
  readonly branchLogs: Map<string, string>;
}

/** The parameters of a capture, checked. */
export interface CaptureRequest {
  readonly projectId: string;
  readonly root: string;
  readonly policy: CapturePolicy;
  readonly source: string;
  readonly since?: string | undefined;
  readonly skip?: boolean | undefined;
}
