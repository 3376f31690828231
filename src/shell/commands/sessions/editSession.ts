import * as vscode from 'vscode';
import { sessionUri } from '../../sessions/sessionUri';
import { command } from '../command';
import { sessionTarget } from './sessionTarget';

/** Opens what a session says of itself as a document; saving it makes it a person's words. */
export const editSession = command('contox.editSession', async (shell, ...args) => {
  const session = await sessionTarget(shell, args, { placeHolder: 'Session to edit' });
  if (session) await vscode.window.showTextDocument(sessionUri(session), { preview: false });
});
