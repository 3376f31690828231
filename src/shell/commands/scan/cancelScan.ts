import * as vscode from 'vscode';
import { counted } from '../../words/counted';
import { command } from '../command';
import { projectTarget } from '../projects/projectTarget';

/** Stops the project's scan; what it has found stays. */
export const cancelScan = command('contox.cancelScan', async (shell, target) => {
  const project = await projectTarget(shell, target);
  const { findingsPreserved } = await shell.engine.cancelScan({ projectId: project.id });
  vscode.window.setStatusBarMessage(`Contox: scan cancelled, ${counted(findingsPreserved, 'finding')} kept`, 15_000);
});
