import { command } from '../command';
import { contextTargets } from './contextTarget';

/** Takes contexts out of the project's memory without deleting them. */
export const deprecateContext = command('contox.deprecateContext', async (shell, ...args) => {
  const targets = await contextTargets(shell, args, {
    placeHolder: 'Context to deprecate',
    fits: (context) => context.state !== 'deprecated',
  });
  for (const { context } of targets) await shell.engine.approveContext({ contextId: context.id, action: 'deprecate' });
});
