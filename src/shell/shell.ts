import type { Logger } from '../base/logger';
import type { Engine } from '../engine/engine';
import type { LocalApi } from './api/localApi';
import type { Capture } from './capture/capture';
import type { SessionWatch } from './capture/sessionWatch';
import type { ServerSecrets } from './delivery/serverSecrets';
import type { Servers } from './delivery/servers';
import type { EvidenceOpener } from './evidence/openEvidence';
import type { WorkspaceProjects } from './projects/workspaceProjects';
import type { ScanWatch } from './scan/scanWatch';
import type { ContextsView } from './views/contexts/contextsView';
import type { FindingsView } from './views/findings/findingsView';
import type { SessionsView } from './views/sessions/sessionsView';

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
  readonly sessions: SessionsView;
  readonly sessionWatch: SessionWatch;
  readonly capture: Capture;
  readonly servers: Servers;
  readonly secrets: ServerSecrets;
  readonly evidence: EvidenceOpener;
  readonly panel: PanelOpener;
  readonly api: LocalApi;
  readonly logger: Logger;
  showLog(): void;
  /** Reads everything anew; starts the engine again where it does not answer. */
  refresh(): Promise<void>;
}
