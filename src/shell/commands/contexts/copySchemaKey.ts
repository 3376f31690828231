import * as vscode from 'vscode';
import { command } from '../command';
import { contextTargets } from './contextTarget';

export const copySchemaKey = command('contox.copySchemaKey', async (shell, ...args) => {
  const targets = await contextTargets(shell, args, { placeHolder: 'Context whose schema key to copy' });
  if (targets.length === 0) return;
  await vscode.env.clipboard.writeText(targets.map(({ context }) => context.schemaKey).join('\n'));
  vscode.window.setStatusBarMessage('Contox: schema key copied', 5000);
});
