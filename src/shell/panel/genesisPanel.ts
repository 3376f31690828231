import type * as vscode from 'vscode';
import type { Disposable } from '../../base/disposable';
import type { GenesisPanelDeps } from './panelDeps';

export const genesisPanelViewType = 'contox.genesis';

/** The Genesis panels of this window: at most one a project. */
export class GenesisPanel implements Disposable {
  constructor(private readonly deps: GenesisPanelDeps) {}

  /** Opens the project's panel or brings it to the front; with `findingId` it selects that finding. */
  show(_projectId: string, _options: { readonly findingId?: string } = {}): void {
    void this.deps;
  }

  /** Takes over a panel that VS Code kept through a reload or a new extension host. */
  restore(_panel: vscode.WebviewPanel, _state: unknown): void {
    void this.deps;
  }

  dispose(): void {
    void this.deps;
  }
}

/** To register for `genesisPanelViewType`. */
export function genesisPanelSerializer(panels: GenesisPanel): vscode.WebviewPanelSerializer {
  return {
    async deserializeWebviewPanel(panel, state) {
      panels.restore(panel, state);
    },
  };
}
