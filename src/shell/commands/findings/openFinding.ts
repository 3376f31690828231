import { command } from '../command';
import { findingTarget } from './findingTarget';

/** Opens the file at the line that a finding cites; one that cites nothing opens in the panel. */
export const openFinding = command('contox.openFinding', async (shell, target) => {
  const found = await findingTarget(shell, target, 'Finding to go to');
  if (!found) return;
  const evidence = found.at ?? found.finding.evidence[0];
  if (evidence) await shell.evidence.open(found.projectId, evidence);
  else await shell.panel.show(found.projectId, { findingId: found.finding.id });
});
