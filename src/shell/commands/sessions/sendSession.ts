import { EngineError } from '../../../base/engineError';
import { tell } from '../../showError';
import { counted } from '../../words/counted';
import { command } from '../command';
import { sessionTargets } from './sessionTarget';

/** Queues what was never sent of sessions, such as those from before a server was configured. */
export const sendSession = command('contox.sendSession', async (shell, ...args) => {
  const chosen = await sessionTargets(shell, args, { placeHolder: 'Session to send' });
  const unmapped = chosen.find(({ projectId }) => !shell.servers.sends(projectId));
  if (unmapped) throw new EngineError('invalid', 'This project is not connected to a server. Connect it, then send.');
  let count = 0;
  for (const { id } of chosen) count += (await shell.engine.sendSession({ sessionId: id })).count;
  if (chosen.length > 0)
    tell('information', count === 0 ? 'All of it was queued before.' : `${counted(count, 'event')} queued.`);
  return count;
});
