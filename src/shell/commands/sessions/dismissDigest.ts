import { command } from '../command';

/** Takes the offer to digest history out of the Sessions view. */
export const dismissDigest = command('contox.dismissDigest', async (shell) => {
  const project = await shell.projects.needCurrent();
  await shell.sessions.forgetDigest(project.id);
});
