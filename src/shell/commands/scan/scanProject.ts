import { runScan } from '../../scan/runScan';
import { settings } from '../../settings';
import { command } from '../command';
import { scannableProject } from './scannableProject';

/** Scans a project with the settings' values; resolves with the status it ended with. */
export const scanProject = command('contox.scanProject', async (shell, target) => {
  const project = await scannableProject(shell, target);
  return runScan(shell, { projectId: project.id, ...settings.scanDefaults() });
});
