import * as vscode from 'vscode';
import { findingForAgent } from '../../views/findings/findingMarkdown';
import { command } from '../command';
import { findingTarget } from './findingTarget';

/** Puts a finding on the clipboard as Markdown with its places, to paste into an agent's prompt. */
export const copyFindingForAgent = command('contox.copyFindingForAgent', async (shell, target) => {
  const found = await findingTarget(shell, target, 'Finding to copy');
  if (!found) return;
  // Rows and lists hold findings without their contents.
  const finding = await shell.engine.getFinding({ findingId: found.finding.id });
  await vscode.env.clipboard.writeText(findingForAgent(finding));
  vscode.window.setStatusBarMessage('Contox: finding copied', 5000);
});
