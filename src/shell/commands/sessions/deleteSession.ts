import * as vscode from 'vscode';
import { sessionTitle } from '../../views/sessions/sessionRows';
import { counted } from '../../words/counted';
import { command } from '../command';
import { sessionTargets } from './sessionTarget';

/** Deletes sessions with the content of their events, after a confirmation: it can't be undone. */
export const deleteSession = command('contox.deleteSession', async (shell, ...args) => {
  const chosen = await sessionTargets(shell, args, { placeHolder: 'Session to delete' });
  const [first] = chosen;
  if (!first) return;
  const what = chosen.length === 1 ? `"${sessionTitle(first)}"` : counted(chosen.length, 'session');
  const detail =
    'The content of their events is removed here; the log keeps that there was something. What was sent to a server stays there. ' +
    "Your commits stay. This can't be undone.";
  const answer = await vscode.window.showWarningMessage(`Delete ${what}?`, { modal: true, detail }, 'Delete');
  if (answer !== 'Delete') return;
  for (const { id } of chosen) await shell.engine.deleteSession({ sessionId: id });
});
