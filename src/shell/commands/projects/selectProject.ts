import * as vscode from 'vscode';
import { EngineError } from '../../../base/engineError';
import type { Shell } from '../../shell';
import { projectState } from '../../views/projects/projectRows';
import { command } from '../command';
import { projectIdOf } from './projectTarget';

/** Makes a project the one that the views show. */
export const selectProject = command('contox.selectProject', async (shell, target) => {
  await shell.projects.load();
  const projectId = projectIdOf(target) ?? (await pickProject(shell, 'Project to show in the views'));
  if (projectId) shell.projects.select(projectId);
});

/** Lets the user choose among all projects; this window's first. */
export async function pickProject(shell: Shell, placeHolder: string): Promise<string | undefined> {
  await shell.projects.load();
  const { all, open, current } = shell.projects;
  if (all.length === 0) throw new EngineError('notFound', 'There is no project yet. Open a folder and scan it.');
  const others = all.filter((project) => !open.includes(project));
  const items = [...open, ...others].map((project) => ({
    label: project.name,
    description: [
      project.id === current?.id ? 'current' : '',
      projectState(project, shell.scans.get(project.id), Date.now()),
    ]
      .filter((word) => word !== '')
      .join(' · '),
    detail: project.localPath ?? '',
    projectId: project.id,
  }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true });
  return picked?.projectId;
}
