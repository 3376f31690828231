import * as vscode from 'vscode';
import { counted, formatNumber } from '../../words/counted';
import { command } from '../command';
import { contextTarget } from './contextTarget';

/** Turns a context's journal into one block of Markdown and says what that saved. */
export const compactContext = command('contox.compactContext', async (shell, target) => {
  const found = await contextTarget(shell, target, {
    placeHolder: 'Context whose journal to compact',
    fits: (context) => context.entryCount > 0,
  });
  if (!found) return undefined;
  const result = await shell.engine.compactContext({ contextId: found.context.id });
  const entries = `${formatNumber(result.entriesBefore)} to ${counted(result.entriesAfter, 'entry')}`;
  const message = `${found.context.name}: ${entries}, ${counted(result.tokensSaved, 'token')} saved`;
  vscode.window.setStatusBarMessage(`Contox: ${message}`, 15_000);
  return result;
});
