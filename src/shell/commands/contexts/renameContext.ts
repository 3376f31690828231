import { command } from '../command';
import { contextTarget } from './contextTarget';
import { askName } from './newContext';

/** Changes a context's name; its schema key stays, so that links to it hold. */
export const renameContext = command('contox.renameContext', async (shell, target) => {
  const found = await contextTarget(shell, target, { placeHolder: 'Context to rename' });
  if (!found) return;
  const { id, name: before, version } = found.context;
  const name = await askName(`Rename ${before}`, before);
  if (name && name !== before) await shell.engine.updateContext({ contextId: id, name, version });
});
