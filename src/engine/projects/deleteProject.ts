import type { ProjectRef } from '../../shared/project';
import { RequestStore } from '../requests/requestStore';
import { localOwner } from './members/localOwner';
import type { ProjectParts } from './projectParts';

/**
 * Removes a project with every row that belongs to it, its part of the log and its secrets included; an archived one too.
 * What stays is an event in the workspace's own log that names the id and nothing else.
 */
export function deleteProject(parts: ProjectParts, { projectId }: ProjectRef): null {
  const { id } = parts.access.get(projectId);
  parts.store.delete(id);
  parts.members.deleteUnusedUsers(localOwner(parts.ports).email);
  new RequestStore(parts.db).forgetAnswersOf(id);
  parts.events.append({
    type: 'project.deleted',
    source: 'person',
    refs: [{ entity_type: 'project', external_id: id }],
  });
  parts.emit({ kind: 'projects' });
  return null;
}
