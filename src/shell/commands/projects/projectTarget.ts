import { EngineError } from '../../../base/engineError';
import type { Project } from '../../../shared/project';
import type { Shell } from '../../shell';
import { LiveNode } from '../../views/liveTree';

/** The project that a command means: a row of the Projects view, an id, or the current one. */
export async function projectTarget(shell: Shell, target: unknown): Promise<Project> {
  const projectId = projectIdOf(target);
  if (projectId === undefined) return shell.projects.needCurrent();
  await shell.projects.load();
  const project = shell.projects.find(projectId);
  if (!project) throw new EngineError('notFound', 'This project is no longer there. Refresh the view.');
  return project;
}

export function projectIdOf(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (!(target instanceof LiveNode)) return undefined;
  const value: unknown = target.value;
  return isProjectValue(value) ? value.project.id : undefined;
}

function isProjectValue(value: unknown): value is { readonly project: Project } {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'project';
}
