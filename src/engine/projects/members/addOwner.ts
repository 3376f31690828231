import { EngineError } from '../../../base/engineError';
import { newId } from '../../../shared/ids';
import type { ProjectParts } from '../projectParts';
import { localOwner } from './localOwner';

/** Whoever makes a project owns it: the user of this machine where no other is named. Returns the user's id. */
export function addOwner(parts: ProjectParts, projectId: string, now: number, actorId?: string): string {
  const userId = actorId ?? ensureLocalOwner(parts, now);
  if (!parts.members.hasUser(userId)) throw new EngineError('notFound', 'User not found');
  parts.members.add(projectId, userId, 'owner', now);
  return userId;
}

/** The id of the user of this machine, who is made known where they are not yet. */
export function ensureLocalOwner(parts: Pick<ProjectParts, 'members' | 'ports'>, now: number): string {
  const { name, email } = localOwner(parts.ports);
  const known = parts.members.findUser(email)?.id;
  if (known !== undefined) return known;
  const id = newId('user', now);
  parts.members.addUser({ id, name, email }, now);
  return id;
}
