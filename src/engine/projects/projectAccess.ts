import { EngineError } from '../../base/engineError';
import type { ProjectAccess } from '../engineParts';
import type { CallRunner } from '../requests/callRunner';
import type { SecretVault } from '../secrets/secretVault';
import { githubToken } from './projectParts';
import type { ProjectStore } from './projectStore';

/** The way of all other nouns to a project. */
export function createProjectAccess(
  store: ProjectStore,
  runner: Pick<CallRunner, 'touch'>,
  vault: SecretVault,
): ProjectAccess {
  const get: ProjectAccess['get'] = (projectId) => {
    const project = store.find(projectId);
    if (!project) throw new EngineError('notFound', 'Project not found');
    return project;
  };
  return {
    get,
    checkWritable(projectId) {
      const found = store.findStatus(projectId);
      if (!found) throw new EngineError('notFound', 'Project not found');
      if (found.status === 'archived') throw archived(found.name);
      runner.touch(projectId);
    },
    getWritable(projectId) {
      const project = get(projectId);
      if (project.status === 'archived') throw archived(project.name);
      runner.touch(projectId);
      return project;
    },
    async openGithubToken(projectId) {
      const sealed = store.findSecret(get(projectId).id, githubToken);
      return sealed === undefined ? undefined : vault.open(`${projectId}/${githubToken}`, sealed);
    },
    resolve(projectId) {
      if (projectId !== undefined) return get(projectId).id;
      const [only, other] = store.ids(2);
      if (only !== undefined && other === undefined) return only;
      const message = only === undefined ? 'There is no project yet' : 'There is more than one project: say which';
      throw new EngineError('invalid', message, { details: [{ path: 'projectId', message }] });
    },
  };
}

function archived(name: string): EngineError {
  return new EngineError('conflict', `The project ${name} is archived, so it can only be read.`);
}
