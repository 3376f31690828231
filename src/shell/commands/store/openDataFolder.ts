import * as vscode from 'vscode';
import { dataDirectory } from '../../host/startEngine';
import { command } from '../command';
import { tellPath } from './tellPath';

/** Shows the folder of the store. It is known without the engine: the user may come because that does not start. */
export const openDataFolder = command('contox.openDataFolder', async () => {
  const folder = dataDirectory();
  const isLocal = vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
  if (isLocal) await vscode.env.openExternal(vscode.Uri.file(folder));
  else tellPath('Contox keeps its data here, on the machine that this window works on:', folder);
});
