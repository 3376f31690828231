import type { Logger } from '../base/logger';
import type { Engine } from '../engine/engine';
import type { LocalApi } from './api/localApi';
import type { EvidenceOpener } from './evidence/openEvidence';
import type { WorkspaceProjects } from './projects/workspaceProjects';
import type { ScanWatch } from './scan/scanWatch';
import type { ContextsView } from './views/contexts/contextsView';
import type { FindingsView } from './views/findings/findingsView';

/** The Genesis panel, loaded when it is first shown. */
export interface PanelOpener {
  show(projectId: string, options?: { readonly findingId?: string }): Promise<void>;
}

/** What commands work with. */
export interface Shell {
  readonly engine: Engine;
  readonly projects: WorkspaceProjects;
  readonly scans: ScanWatch;
  readonly contexts: ContextsView;
  readonly findings: FindingsView;
  readonly evidence: EvidenceOpener;
  readonly panel: PanelOpener;
  readonly api: LocalApi;
  readonly logger: Logger;
  showLog(): void;
  /** Reads everything anew; starts the engine again where it does not answer. */
  refresh(): Promise<void>;
}
