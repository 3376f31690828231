import { command } from '../command';
import { contextTargets } from './contextTarget';

/** Makes drafts part of the project's memory. */
export const approveContext = command('contox.approveContext', async (shell, ...args) => {
  const targets = await contextTargets(shell, args, {
    placeHolder: 'Draft to approve',
    fits: (context) => context.state === 'draft',
  });
  for (const { context } of targets) await shell.engine.approveContext({ contextId: context.id, action: 'approve' });
});
