import * as vscode from 'vscode';
import { EngineError } from '../../../base/engineError';
import { settings } from '../../settings';
import { tell } from '../../showError';
import { sinkName } from '../../words/deliveryWords';
import { command } from '../command';
import { askSecret } from './askSecret';

/** Replaces the secret of the current project, such as after the server made a new one. */
export const setServerSecret = command('contox.setServerSecret', async (shell) => {
  const project = await shell.projects.needCurrent();
  const { kinds } = settings.server();
  if (!shell.servers.isConfigured)
    throw new EngineError('invalid', 'No server is configured. Run "Contox: Connect This Project to a Server…" first.');
  const items = kinds.map((kind) => ({ label: sinkName(kind), sink: kind }));
  const [only] = items;
  const picked = items.length === 1 ? only : await vscode.window.showQuickPick(items, { placeHolder: 'Secret of' });
  const secret = picked && (await askSecret(picked.sink, project.name));
  if (!picked || secret === undefined) return false;
  await shell.secrets.set(picked.sink, project.id, secret);
  await shell.servers.push();
  await shell.engine.retryDeliveries({ sink: picked.sink, projectId: project.id });
  tell('information', `The secret for ${picked.label} is set. What waited is tried again.`);
  return true;
});
