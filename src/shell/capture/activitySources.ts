import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable';
import type { Activity } from '../../shared/session';
import { commandName } from './commandName';

export interface ActivityListener {
  saved(file: string): void;
  /** Something ran, in this folder where that is known. */
  ran(activity: Activity, folder: vscode.Uri | undefined): void;
}

const longRunMs = 10 * 60_000;

/** The end of a command in a terminal, as VS Code 1.93 and later tell it. */
interface ShellExecutionEnd {
  readonly terminal: vscode.Terminal;
  readonly execution: { readonly commandLine: { readonly value: string }; readonly cwd?: vscode.Uri | undefined };
  readonly exitCode: number | undefined;
}

interface LaterWindow {
  readonly onDidEndTerminalShellExecution?: vscode.Event<ShellExecutionEnd>;
}

/** Listens to what tells of work: saves, debug sessions, test tasks, and commands that ended in a terminal. */
export function listenToActivity(listener: ActivityListener): Disposable {
  const store = new DisposableStore();
  const now = (): string => new Date().toISOString();
  store.add(
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (uri.scheme === 'file') listener.saved(uri.fsPath);
    }),
  );
  const started = new Map<string, number>();
  const debugged = ({ name, workspaceFolder, parentSession }: vscode.DebugSession): void => {
    if (!parentSession) listener.ran({ kind: 'debug', at: now(), name: name.slice(0, 500) }, workspaceFolder?.uri);
  };
  store.add(
    vscode.debug.onDidStartDebugSession((session) => {
      started.set(session.id, Date.now());
      debugged(session);
    }),
  );
  store.add(
    vscode.debug.onDidTerminateDebugSession((session) => {
      const startedAt = started.get(session.id) ?? 0;
      started.delete(session.id);
      // A short run is told by its start; the end of a long one is work of its own time.
      if (Date.now() - startedAt > longRunMs) debugged(session);
    }),
  );
  store.add(
    vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      const { group, name, scope } = execution.task;
      if (group?.id !== vscode.TaskGroup.Test.id) return;
      const folder = typeof scope === 'object' ? scope.uri : undefined;
      listener.ran({ kind: 'test', at: now(), name: name.slice(0, 500), ...outcome(exitCode) }, folder);
    }),
  );
  const { onDidEndTerminalShellExecution } = vscode.window as LaterWindow;
  const ended = onDidEndTerminalShellExecution?.(({ execution, exitCode }) => {
    const command = commandName(execution.commandLine.value);
    if (!command) return;
    const kind = command.isTest ? 'test' : 'terminal';
    listener.ran({ kind, at: now(), name: command.name, ...outcome(exitCode) }, execution.cwd);
  });
  if (ended) store.add(ended);
  return store;
}

function outcome(exitCode: number | undefined): { ok?: boolean } {
  return exitCode === undefined ? {} : { ok: exitCode === 0 };
}
