import * as vscode from 'vscode';
import { findingForAgent } from '../../views/findings/findingMarkdown';
import { command } from '../command';
import { findingTarget } from './findingTarget';

/** Puts a finding on the clipboard as Markdown with its places, to paste into an agent's prompt. */
export const copyFindingForAgent = command('contox.copyFindingForAgent', async (shell, target) => {
  const found = await findingTarget(shell, target, 'Finding to copy');
  if (!found) return;
  await vscode.env.clipboard.writeText(findingForAgent(found.finding));
  vscode.window.setStatusBarMessage('Contox: finding copied', 5000);
});
