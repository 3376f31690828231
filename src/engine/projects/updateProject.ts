import { EngineError } from '../../base/engineError';
import type { Project, UpdateProject } from '../../shared/project';
import { cleanName, cleanText } from '../cleanText';
import { githubToken, type ProjectParts } from './projectParts';
import type { ProjectRow } from './projectStore';

/** What has to be known before the transaction: the token encrypted, the folder's real path. */
export interface UpdateFacts {
  readonly sealedToken?: string;
  readonly localPath?: string;
}

/** Fields whose values the log may tell. A path of this machine and everything about access is named only. */
const loggedFields = ['name', 'description', 'visibility', 'status', 'aiTier', 'repoUrl', 'deepEnrichEnabled'] as const;

/**
 * Changes a project. An archived one takes nothing but a call that makes it active again, which may change more with it.
 */
export function updateProject(parts: ProjectParts, params: UpdateProject, facts: UpdateFacts = {}): Project {
  const { store, access, runner } = parts;
  checkDisconnect(params);
  const before = access.get(params.projectId);
  if (params.status === 'active') runner.touch(before.id);
  else access.getWritable(before.id);

  const changes = rowChanges(params, facts);
  const now = parts.ports.clock.now();
  if (changes.localPath) store.addFolder(before.id, changes.localPath, now);
  if (facts.sealedToken !== undefined) store.putSecret(before.id, githubToken, facts.sealedToken, now);
  if (params.disconnectGithub) store.removeSecret(before.id, githubToken);
  const changed = Object.keys(params).filter((field) => field !== 'projectId');
  if (changed.length === 0) return before;
  store.update(before.id, { ...changes, updatedAt: now });
  const after = access.get(before.id);
  parts.events.append({
    projectId: before.id,
    type: 'project.updated',
    source: 'person',
    payload: { projectId: before.id, changed, ...loggedValues(changed, after) },
    refs: [{ entity_type: 'project', external_id: before.id }],
  });
  parts.emit({ kind: 'projects' });
  return after;
}

function checkDisconnect(params: UpdateProject): void {
  if (!params.disconnectGithub || (params.githubToken === undefined && !params.repoUrl)) return;
  const message = 'can not be combined with githubToken or repoUrl';
  throw new EngineError('invalid', `disconnectGithub ${message}`, { details: [{ path: 'disconnectGithub', message }] });
}

function rowChanges(params: UpdateProject, facts: UpdateFacts): Partial<ProjectRow> {
  const { name, description, visibility, status, aiTier, repoUrl, deepEnrichEnabled } = params;
  const localPath = params.localPath === null ? null : facts.localPath;
  return {
    ...(name === undefined ? {} : { name: cleanName(name, 100) }),
    ...(description === undefined ? {} : { description: cleanText(description) }),
    ...(visibility === undefined ? {} : { visibility }),
    ...(status === undefined ? {} : { status }),
    ...(aiTier === undefined ? {} : { aiTier }),
    ...(repoUrl === undefined ? {} : { repoUrl }),
    ...(deepEnrichEnabled === undefined ? {} : { deepEnrichEnabled: deepEnrichEnabled ? 1 : 0 }),
    ...(localPath === undefined ? {} : { localPath }),
    ...(facts.sealedToken === undefined ? {} : { repoAuthMethod: 'pat' }),
    ...(params.disconnectGithub ? { repoUrl: null, githubUsername: null, repoAuthMethod: null } : {}),
  };
}

function loggedValues(changed: readonly string[], project: Project): Record<string, unknown> {
  return Object.fromEntries(
    loggedFields.filter((field) => changed.includes(field)).map((field) => [field, project[field]]),
  );
}
