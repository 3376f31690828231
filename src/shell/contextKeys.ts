import * as vscode from 'vscode';
import { DisposableStore } from '../base/disposable';
import type { LocalApi } from './api/localApi';
import type { ContextKey } from './contributions';
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
}

/** Keeps the keys of package.json's `when` clauses true. */
export function keepContextKeys({ projects, scans, problem, contexts, api }: ContextKeysDeps): vscode.Disposable {
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
  };
  store.add(projects.onDidChange(update));
  store.add(scans.onDidChange(update));
  store.add(problem.onDidChange(update));
  store.add(contexts.onDidChangeFilter(update));
  store.add(api.onDidChange(update));
  update();
  return store;
}
