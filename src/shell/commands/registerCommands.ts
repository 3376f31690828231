import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable';
import { commandIds } from '../contributions';
import type { Shell } from '../shell';
import { showError } from '../showError';
import { apiCommands } from './api/apiCommands';
import type { Command } from './command';
import { contextCommands } from './contexts/contextCommands';
import { deliveryCommands } from './delivery/deliveryCommands';
import { findingCommands } from './findings/findingCommands';
import { projectCommands } from './projects/projectCommands';
import { scanCommands } from './scan/scanCommands';
import { sessionCommands } from './sessions/sessionCommands';
import { storeCommands } from './store/storeCommands';

const commands = [
  ...scanCommands,
  ...findingCommands,
  ...contextCommands,
  ...projectCommands,
  ...storeCommands,
  ...apiCommands,
  ...sessionCommands,
  ...deliveryCommands,
];

type ImplementedId = (typeof commands)[number]['id'];
const byId = new Map<ImplementedId, Command['execute']>(commands.map(({ id, execute }) => [id, execute]));

/** Registers every command; what one throws is shown here and nowhere else. */
export function registerCommands(shell: Shell): vscode.Disposable {
  const store = new DisposableStore();
  // This does not compile while a contributed command has no implementation.
  const contributed: readonly ImplementedId[] = commandIds;
  for (const id of contributed) {
    const execute = byId.get(id);
    const run = async (...args: unknown[]): Promise<unknown> => {
      try {
        return await execute?.(shell, ...args);
      } catch (error) {
        showError(error, shell.logger);
        return undefined;
      }
    };
    store.add(vscode.commands.registerCommand(id, run));
  }
  return store;
}
