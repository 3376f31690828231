import * as vscode from 'vscode';
import { DisposableStore } from '../base/disposable';
import type { LocalApi } from './api/localApi';
import type { Capture } from './capture/capture';
import type { SessionWatch } from './capture/sessionWatch';
import type { CommandId } from './contributions';
import type { Servers } from './delivery/servers';
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
  readonly capture: Capture;
  readonly sessionWatch: SessionWatch;
  readonly servers: Servers;
}

const openPanel: CommandId = 'contox.openGenesisPanel';
const showMenu: CommandId = 'contox.showSessionMenu';
const showLog: CommandId = 'contox.showLog';

/** The item in the status bar; it follows everything it tells of. */
export function createStatusBar(deps: StatusBarDeps): vscode.Disposable {
  const { host, projects, scans, problem, api, capture, sessionWatch, servers } = deps;
  const store = new DisposableStore();
  const item = store.add(vscode.window.createStatusBarItem('contox.status', vscode.StatusBarAlignment.Left, 10));
  item.name = 'Contox';
  // The editor takes milliseconds to look into its settings: not with every step of a scan.
  let isPrivate = capture.isPrivate;
  store.add(
    capture.onDidChange(() => {
      isPrivate = capture.isPrivate;
    }),
  );
  const draw = (): void => {
    const project = projects.current;
    const { text, tooltip, spoken, isProblem } = statusText({
      health: host.health,
      projectName: project?.name,
      status: project && scans.get(project.id),
      problem: problem.message,
      captureProblem: capture.problem,
      apiUrl: api.url,
      active: sessionWatch.active,
      delivery: servers.status,
      isPrivate,
      now: Date.now(),
    });
    item.text = text;
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: spoken, role: 'button' };
    item.backgroundColor = isProblem ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    const hasMore = sessionWatch.active !== undefined || servers.status.sinks.length > 0;
    item.command = isProblem ? showLog : hasMore ? showMenu : openPanel;
  };
  store.add(host.onDidChangeHealth(draw));
  const all = [projects, scans, problem, api, capture, sessionWatch, servers];
  for (const { onDidChange } of all) store.add(onDidChange(draw));
  // The session grows older by itself.
  const timer = setInterval(() => sessionWatch.active && draw(), 60_000);
  store.add({ dispose: () => clearInterval(timer) });
  draw();
  item.show();
  return store;
}
