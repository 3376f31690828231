import { eventPath } from '../../../shared/api/paths';
import { listEntitiesQuery, listSpineEventsQuery, projectQuery } from '../../../shared/api/queries';
import { createSpineEventBody, spineEntity, spineEvent } from '../../../shared/spine';
import { pageReply, Reply, type Route, type RouteCall, route } from '../route';
import { toSpineEvent } from './toSpineEvent';

const common = { tag: 'Context Spine', credential: 'bearer', project: { of: 'optional' } } as const;

export const spineRoutes: readonly Route[] = [
  route({
    ...common,
    method: 'POST',
    path: '/v1/events',
    id: 'createEvent',
    summary: 'Records an event. The same one again under its idempotency key answers the first, with 200.',
    query: projectQuery,
    body: createSpineEventBody,
    success: 201,
    response: spineEvent,
    errors: [200, 409],
    answer: async (call) => {
      const { engine, body, options } = call;
      const { event, created } = await engine.createSpineEvent({ ...body, ...projectIn(call) }, options);
      return new Reply(toSpineEvent(event), { status: created ? 201 : 200 });
    },
  }),
  route({
    ...common,
    method: 'GET',
    path: '/v1/events',
    id: 'listEvents',
    summary: 'Events by the time at which they happened, the newest first.',
    query: listSpineEventsQuery,
    success: 200,
    response: spineEvent,
    list: true,
    answer: async (call) => {
      const { engine, query } = call;
      const { items, nextCursor } = await engine.listSpineEvents({ ...query, ...scopeOf(call) });
      return new Reply(items.map(toSpineEvent), { nextCursor });
    },
  }),
  route({
    ...common,
    method: 'GET',
    path: '/v1/events/{eventId}',
    id: 'getEvent',
    summary: 'One event.',
    project: { of: 'none' },
    params: eventPath,
    success: 200,
    response: spineEvent,
    answer: async (call) => toSpineEvent(await call.engine.getSpineEvent({ ...call.path, ...actorOf(call) })),
  }),
  route({
    ...common,
    method: 'GET',
    path: '/v1/entities',
    id: 'listEntities',
    summary: 'What events speak about.',
    query: listEntitiesQuery,
    success: 200,
    response: spineEntity,
    list: true,
    answer: async (call) => pageReply(await call.engine.listSpineEntities({ ...call.query, ...scopeOf(call) })),
  }),
];

type Scoped = Pick<RouteCall, 'projectId' | 'caller'>;

function projectIn({ projectId }: Scoped): { projectId?: string } {
  return projectId === '' ? {} : { projectId };
}

function actorOf({ caller: { userId } }: Scoped): { actorId?: string } {
  return userId === undefined ? {} : { actorId: userId };
}

function scopeOf(call: Scoped): { projectId?: string; actorId?: string } {
  return { ...projectIn(call), ...actorOf(call) };
}
