import { tell } from '../../showError';
import { command } from '../command';

export const stopApiServer = command('contox.stopApiServer', async (shell) => {
  const stopped = await shell.api.stop();
  tell('information', stopped ? 'The Contox API server was stopped.' : 'The Contox API server does not run.');
  return stopped;
});
