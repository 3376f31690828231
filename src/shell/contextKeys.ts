import * as vscode from 'vscode';
import { DisposableStore } from '../base/disposable';
import type { LocalApi } from './api/localApi';
import type { Capture } from './capture/capture';
import type { SessionWatch } from './capture/sessionWatch';
import type { ContextKey } from './contributions';
import type { Servers } from './delivery/servers';
import type { WorkspaceProjects } from './projects/workspaceProjects';
import type { ScanWatch } from './scan/scanWatch';
import type { ContextsView } from './views/contexts/contextsView';
import type { StoreProblem } from './views/storeProblem';

export interface ContextKeysDeps {
  readonly projects: WorkspaceProjects;
  readonly scans: ScanWatch;
  readonly problem: StoreProblem;
  readonly contexts: ContextsView;
  readonly api: LocalApi;
  readonly capture: Capture;
  readonly sessionWatch: SessionWatch;
  readonly servers: Servers;
}

/** Keeps the keys of package.json's `when` clauses true. */
export function keepContextKeys(deps: ContextKeysDeps): vscode.Disposable {
  const { projects, scans, problem, contexts, api, capture, sessionWatch, servers } = deps;
  const store = new DisposableStore();
  const sent = new Map<ContextKey, unknown>();
  const set = (key: ContextKey, value: unknown): void => {
    if (sent.get(key) === value) return;
    sent.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };
  const update = (): void => {
    const current = projects.current?.id;
    const status = current === undefined ? undefined : scans.get(current);
    set('contox.scanning', scans.isRunning(current));
    set('contox.scanned', status?.phase === 'complete');
    set('contox.noProject', projects.loaded && current === undefined);
    set('contox.problem', problem.message !== undefined);
    set('contox.contextFilter', contexts.filter);
    set('contox.serving', api.url !== undefined);
    set('contox.inSession', sessionWatch.active !== undefined);
  };
  // The editor takes milliseconds and much memory to look into its settings: not with every step of a scan.
  const updateSettings = (): void => {
    set('contox.private', capture.isPrivate);
    set('contox.connected', servers.isConfigured);
    set('contox.dryRun', servers.isDryRun);
  };
  for (const { onDidChange } of [projects, scans, problem, api, sessionWatch]) store.add(onDidChange(update));
  for (const { onDidChange } of [projects, capture, servers]) store.add(onDidChange(updateSettings));
  store.add(contexts.onDidChangeFilter(update));
  update();
  updateSettings();
  return store;
}
