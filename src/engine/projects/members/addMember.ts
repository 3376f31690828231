import { EngineError } from '../../../base/engineError';
import { newId } from '../../../shared/ids';
import type { AddMember, Member } from '../../../shared/project';
import { cleanName } from '../../cleanText';
import type { ProjectParts } from '../projectParts';

/** Adds a user by e-mail; one who is a member already is a `conflict`. The address itself is kept out of the log. */
export function addMember(parts: ProjectParts, params: AddMember): Member {
  const { members, events, access, ports } = parts;
  const { id: projectId } = access.getWritable(params.projectId);
  const now = ports.clock.now();
  const known = members.findUser(params.email);
  if (known && members.find(projectId, known.id))
    throw new EngineError('conflict', `${params.email} is a member of the project already`);
  const userId = known?.id ?? newId('user', now);
  if (!known) {
    const [localPart = ''] = params.email.split('@', 1);
    const name = cleanName(params.name ?? '', 100) || cleanName(localPart, 100);
    members.addUser({ id: userId, name, email: params.email }, now);
  }
  const role = params.role ?? 'member';
  members.add(projectId, userId, role, now);
  events.append({
    projectId,
    type: 'member.added',
    source: 'person',
    payload: { projectId, userId, role },
    refs: [{ entity_type: 'person', external_id: userId }],
  });
  parts.emit({ kind: 'projects' });
  return getMember(parts, projectId, userId);
}

export function getMember(parts: Pick<ProjectParts, 'members'>, projectId: string, userId: string): Member {
  const member = parts.members.find(projectId, userId);
  if (!member) throw new EngineError('notFound', 'Member not found');
  return member;
}
