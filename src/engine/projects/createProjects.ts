import type { Engine } from '../engine';
import type { EngineParts, ProjectAccess } from '../engineParts';
import { SecretVault } from '../secrets/secretVault';
import { createProject } from './createProject';
import { deleteProject } from './deleteProject';
import { openFolder, prepareOpenFolder } from './folder/openFolder';
import { realFolderIfThere } from './folder/realFolder';
import { addMember } from './members/addMember';
import { MemberStore } from './members/memberStore';
import { removeMember } from './members/removeMember';
import { createProjectAccess } from './projectAccess';
import { githubToken, type ProjectParts } from './projectParts';
import { ProjectStore } from './projectStore';
import { type UpdateFacts, updateProject } from './updateProject';

type ProjectCalls = Pick<
  Engine,
  | 'openFolder'
  | 'listProjects'
  | 'createProject'
  | 'getProject'
  | 'updateProject'
  | 'deleteProject'
  | 'listMembers'
  | 'addMember'
  | 'removeMember'
>;

/** The noun `project`: its calls of the facade, and the way of the other nouns to it. */
export function createProjects(base: Omit<EngineParts, 'projects' | 'contexts'>): {
  calls: ProjectCalls;
  access: ProjectAccess;
} {
  const { db, runner, ports } = base;
  const store = new ProjectStore(db);
  const members = new MemberStore(db);
  const vault = new SecretVault(ports.secrets);
  const access = createProjectAccess(store, runner, vault);
  const parts: ProjectParts = { ...base, store, members, vault, access };
  const calls: ProjectCalls = {
    openFolder: runner.writeAfter(
      'openFolder',
      (params) => prepareOpenFolder(store, params, ports),
      (_, facts) => openFolder(parts, facts),
    ),
    listProjects: runner.read('listProjects', () => store.list()),
    createProject: runner.writeAfter(
      'createProject',
      ({ localPath }) => (typeof localPath === 'string' ? realFolderIfThere(localPath) : undefined),
      (params, localPath) => createProject(parts, { ...params, localPath }),
    ),
    getProject: runner.read('getProject', ({ projectId }) => access.get(projectId)),
    updateProject: runner.writeAfter(
      'updateProject',
      ({ projectId, githubToken: token, localPath }) =>
        token === undefined && typeof localPath !== 'string'
          ? {}
          : prepareUpdate(parts, { projectId, token, localPath }),
      (params, facts) => updateProject(parts, params, facts),
    ),
    deleteProject: runner.write('deleteProject', (params) => deleteProject(parts, params)),
    listMembers: runner.read('listMembers', ({ projectId }) => members.list(access.get(projectId).id)),
    addMember: runner.write('addMember', (params) => addMember(parts, params)),
    removeMember: runner.write('removeMember', (params) => removeMember(parts, params)),
  };
  return { calls, access };
}

async function prepareUpdate(
  parts: ProjectParts,
  params: { projectId: string; token: string | undefined; localPath: string | null | undefined },
): Promise<UpdateFacts> {
  const { projectId, token, localPath } = params;
  parts.access.get(projectId);
  return {
    ...(token === undefined ? {} : { sealedToken: await parts.vault.seal(`${projectId}/${githubToken}`, token) }),
    ...(typeof localPath === 'string' ? { localPath: await realFolderIfThere(localPath) } : {}),
  };
}
