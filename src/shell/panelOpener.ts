import * as vscode from 'vscode';
import { DisposableStore } from '../base/disposable';
import type { Logger } from '../base/logger';
import { panelViewType } from './contributions';
import type { EvidenceOpener } from './evidence/openEvidence';
import type { EngineSource } from './host/engineHost';
import type { GenesisPanel } from './panel/genesisPanel';
import { settings } from './settings';
import type { PanelOpener } from './shell';

export interface LazyPanelDeps {
  readonly source: EngineSource;
  readonly evidence: EvidenceOpener;
  readonly extensionUri: vscode.Uri;
  readonly logger: Logger;
}

/** Loads the panel's code when a panel is first shown or restored, and not when the extension starts. */
export class LazyPanel implements PanelOpener, vscode.Disposable {
  private readonly store = new DisposableStore();
  private panel: Promise<GenesisPanel> | undefined;

  constructor(private readonly deps: LazyPanelDeps) {
    this.store.add(
      vscode.window.registerWebviewPanelSerializer(panelViewType, {
        deserializeWebviewPanel: async (panel, state) => (await this.load()).restore(panel, state),
      }),
    );
    // A killed host leaves the panel behind without asking its serializer; the loaded code takes it over.
    if (this.isPanelLeft()) void this.load();
  }

  private isPanelLeft(): boolean {
    return vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(panelViewType));
  }

  async show(projectId: string, options: { readonly findingId?: string } = {}): Promise<void> {
    (await this.load()).show(projectId, options);
  }

  dispose(): void {
    this.store.dispose();
  }

  private load(): Promise<GenesisPanel> {
    this.panel ??= this.make();
    return this.panel;
  }

  private async make(): Promise<GenesisPanel> {
    const { GenesisPanel } = await import('./panel/genesisPanel');
    const { source, evidence, extensionUri, logger } = this.deps;
    return this.store.add(
      new GenesisPanel({
        engine: source.engine,
        extensionUri,
        logger,
        openEvidence: (projectId, place) => evidence.open(projectId, place),
        openFolder: (projectId, path) => evidence.openFolder(projectId, path),
        runCommand: async (id, ...args) => vscode.commands.executeCommand(id, ...args),
        scanDefaults: () => settings.scanDefaults(),
      }),
    );
  }
}
