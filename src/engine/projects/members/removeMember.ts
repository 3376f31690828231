import { EngineError } from '../../../base/engineError';
import type { RemoveMember } from '../../../shared/project';
import type { ProjectParts } from '../projectParts';
import { getMember } from './addMember';
import { localOwner } from './localOwner';

/** Removes a member; a project is never without its owner. */
export function removeMember(parts: ProjectParts, params: RemoveMember): null {
  const { id: projectId } = parts.access.getWritable(params.projectId);
  const member = getMember(parts, projectId, params.userId);
  if (member.role === 'owner') throw new EngineError('invalid', 'The owner of a project can not be removed');
  parts.members.remove(projectId, member.userId);
  parts.members.deleteUnusedUsers(localOwner(parts.ports).email);
  parts.events.append({
    projectId,
    type: 'member.removed',
    source: 'person',
    payload: { projectId, userId: member.userId },
    refs: [{ entity_type: 'person', external_id: member.userId }],
  });
  parts.emit({ kind: 'projects' });
  return null;
}
