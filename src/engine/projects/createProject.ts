import { newId } from '../../shared/ids';
import type { CreateProject, Project } from '../../shared/project';
import { cleanName, cleanText } from '../cleanText';
import { addOwner } from './members/addOwner';
import type { ProjectParts } from './projectParts';
import type { ProjectRow } from './projectStore';

type Origin = Partial<Pick<ProjectRow, 'id' | 'rootCommit' | 'remote' | 'repositoryPath'>>;

/** Makes a project; `origin` is what its folder is recognised by. `localPath` is absolute and real. */
export function createProject(parts: ProjectParts, params: CreateProject, origin: Origin = {}): Project {
  const now = parts.ports.clock.now();
  const id = origin.id ?? newId('proj', now);
  const row: ProjectRow = {
    id,
    name: cleanName(params.name, 100),
    description: cleanText(params.description ?? ''),
    visibility: params.visibility ?? 'private',
    status: 'active',
    aiTier: null,
    repoUrl: null,
    githubUsername: null,
    repoAuthMethod: null,
    deepEnrichEnabled: 0,
    localPath: params.localPath ?? null,
    rootCommit: origin.rootCommit ?? null,
    remote: origin.remote ?? null,
    repositoryPath: origin.repositoryPath ?? '',
    createdAt: now,
    updatedAt: now,
  };
  parts.store.add(row);
  if (row.localPath !== null) parts.store.addFolder(id, row.localPath, now);
  const ownerId = addOwner(parts, id, now, params.actorId);
  parts.runner.touch(id);
  parts.events.append({
    projectId: id,
    type: 'project.created',
    source: 'person',
    payload: { projectId: id, name: row.name, description: row.description, visibility: row.visibility },
    refs: [
      { entity_type: 'project', external_id: id },
      { entity_type: 'person', external_id: ownerId },
    ],
  });
  parts.emit({ kind: 'projects' });
  return parts.access.get(id);
}
