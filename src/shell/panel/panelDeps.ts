import type * as vscode from 'vscode';
import type { Logger } from '../../base/logger';
import type { Engine } from '../../engine/engine';
import type { Evidence } from '../../shared/genesis';

/** What the Genesis panel asks of the shell. */
export interface GenesisPanelDeps {
  readonly engine: Engine;
  readonly extensionUri: vscode.Uri;
  readonly logger: Logger;
  /** Opens the file at the lines and lights them for a moment. Rejects where the file is gone. */
  openEvidence(projectId: string, evidence: Evidence): Promise<void>;
  /** Shows a folder of the project, `/`-separated and relative, in the explorer. */
  openFolder(projectId: string, path: string): Promise<void>;
  runCommand(id: string, ...args: unknown[]): Promise<unknown>;
  /** What the settings say a scan starts with. */
  scanDefaults(): { readonly maxFiles: number; readonly securityAudit: boolean };
}
