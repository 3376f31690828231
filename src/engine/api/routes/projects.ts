import { addMemberBody, createProjectBody, removeMemberBody, updateProjectBody } from '../../../shared/api/bodies';
import { projectPath } from '../../../shared/api/paths';
import { pageQuery } from '../../../shared/api/queries';
import { member, project } from '../../../shared/project';
import { requireRole, roleIn } from '../access/findProject';
import { slicePage } from '../paging';
import { type Route, route } from '../route';

const common = { tag: 'Projects', credential: 'bearer', project: { of: 'path' }, params: projectPath } as const;
const ofUser = { tag: 'Projects', credential: 'bearer', project: { of: 'none' } } as const;

export const projectRoutes: readonly Route[] = [
  route({
    ...ofUser,
    method: 'GET',
    path: '/api/projects',
    id: 'listProjects',
    summary: 'All projects that the caller is a member of.',
    query: pageQuery,
    success: 200,
    response: project,
    list: true,
    answer: async ({ engine, caller, query }) => {
      const projects = await engine.listProjects({});
      return slicePage(
        projects.filter(({ id }) => roleIn(caller, id) !== undefined),
        query,
        ({ id }) => id,
      );
    },
  }),
  route({
    ...ofUser,
    method: 'POST',
    path: '/api/projects',
    id: 'createProject',
    summary: 'Makes a project; the caller owns it.',
    body: createProjectBody,
    success: 201,
    response: project,
    answer: ({ engine, caller, body, options }) =>
      engine.createProject({ ...body, ...(caller.userId === undefined ? {} : { actorId: caller.userId }) }, options),
  }),
  route({
    ...common,
    method: 'GET',
    path: '/api/projects/{projectId}',
    id: 'getProject',
    summary: 'One project.',
    success: 200,
    response: project,
    answer: ({ engine, projectId }) => engine.getProject({ projectId }),
  }),
  route({
    ...common,
    method: 'PATCH',
    path: '/api/projects/{projectId}',
    id: 'updateProject',
    summary: 'Changes a project. The GitHub token is never answered.',
    role: 'admin',
    body: updateProjectBody,
    success: 200,
    response: project,
    errors: [409],
    answer: ({ engine, projectId, body, options }) => engine.updateProject({ ...body, projectId }, options),
  }),
  route({
    ...common,
    method: 'DELETE',
    path: '/api/projects/{projectId}',
    id: 'deleteProject',
    summary: 'Deletes a project and everything that belongs to it.',
    role: 'owner',
    success: 204,
    answer: ({ engine, projectId, options }) => engine.deleteProject({ projectId }, options),
  }),
  route({
    ...common,
    method: 'GET',
    path: '/api/projects/{projectId}/members',
    id: 'listMembers',
    summary: 'The members of a project.',
    query: pageQuery,
    success: 200,
    response: member,
    list: true,
    answer: async ({ engine, projectId, query }) =>
      slicePage(await engine.listMembers({ projectId }), query, ({ userId }) => userId),
  }),
  route({
    ...common,
    method: 'POST',
    path: '/api/projects/{projectId}/members',
    id: 'addMember',
    summary: 'Adds a member by e-mail.',
    role: 'admin',
    body: addMemberBody,
    success: 201,
    response: member,
    errors: [409],
    answer: ({ engine, projectId, body, options }) => engine.addMember({ ...body, projectId }, options),
  }),
  route({
    ...common,
    method: 'DELETE',
    path: '/api/projects/{projectId}/members',
    id: 'removeMember',
    summary: 'Removes a member. Everybody but the owner may leave by themselves.',
    body: removeMemberBody,
    success: 204,
    errors: [409],
    answer: ({ engine, caller, projectId, body: { userId }, options }) => {
      if (userId !== caller.userId) requireRole(caller, projectId, 'admin');
      return engine.removeMember({ projectId, userId }, options);
    },
  }),
];
