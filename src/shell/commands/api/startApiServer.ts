import * as vscode from 'vscode';
import { tell } from '../../showError';
import { command } from '../command';

/** Serves the API on this machine; address and key go to the clipboard and nowhere else. */
export const startApiServer = command('contox.startApiServer', async (shell) => {
  const { url, key } = await shell.api.start();
  await vscode.env.clipboard.writeText(`CONTOX_API_URL=${url}\nCONTOX_API_KEY=${key}\n`);
  tell(
    'information',
    `The Contox API is at ${url}, for programs on this machine. Address and key are on the clipboard.`,
    [{ title: 'Stop Server', command: 'contox.stopApiServer' }],
  );
  return url;
});
