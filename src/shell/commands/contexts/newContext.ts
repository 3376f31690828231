import * as vscode from 'vscode';
import type { Context, CreateContext } from '../../../shared/context';
import type { Shell } from '../../shell';
import { command } from '../command';
import { contextTarget } from './contextTarget';
import { showContext } from './openContext';

/** Makes a context on the first level below the project's root and opens it. A keybinding may pass its name. */
export const newContext = command('contox.newContext', async (shell, name) => {
  const project = await shell.projects.needCurrent();
  return createAndOpen(shell, { projectId: project.id, parentSchemaKey: 'root' }, name);
});

/** The same below another context. */
export const newChildContext = command('contox.newChildContext', async (shell, target, name) => {
  const parent = await contextTarget(shell, target, { placeHolder: 'Context to make the new one below' });
  return parent && createAndOpen(shell, { projectId: parent.projectId, parentContextId: parent.context.id }, name);
});

async function createAndOpen(
  shell: Shell,
  place: Omit<CreateContext, 'name'> & { readonly projectId: string },
  given: unknown,
): Promise<Context | undefined> {
  const name = typeof given === 'string' ? given : await askName('New context', '');
  if (name === undefined) return undefined;
  const context = await shell.engine.createContext({ ...place, name });
  await showContext(place.projectId, context);
  return context;
}

/** A name that the engine takes, or `undefined` when the user gave up. */
export async function askName(title: string, value: string): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({
    title,
    value,
    prompt: 'Name, for example "Authentication"',
    validateInput: (text) => {
      const { length } = text.trim();
      if (length === 0) return 'A name is needed';
      return length > 100 ? `At most 100 characters; this has ${length}` : undefined;
    },
  });
  return name?.trim();
}
