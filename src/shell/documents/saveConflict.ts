import * as vscode from 'vscode';
import type { Context } from '../../shared/context';
import { relativeTime } from '../words/times';
import type { ConflictChoice } from './contextDocuments';
import { contextVersionUri } from './contextUri';

/** Asks what becomes of an edit of a context that has changed meanwhile. Modal: the save waits for the answer. */
export async function askConflict(key: string, current: Context): Promise<ConflictChoice> {
  const choices = { Compare: 'compare', Overwrite: 'overwrite', Reload: 'reload' } as const;
  const changed = `Version ${current.version} was saved ${relativeTime(current.updatedAt, Date.now())} by ${current.source}.`;
  const title = await vscode.window.showWarningMessage(
    `"${current.name}" was changed elsewhere since you opened it.`,
    {
      modal: true,
      detail: `${changed} Compare shows both. Overwrite saves your text as the next version. Reload gives up your text.`,
    },
    'Compare',
    'Overwrite',
    'Reload',
  );
  const choice = title && choices[title];
  if (choice === 'compare') await compareWithStored(vscode.Uri.parse(key, true), current);
  return choice;
}

async function compareWithStored(document: vscode.Uri, current: Context): Promise<void> {
  const stored = contextVersionUri(current.id, current.version, current.schemaKey);
  const title = `${current.name}: version ${current.version} ↔ your text`;
  await vscode.commands.executeCommand('vscode.diff', stored, document, title);
}
