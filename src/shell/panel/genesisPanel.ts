import * as vscode from 'vscode';
import type { Disposable } from '../../base/disposable';
import { panelState } from '../../shared/panelMessages';
import { panelViewType } from '../contributions';
import type { GenesisPanelDeps } from './panelDeps';
import { PanelSession } from './panelSession';

/** The Genesis panels of this window: at most one a project. */
export class GenesisPanel implements Disposable {
  private readonly sessions = new Map<string, PanelSession>();

  constructor(private readonly deps: GenesisPanelDeps) {}

  /** Opens the project's panel beside the editor or brings it to the front; with `findingId` it selects that finding. */
  show(projectId: string, options: { readonly findingId?: string } = {}): void {
    const open = this.sessions.get(projectId);
    if (open) {
      open.reveal(options.findingId);
      return;
    }
    const column = vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    const panel = vscode.window.createWebviewPanel(panelViewType, 'Genesis', column, { enableFindWidget: true });
    this.adopt(panel, projectId).select(options.findingId);
  }

  /** Takes over a panel that VS Code kept through a reload or a new extension host. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const saved = panelState.safeParse(state);
    if (saved.success && !this.sessions.has(saved.data.projectId)) this.adopt(panel, saved.data.projectId);
    else panel.dispose();
  }

  private adopt(panel: vscode.WebviewPanel, projectId: string): PanelSession {
    const session = new PanelSession(this.deps, panel, projectId, () => this.sessions.delete(projectId));
    this.sessions.set(projectId, session);
    return session;
  }

  /** Lets go of the tabs without closing them: a new extension host restores them. */
  dispose(): void {
    for (const session of this.sessions.values()) session.dispose();
    this.sessions.clear();
  }
}
