import * as vscode from 'vscode';
import { contextUri } from '../../documents/contextUri';
import { command } from '../command';
import { contextTarget } from './contextTarget';

/** Opens a context as a Markdown document. */
export const openContext = command('contox.openContext', async (shell, target) => {
  const found = await contextTarget(shell, target, { placeHolder: 'Context to open', ignoreEditor: true });
  if (found) await showContext(found.projectId, found.context);
});

export async function showContext(projectId: string, context: Parameters<typeof contextUri>[1]): Promise<void> {
  await vscode.window.showTextDocument(contextUri(projectId, context));
}
