import * as vscode from 'vscode';
import { type Disposable, DisposableStore, toDisposable } from '../../base/disposable';
import { afterTimeout } from './activityRecorder';

/** Git writes several files for one commit. */
const settleMs = 150;
const checkMs = 60_000;

export function diskFolders(): readonly vscode.WorkspaceFolder[] {
  return (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
}

/** Repositories that appear or vanish below the folders; the editor watches those in any case. */
export function watchForRepositories(changed: () => void): Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher('**/{.git,.git/HEAD}', false, true, false);
  watcher.onDidCreate(changed);
  watcher.onDidDelete(changed);
  return watcher;
}

/** Looks every minute while the window has the focus, and never otherwise. */
export function whileFocused(check: () => void, left: () => void): Disposable {
  const store = new DisposableStore();
  let timer: NodeJS.Timeout | undefined;
  let checkedAt = Date.now();
  const checkNow = (): void => {
    checkedAt = Date.now();
    check();
  };
  const follow = ({ focused }: { readonly focused: boolean }): void => {
    clearInterval(timer);
    if (!focused) {
      left();
      return;
    }
    if (Date.now() - checkedAt >= checkMs) checkNow();
    timer = setInterval(checkNow, checkMs);
  };
  store.add(vscode.window.onDidChangeWindowState(follow));
  if (vscode.window.state.focused) follow({ focused: true });
  store.add(toDisposable(() => clearInterval(timer)));
  return store;
}

/** Calls a little after the first of some calls. */
export function settle(work: () => void, ms = settleMs): Disposable & { call: () => void } {
  let timer: Disposable | undefined;
  const run = (): void => {
    timer = undefined;
    work();
  };
  return {
    call: () => {
      timer ??= afterTimeout(ms, run);
    },
    dispose: () => timer?.dispose(),
  };
}
