import { command } from '../command';
import { findingTarget } from './findingTarget';

export const showFindingInPanel = command('contox.showFindingInPanel', async (shell, target) => {
  const found = await findingTarget(shell, target, 'Finding to show in the Genesis panel');
  if (found) await shell.panel.show(found.projectId, { findingId: found.finding.id });
});
