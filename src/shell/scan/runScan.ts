import * as vscode from 'vscode';
import { isEngineError } from '../../base/engineError';
import type { ScanStatus, StartScan } from '../../shared/genesis';
import { isPanelVisible } from '../evidence/editorColumn';
import { settings } from '../settings';
import type { Shell } from '../shell';
import { tell } from '../showError';
import { isScanCancelled, isScanOver, scanFailure, scanProgressLine, scanSummary } from '../words/scanWords';

/**
 * Starts a scan the way a user does: with the panel beside the editor and progress that can be cancelled. One that runs
 * already, of another window perhaps, is followed instead.
 */
export async function runScan(shell: Shell, scan: StartScan): Promise<ScanStatus> {
  const scanId = await startOrFollow(shell, scan);
  await shell.panel.show(scan.projectId);
  const status = await showProgress(shell, scan.projectId, scanId);
  announceEnd(shell, status);
  return status;
}

async function startOrFollow(shell: Shell, scan: StartScan): Promise<string> {
  try {
    return (await shell.engine.startScan(scan)).scanId;
  } catch (error) {
    const running = isEngineError(error, 'conflict') ? error.data?.['scanId'] : undefined;
    if (typeof running !== 'string') throw error;
    vscode.window.setStatusBarMessage('Contox: a scan of this project is running already', 15_000);
    return running;
  }
}

function showProgress(shell: Shell, projectId: string, scanId: string): Thenable<ScanStatus> {
  const name = shell.projects.find(projectId)?.name ?? 'project';
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: `Contox: scanning ${name}`,
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, token) => {
    let shown = 0;
    const report = (): void => {
      const status = shell.scans.get(projectId);
      if (status?.id !== scanId || isScanOver(status)) return;
      const done = status.progress * 100;
      progress.report({ increment: done - shown, message: scanProgressLine(status) });
      shown = done;
    };
    const subscription = shell.scans.onDidChange((changed) => changed === projectId && report());
    const cancellation = token.onCancellationRequested(() =>
      vscode.commands.executeCommand('contox.cancelScan', projectId),
    );
    report();
    const status = await shell.scans.wait(projectId, scanId);
    subscription.dispose();
    cancellation.dispose();
    return status;
  });
}

/** In the status bar for a moment; as a notice only where neither panel nor view shows it. */
function announceEnd(shell: Shell, status: ScanStatus): void {
  if (status.phase === 'failed' && !isScanCancelled(status)) {
    tell('error', scanFailure(status), [
      { title: 'Scan Again', command: 'contox.scanProject' },
      { title: 'Show Log', command: 'contox.showLog' },
    ]);
    return;
  }
  const text = isScanCancelled(status) ? scanFailure(status) : scanSummary(status);
  vscode.window.setStatusBarMessage(`Contox: ${text}`, 15_000);
  if (isPanelVisible() || shell.findings.visible || !settings.noticesEnabled()) return;
  tell('information', `Contox: ${text}`, [{ title: 'Open Genesis Panel', command: 'contox.openGenesisPanel' }]);
}
