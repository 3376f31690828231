import * as vscode from 'vscode';
import { contextUri, contextVersionUri } from '../../documents/contextUri';
import { command } from '../command';
import { contextTarget } from './contextTarget';
import { pickVersion } from './pickVersion';

/** Shows another version of a context beside the current text, which can be edited there. */
export const compareContextVersion = command('contox.compareContextVersion', async (shell, target) => {
  const found = await contextTarget(shell, target, { placeHolder: 'Context to compare with an earlier version' });
  if (!found) return;
  const version = await pickVersion(shell, found, `Version of "${found.context.name}" to compare with`);
  if (!version) return;
  const { id, name, schemaKey } = found.context;
  const other = version.status === 'draft' ? `proposed by ${version.source}` : `version ${version.version}`;
  await vscode.commands.executeCommand(
    'vscode.diff',
    contextVersionUri(id, version.version, schemaKey),
    contextUri(found.projectId, found.context),
    `${name}: ${other} ↔ current`,
  );
});
