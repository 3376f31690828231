import * as vscode from 'vscode';
import { DisposableStore } from '../base/disposable';
import type { LocalApi } from './api/localApi';
import type { CommandId } from './contributions';
import type { EngineHost } from './host/engineHost';
import type { WorkspaceProjects } from './projects/workspaceProjects';
import type { ScanWatch } from './scan/scanWatch';
import { statusText } from './statusText';
import type { StoreProblem } from './views/storeProblem';

export interface StatusBarDeps {
  readonly host: EngineHost;
  readonly projects: WorkspaceProjects;
  readonly scans: ScanWatch;
  readonly problem: StoreProblem;
  readonly api: LocalApi;
}

const openPanel: CommandId = 'contox.openGenesisPanel';
const showLog: CommandId = 'contox.showLog';

/** The item in the status bar; it follows everything it tells of. */
export function createStatusBar({ host, projects, scans, problem, api }: StatusBarDeps): vscode.Disposable {
  const store = new DisposableStore();
  const item = store.add(vscode.window.createStatusBarItem('contox.status', vscode.StatusBarAlignment.Left, 10));
  item.name = 'Contox';
  const draw = (): void => {
    const project = projects.current;
    const { text, tooltip, spoken, isProblem } = statusText({
      health: host.health,
      projectName: project?.name,
      status: project && scans.get(project.id),
      problem: problem.message,
      apiUrl: api.url,
      now: Date.now(),
    });
    item.text = text;
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: spoken, role: 'button' };
    item.backgroundColor = isProblem ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    item.command = isProblem ? showLog : openPanel;
  };
  store.add(host.onDidChangeHealth(draw));
  store.add(projects.onDidChange(draw));
  store.add(scans.onDidChange(draw));
  store.add(problem.onDidChange(draw));
  store.add(api.onDidChange(draw));
  draw();
  item.show();
  return store;
}
