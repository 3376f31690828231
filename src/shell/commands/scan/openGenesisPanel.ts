import { command } from '../command';
import { projectTarget } from '../projects/projectTarget';

export const openGenesisPanel = command('contox.openGenesisPanel', async (shell, target) => {
  const project = await projectTarget(shell, target);
  await shell.panel.show(project.id);
});
