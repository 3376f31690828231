import * as vscode from 'vscode';
import { contextFilters, filterNames } from '../../views/contexts/contextFilter';
import { command } from '../command';

/** Shows contexts of one state only. An argument names the state, for other parts. */
export const filterContexts = command('contox.filterContexts', async (shell, wanted) => {
  const items = contextFilters.map((filter) => ({
    label: filterNames[filter],
    description: filter === shell.contexts.filter ? 'shown now' : '',
    filter,
  }));
  const named = contextFilters.find((filter) => filter === wanted);
  const chosen = named ?? (await vscode.window.showQuickPick(items, { placeHolder: 'Contexts to show' }))?.filter;
  if (chosen) await shell.contexts.setFilter(chosen);
});

export const clearContextFilter = command('contox.clearContextFilter', (shell) => shell.contexts.setFilter('all'));
