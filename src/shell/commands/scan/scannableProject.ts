import { EngineError } from '../../../base/engineError';
import type { Project } from '../../../shared/project';
import { windowFolders } from '../../projects/windowFolders';
import type { Shell } from '../../shell';
import { projectTarget } from '../projects/projectTarget';

/** The project that a scan command means, where scanning is possible at all; else an error that says why not. */
export async function scannableProject(shell: Shell, target: unknown): Promise<Project> {
  if (!windowFolders.isTrusted()) {
    throw new EngineError(
      'forbidden',
      'This window is not trusted, so nothing is scanned. Trust the folder, then scan it.',
    );
  }
  const project = await projectTarget(shell, target);
  // Trust is given to the window's folders, not to those of other projects.
  if (!shell.projects.open.includes(project))
    throw new EngineError(
      'forbidden',
      `The folder of "${project.name}" is not open in this window. Open it, then scan.`,
    );
  if (project.status === 'archived')
    throw new EngineError('forbidden', `"${project.name}" is archived, so it is not scanned.`);
  return project;
}
