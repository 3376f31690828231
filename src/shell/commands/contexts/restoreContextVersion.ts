import * as vscode from 'vscode';
import { command } from '../command';
import { contextTarget } from './contextTarget';
import { pickVersion } from './pickVersion';

/** Makes another version the current text. The text that it replaces stays as a version, so this needs no confirmation. */
export const restoreContextVersion = command('contox.restoreContextVersion', async (shell, target) => {
  const found = await contextTarget(shell, target, { placeHolder: 'Context to bring an earlier version back for' });
  if (!found) return;
  const picked = await pickVersion(shell, found, `Version of "${found.context.name}" to restore`);
  if (!picked) return;
  const restored = await shell.engine.restoreContextVersion({ contextId: found.context.id, version: picked.version });
  const message = `Contox: version ${picked.version} restored as version ${restored.version}`;
  vscode.window.setStatusBarMessage(message, 10_000);
});
