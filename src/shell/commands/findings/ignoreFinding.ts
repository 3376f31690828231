import * as vscode from 'vscode';
import { command } from '../command';
import { findingTarget } from './findingTarget';

/** The engine takes no shorter one. */
const leastReason = 3;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** Leaves a finding with a reason, in a file of the project that is reviewed like all others. */
export const ignoreFinding = command('contox.ignoreFinding', async (shell, target) => {
  const found = await findingTarget(shell, target, 'Finding to ignore');
  if (!found) return;
  const reason = await vscode.window.showInputBox({
    title: 'Ignore Finding',
    prompt: 'Why it may stay. Whoever reviews .contox/ignore.json reads this.',
    validateInput: (text) => (text.trim().length < leastReason ? 'A few words, please.' : undefined),
  });
  if (reason === undefined) return;
  const expiresAt = await vscode.window.showInputBox({
    title: 'Ignore Finding',
    prompt: 'Last day on which it is ignored, such as 2027-03-31. Empty: until the entry is removed.',
    validateInput: (text) => (text === '' || dayPattern.test(text.trim()) ? undefined : 'A day as 2027-03-31.'),
  });
  if (expiresAt === undefined) return;
  const { path } = await shell.engine.ignoreFinding({
    findingId: found.finding.id,
    reason: reason.trim(),
    ...(expiresAt === '' ? {} : { expiresAt: expiresAt.trim() }),
  });
  vscode.window.setStatusBarMessage(`Contox: written to ${path}`, 5000);
});
