import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable';
import type { SettingId } from '../contributions';
import type { EngineHost } from '../host/engineHost';
import type { ScanWatch } from '../scan/scanWatch';
import { tell } from '../showError';
import type { WorkspaceProjects } from './workspaceProjects';

export interface FollowWindowDeps {
  readonly source: EngineHost;
  readonly projects: WorkspaceProjects;
  readonly scans: ScanWatch;
  failed(error: unknown): void;
}

const dataDirectorySetting: SettingId = 'contox.dataDirectory';
const pollMs = 5000;

/** Keeps the projects in step with the window: its folders, its trust, its active editor. Idle until Contox is used. */
export function followWindow({ source, projects, scans, failed }: FollowWindowDeps): vscode.Disposable {
  const store = new DisposableStore();
  const reload = (): void => {
    if (source.health.state !== 'off') projects.reload().catch(failed);
  };
  const follow = (editor: vscode.TextEditor | undefined): void => {
    if (editor?.document.uri.scheme === 'file') projects.follow(editor.document.uri.fsPath);
  };
  follow(vscode.window.activeTextEditor);
  store.add(vscode.workspace.onDidChangeWorkspaceFolders(reload));
  store.add(vscode.workspace.onDidGrantWorkspaceTrust(reload));
  store.add(vscode.window.onDidChangeActiveTextEditor(follow));
  store.add(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration(dataDirectorySetting) || source.health.state === 'off') return;
      const step = { title: 'Reload Window', command: 'workbench.action.reloadWindow' } as const;
      tell('information', 'Contox uses the other data directory after the window is reloaded.', [step]);
    }),
  );
  const timer = setInterval(() => void scans.poll(), pollMs);
  store.add({ dispose: () => clearInterval(timer) });
  return store;
}
