import * as vscode from 'vscode';
import { command } from '../command';
import { projectIdOf, projectTarget } from './projectTarget';
import { pickProject } from './selectProject';

/** Deletes all that is stored of a project, after a confirmation: it can't be undone. */
export const deleteProject = command('contox.deleteProject', async (shell, target) => {
  const projectId = projectIdOf(target) ?? (await pickProject(shell, 'Project to delete'));
  if (!projectId) return;
  const project = await projectTarget(shell, projectId);
  const answer = await vscode.window.showWarningMessage(
    `Delete all that Contox stores of "${project.name}"?`,
    {
      modal: true,
      detail: "Its contexts, findings and history are deleted. The files of the folder stay. This can't be undone.",
    },
    'Delete Project',
  );
  if (answer === 'Delete Project') await shell.engine.deleteProject({ projectId });
});
