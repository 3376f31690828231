import { command } from '../command';
import { tellPath } from './tellPath';

/** Writes a copy of the store beside it and says where. */
export const backUpStore = command('contox.backUpStore', async (shell) => {
  const { path } = await shell.engine.backUpStore({});
  tellPath('The store was backed up.', path);
  return path;
});
