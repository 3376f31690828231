import { EngineError } from '../../base/engineError';
import type { MemberRole } from '../../shared/project';
import type { KeyParts } from './keyParts';

const rank: Readonly<Record<MemberRole, number>> = { member: 0, admin: 1, owner: 2 };

/**
 * Whether a user may hand out keys that act for another: as owner or admin of every project of theirs, and with no lower
 * role than theirs. Less would let an admin of one project into another one, or make an owner of themselves. `unknown`:
 * the two share no project, so the one may not even learn of the other.
 */
export function mayActFor(parts: KeyParts, actorId: string, userId: string): 'yes' | 'no' | 'unknown' {
  if (actorId === userId) return 'yes';
  const own = parts.members.rolesOf(actorId);
  const theirs = Object.entries(parts.members.rolesOf(userId));
  if (!theirs.some(([projectId]) => projectId in own)) return 'unknown';
  const outranks = theirs.every(([projectId, role]) => {
    const actorRole = own[projectId];
    return actorRole !== undefined && actorRole !== 'member' && rank[actorRole] >= rank[role];
  });
  return outranks ? 'yes' : 'no';
}

/** Throws `notFound` or `forbidden`. */
export function checkMayActFor(parts: KeyParts, actorId: string, userId: string): void {
  const answer = mayActFor(parts, actorId, userId);
  if (answer === 'unknown') throw new EngineError('notFound', 'User not found');
  if (answer === 'no') throw new EngineError('forbidden', 'Only an owner or admin can make a key for a member');
}
