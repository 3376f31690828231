import * as vscode from 'vscode';
import { settings } from '../../settings';
import { tell } from '../../showError';
import { command } from '../command';

/** Sends nothing more of the current project and forgets its secret; without other projects the address goes too. */
export const disconnectServer = command('contox.disconnectServer', async (shell, confirmed) => {
  const project = await shell.projects.needCurrent();
  const { [project.id]: remoteId, ...others } = settings.server().projects;
  if (remoteId === undefined) {
    tell('information', `${project.name} is not connected to a server.`);
    return false;
  }
  const detail = 'What waits is not sent, and the secret is forgotten. What the server has stays there.';
  const question = `Stop sending ${project.name}?`;
  const answer =
    confirmed === true
      ? 'Disconnect'
      : await vscode.window.showWarningMessage(question, { modal: true, detail }, 'Disconnect');
  if (answer !== 'Disconnect') return false;
  const isLast = Object.keys(others).length === 0;
  await settings.setServer({
    'contox.server.projects': isLast ? undefined : others,
    ...(isLast ? { 'contox.server.url': undefined, 'contox.server.contextSpineUrl': undefined } : {}),
  });
  await shell.secrets.forget('contox', project.id);
  if (isLast) await shell.secrets.forget('contextSpine', project.id);
  await shell.servers.push();
  return true;
});
