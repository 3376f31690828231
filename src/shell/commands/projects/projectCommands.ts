import { deleteProject } from './deleteProject';
import { refresh } from './refresh';
import { selectProject } from './selectProject';

export const projectCommands = [selectProject, deleteProject, refresh] as const;
