import { EngineError } from '../../../base/engineError';
import { command } from '../command';
import { sessionTargets } from './sessionTarget';

/** Makes several sessions one; the earliest one stays. */
export const mergeSessions = command('contox.mergeSessions', async (shell, ...args) => {
  const chosen = await sessionTargets(shell, args, { placeHolder: 'Sessions to merge into the earliest', many: true });
  if (chosen.length === 0) return undefined;
  if (chosen.length === 1) throw new EngineError('invalid', 'Select two or more sessions to merge.');
  return shell.engine.mergeSessions({ sessionIds: chosen.map(({ id }) => id) });
});
