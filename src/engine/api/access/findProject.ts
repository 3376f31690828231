import { isEngineError } from '../../../base/engineError';
import type { MemberRole } from '../../../shared/project';
import { ApiError, forbidden } from '../apiError';
import type { ApiRequest } from '../message';
import type { Caller, Route, RouteCall } from '../route';
import { invalidSignature } from './checkSignature';

const rank: Readonly<Record<MemberRole, number>> = { member: 0, admin: 1, owner: 2 };

/** Own members only: a project may not be called `constructor`. */
export function roleIn(caller: Caller, projectId: string): MemberRole | undefined {
  return Object.hasOwn(caller.roles, projectId) ? caller.roles[projectId] : undefined;
}

/**
 * The project of a call, for rules that know it before the answer. Throws `ApiError` 404 for one that the caller may not
 * see, 403 where the role is not enough, 400 where none is named.
 */
export async function findProject(route: Route, request: ApiRequest, call: RouteCall): Promise<string> {
  const projectId = await projectOf(route, request, call);
  if (projectId === '') return '';
  if (roleIn(call.caller, projectId) === undefined) throw await unseen(route, call, projectId);
  requireRole(call.caller, projectId, route.role ?? 'member');
  return projectId;
}

/** Throws `ApiError` 403 where the caller's role in the project is less. */
export function requireRole(caller: Caller, projectId: string, least: MemberRole): void {
  const role = roleIn(caller, projectId);
  if (role === undefined || rank[role] < rank[least]) throw forbidden();
}

async function projectOf(route: Route, request: ApiRequest, call: RouteCall): Promise<string> {
  const rule = route.project;
  if (rule.of === 'path') return named(call.path) ?? '';
  if (rule.of === 'named') return named(call.query) ?? named(call.body) ?? '';
  const header = request.headers['x-contox-project'];
  if (rule.of === 'optional') return named(call.query) ?? header ?? '';
  if (rule.of === 'selected') return named(call.query) ?? named(call.body) ?? header ?? onlyProject(call.caller);
  if (rule.of !== 'subject') return '';
  const { projectId } = await rule.find(call);
  if (roleIn(call.caller, projectId) === undefined) throw new ApiError(404, rule.missing);
  return projectId;
}

function named(fields: unknown): string | undefined {
  const { projectId } = (fields ?? {}) as { readonly projectId?: unknown };
  return typeof projectId === 'string' ? projectId : undefined;
}

function onlyProject(caller: Caller): string {
  const [only, other] = Object.keys(caller.roles);
  if (only !== undefined && other === undefined) return only;
  const message = only === undefined ? 'There is no project yet' : 'There is more than one project: say which';
  throw new ApiError(400, message, { details: [{ path: 'projectId', message }] });
}

/** A signature is good for its own project: another one that exists makes it a wrong signature. */
async function unseen(route: Route, call: RouteCall, projectId: string): Promise<ApiError> {
  if (call.caller.signatureKey === undefined) return new ApiError(404, 'Project not found');
  if (route.method === 'GET' || (await exists(call, projectId))) return invalidSignature();
  return new ApiError(404, 'Project not found');
}

async function exists({ engine }: RouteCall, projectId: string): Promise<boolean> {
  try {
    await engine.getProject({ projectId });
    return true;
  } catch (error) {
    if (isEngineError(error, 'notFound')) return false;
    throw error;
  }
}
