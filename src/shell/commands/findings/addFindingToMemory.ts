import * as vscode from 'vscode';
import { command } from '../command';
import { findingTarget } from './findingTarget';

/** Approves the context that holds a finding, so that it is part of the project's memory. */
export const addFindingToMemory = command('contox.addFindingToMemory', async (shell, target) => {
  const found = await findingTarget(shell, target, 'Finding to add to memory');
  if (!found) return undefined;
  const context = await shell.engine.addFindingToMemory({ findingId: found.finding.id });
  vscode.window.setStatusBarMessage(`Contox: remembered as ${context.schemaKey}`, 10_000);
  return context;
});
