import { newId } from '../../../shared/ids';
import type { ProjectParts } from '../projectParts';

const unnamedOwner = { name: 'Owner', email: 'owner@localhost' };

/** Whoever makes a project owns it: the user of this machine. Returns the user's id. */
export function addOwner(parts: ProjectParts, projectId: string, now: number): string {
  const { name, email } = parts.ports.owner ?? unnamedOwner;
  const userId = parts.members.findUser(email)?.id ?? newId('user', now);
  if (!parts.members.findUser(email)) parts.members.addUser({ id: userId, name, email }, now);
  parts.members.add(projectId, userId, 'owner', now);
  return userId;
}
