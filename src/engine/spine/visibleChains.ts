import type { EngineParts } from '../engineParts';
import { localOwner } from '../projects/members/localOwner';
import { MemberStore } from '../projects/members/memberStore';

/** Whose logs a user may read; `undefined`: all of them. The workspace's own log is for whoever has a key of it. */
export function visibleChains(
  parts: EngineParts,
  query: { readonly projectId?: string | undefined; readonly actorId?: string | undefined },
): string[] | undefined {
  const { projectId, actorId, projects, events } = { ...query, ...parts };
  const workspaceId = events.store.workspaceId();
  if (projectId !== undefined && projectId !== workspaceId) projects.get(projectId);
  const all = actorId === undefined ? undefined : ofUser(parts, actorId);
  if (projectId === undefined) return all;
  return all === undefined || all.includes(projectId) ? [projectId] : [];
}

function ofUser(parts: EngineParts, userId: string): string[] | undefined {
  const members = new MemberStore(parts.db);
  const roles = Object.keys(members.rolesOf(userId));
  const isOwner = members.findUser(localOwner(parts.ports).email)?.id === userId;
  return isOwner && roles.length === members.countProjects() ? undefined : [parts.events.store.workspaceId(), ...roles];
}
