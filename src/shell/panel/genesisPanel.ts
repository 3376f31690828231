import * as vscode from 'vscode';
import { type Disposable, DisposableStore, toDisposable } from '../../base/disposable';
import { panelState } from '../../shared/panelMessages';
import type { GenesisPanelDeps } from './panelDeps';
import { PanelSession } from './panelSession';
import { panelTabs, panelTitle } from './panelTabs';

const viewType = 'contox.genesis';
/** After this VS Code has given back every panel in sight that it kept; one that is still nobody's is lost. */
const LOST_AFTER_MS = 5000;

/** The Genesis panels of this window: at most one a project. */
export class GenesisPanel implements Disposable {
  private readonly sessions = new Map<string, PanelSession>();
  private readonly store = new DisposableStore();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly deps: GenesisPanelDeps) {
    this.lookForLost();
    this.store.add(vscode.window.tabGroups.onDidChangeTabs(() => this.lookForLost()));
    this.store.add(toDisposable(() => clearTimeout(this.timer)));
  }

  /** Opens the project's panel beside the editor or brings it to the front; with `findingId` it selects that finding. */
  show(projectId: string, options: { readonly findingId?: string } = {}): void {
    const open = this.sessions.get(projectId);
    if (open) {
      open.reveal(options.findingId);
      return;
    }
    const column = vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    this.create(projectId, { viewColumn: column }).select(options.findingId);
  }

  /** Takes over a panel that VS Code kept through a reload. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const saved = panelState.safeParse(state);
    if (saved.success && !this.sessions.has(saved.data.projectId)) this.adopt(panel, saved.data.projectId);
    else panel.dispose();
  }

  private create(projectId: string, place: { viewColumn: vscode.ViewColumn; preserveFocus?: boolean }): PanelSession {
    const options = { enableFindWidget: true };
    return this.adopt(vscode.window.createWebviewPanel(viewType, panelTitle(''), place, options), projectId);
  }

  private adopt(panel: vscode.WebviewPanel, projectId: string): PanelSession {
    const session = new PanelSession(this.deps, panel, projectId, () => this.sessions.delete(projectId));
    this.sessions.set(projectId, session);
    return session;
  }

  private lostTabs(): readonly vscode.Tab[] {
    const sessions = [...this.sessions.values()];
    // A tab that was never in sight since a reload is nobody's yet: VS Code gives it back when it comes to the front.
    return panelTabs(viewType).filter((tab) => tab.isActive && !sessions.some((session) => session.shows(tab)));
  }

  private lookForLost(): void {
    if (this.lostTabs().length === 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.replaceLost(), LOST_AFTER_MS);
  }

  /**
   * When an extension host dies, its panels stay as tabs that nobody answers, and the next host is not given them. They
   * are replaced in their place, by the project that their title names.
   */
  private async replaceLost(): Promise<void> {
    try {
      const projects = await this.deps.engine.listProjects({});
      for (const tab of this.lostTabs()) {
        const named = projects.filter(({ name }) => panelTitle(name) === tab.label);
        const [project] = named;
        if (!project || named.length > 1) continue;
        const { viewColumn } = tab.group;
        // The new one first: a column whose only tab is closed goes away.
        if (!this.sessions.has(project.id)) this.create(project.id, { viewColumn, preserveFocus: true });
        await vscode.window.tabGroups.close(tab, true);
      }
    } catch (error) {
      this.deps.logger.error('A panel of an earlier extension host could not be replaced', error);
    }
  }

  /** Lets go of the tabs without closing them: VS Code gives them back after a reload. */
  dispose(): void {
    this.store.dispose();
    for (const session of this.sessions.values()) session.dispose();
    this.sessions.clear();
  }
}
