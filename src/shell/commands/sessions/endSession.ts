import { command } from '../command';
import { sessionTarget } from './sessionTarget';

/** Ends the session that goes on; without an argument that of the current project. */
export const endSession = command('contox.endSession', async (shell, target) => {
  const going = target === undefined ? shell.sessionWatch.active?.session : undefined;
  const choice = { placeHolder: 'Session to end', fits: ({ endedAt }: { endedAt: string | null }) => endedAt === null };
  const session = going ?? (await sessionTarget(shell, [target], choice));
  if (!session) return undefined;
  // What waits in this window belongs to the session that ends.
  await shell.capture.flush();
  return shell.engine.endSession({ sessionId: session.id });
});
