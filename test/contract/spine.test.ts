import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { ApiBench } from './support/apiBench';
import { check, isoTime, ulidOf, type World } from './support/check';

const merged = {
  event_type: 'github.pull_request.merged',
  event_time: '2024-01-15T10:30:00Z',
  source: 'github',
  payload: { pr_number: 42, title: 'Add new feature', author: 'jane_dev', repository: 'acme/api' },
  entity_refs: [
    { entity_type: 'person', external_id: 'jane_dev' },
    { entity_type: 'repository', external_id: 'acme/api' },
  ],
};
const ahead = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const deploy = { event_type: 'ci.deployed', event_time: ahead(-30), source: 'ci', idempotency_key: 'deploy-1' };

describe('the page of Context Spine', () => {
  const world: World = {};
  let bench: ApiBench;
  before(async () => {
    bench = await ApiBench.open();
    const { key } = await bench.engine.createKey({ name: 'spine', kind: 'contextSpine' });
    const member = await bench.member('member');
    const other = await bench.engine.createProject({ name: 'Another' });
    Object.assign(world, { spine: key, member: member.key, project: bench.projectId, other: other.id });
  });
  after(() => bench.close());

  check(() => bench, world, [
    {
      says: 'takes the example',
      request: 'POST /v1/events',
      as: 'spine',
      body: merged,
      status: 201,
      gives: {
        id: ulidOf('evt'),
        workspace_id: ulidOf('ws'),
        ...merged,
        event_time: '2024-01-15T10:30:00.000Z',
        record_time: isoTime,
        authority: 'source_of_truth',
        value_class: 'cold',
        created_at: isoTime,
      },
      keep: { event: 'id', recorded: 'record_time' },
    },
    {
      says: 'fills in what is left out',
      request: 'POST /v1/events',
      as: 'spine',
      body: deploy,
      status: 201,
      gives: { payload: {}, entity_refs: [], authority: 'source_of_truth', value_class: 'hot' },
      keep: { deploy: 'id' },
    },
    {
      says: 'answers a repetition with the first',
      request: 'POST /v1/events',
      as: 'spine',
      body: deploy,
      status: 200,
      gives: { id: '{deploy}' },
    },
    {
      says: 'takes nothing else under its key',
      request: 'POST /v1/events',
      as: 'spine',
      body: { ...deploy, payload: { a: 1 } },
      status: 409,
    },
    {
      says: 'keeps the keys of sources apart',
      request: 'POST /v1/events',
      as: 'spine',
      body: { ...deploy, source: 'other' },
      status: 201,
    },
    {
      says: 'needs a type',
      request: 'POST /v1/events',
      as: 'spine',
      body: { ...merged, event_type: undefined },
      status: 400,
      gives: { error: 'Invalid parameters', details: [{ path: 'event_type' }] },
    },
    {
      says: 'needs a time',
      request: 'POST /v1/events',
      as: 'spine',
      body: { ...merged, event_time: 'yesterday' },
      status: 400,
      gives: { details: [{ path: 'event_time' }] },
    },
    { says: 'needs a source', request: 'POST /v1/events', as: 'spine', body: { ...merged, source: '' }, status: 400 },
    { says: 'takes objects', request: 'POST /v1/events', as: 'spine', body: { ...merged, payload: [] }, status: 400 },
    {
      says: 'takes references in full',
      request: 'POST /v1/events',
      as: 'spine',
      body: { ...merged, entity_refs: [{ entity_type: 'person' }] },
      status: 400,
      gives: { details: [{ path: 'entity_refs.0.external_id' }] },
    },
    {
      says: 'knows no future',
      request: 'POST /v1/events',
      as: 'spine',
      body: { ...merged, event_time: ahead(600) },
      status: 400,
      gives: { details: [{ path: 'event_time' }] },
    },
    {
      says: 'knows clocks that are ahead',
      request: 'POST /v1/events',
      as: 'spine',
      body: { event_type: 'clock.ahead', event_time: ahead(4), source: 'clock' },
      status: 201,
    },
    {
      says: 'needs JSON',
      request: 'POST /v1/events',
      as: 'spine',
      body: '{"event_type"',
      status: 400,
      gives: { error: 'Invalid request body' },
    },
    {
      says: 'needs a key',
      request: 'POST /v1/events',
      as: 'nobody',
      body: merged,
      status: 401,
      gives: { error: 'Invalid or missing API key' },
    },
    {
      says: 'gets an event',
      request: 'GET /v1/events/{event}',
      as: 'spine',
      status: 200,
      gives: { id: '{event}', ...merged, event_time: isoTime },
    },
    {
      says: 'knows no other',
      request: 'GET /v1/events/evt_nope',
      as: 'spine',
      status: 404,
      gives: { error: "Resource doesn't exist" },
    },
    {
      says: 'lists by the beginning of a type',
      request: 'GET /v1/events?event_type=github.*',
      as: 'spine',
      status: 200,
      gives: [{ id: '{event}' }],
    },
    {
      says: 'lists by source',
      request: 'GET /v1/events?source=ci',
      as: 'spine',
      status: 200,
      gives: [{ id: '{deploy}' }],
    },
    {
      says: 'lists by entity',
      request: 'GET /v1/events?entity_type=person&external_id=jane_dev',
      as: 'spine',
      status: 200,
      gives: [{ id: '{event}' }],
    },
    {
      says: 'lists by time',
      request: 'GET /v1/events?from=2024-01-01T00:00:00Z&to=2024-02-01T00:00:00Z',
      as: 'spine',
      status: 200,
      gives: [{ id: '{event}' }],
    },
    {
      says: 'lists what was known',
      request: 'GET /v1/events?as_of={recorded}&event_type=ci.*',
      as: 'spine',
      status: 200,
    },
    {
      says: 'knows instants',
      request: 'GET /v1/events?as_of=soon',
      as: 'spine',
      status: 400,
      gives: { error: 'Invalid parameters' },
    },
    {
      says: 'lists entities',
      request: 'GET /v1/entities?entity_type=repository',
      as: 'spine',
      status: 200,
      gives: [{ entity_type: 'repository', external_id: 'acme/api', event_count: 1 }],
    },
    {
      says: 'records in a project',
      request: 'POST /v1/events?projectId={project}',
      as: 'member',
      body: { event_type: 'in.project', event_time: ahead(-1), source: 'tests' },
      status: 201,
      keep: { inProject: 'id' },
    },
    {
      says: 'shows it to members',
      request: 'GET /v1/events?projectId={project}&event_type=in.*',
      as: 'member',
      status: 200,
      gives: [{ id: '{inProject}' }],
    },
    {
      says: 'records in no project of others',
      request: 'POST /v1/events?projectId={other}',
      as: 'member',
      body: merged,
      status: 404,
    },
    { says: 'changes nothing', request: 'PATCH /v1/events/{event}', as: 'spine', body: {}, status: 405 },
    { says: 'deletes nothing', request: 'DELETE /v1/events/{event}', as: 'spine', status: 405 },
  ]);

  it('records one event for each idempotency key, whatever comes and how often', async () => {
    const json = fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(fc.uuid(), json, fc.integer({ min: 2, max: 4 }), async (key, payload, times) => {
        const body = { ...deploy, payload, idempotency_key: key };
        const answers = await Promise.all(
          Array.from({ length: times }, () => bench.call('POST', '/v1/events', body, world['spine'])),
        );
        assert.equal(answers.filter(({ status }) => status === 201).length, 1, answers[0]?.text);
        assert.equal(answers.filter(({ status }) => status === 200).length, times - 1);
        assert.equal(new Set(answers.map(({ body: event }) => (event as { id: string }).id)).size, 1);
        const other = await bench.call('POST', '/v1/events', { ...body, payload: { another: key } }, world['spine']);
        assert.equal(other.status, 409);
      }),
      { numRuns: 60 },
    );
  });
});

describe('items', () => {
  const world: World = {};
  let bench: ApiBench;
  before(async () => {
    bench = await ApiBench.open();
    const member = await bench.member('member');
    const other = await bench.engine.createProject({ name: 'Another' });
    const fields = { title: 'Hidden', type: 'decision', facts: '' } as const;
    const hidden = await bench.engine.createItem({ projectId: other.id, ...fields });
    Object.assign(world, { project: bench.projectId, member: member.key, hidden: hidden.id });
  });
  after(() => bench.close());

  const fields = {
    title: 'Tokens are rotated',
    type: 'decision',
    facts: 'Every 15 minutes.',
    schemaKey: 'root/decisions',
  };
  check(() => bench, world, [
    {
      says: 'makes one',
      request: 'POST /api/v2/items',
      as: 'member',
      body: fields,
      status: 201,
      gives: { id: ulidOf('item'), ...fields, status: 'approved', createdAt: isoTime },
      keep: { item: 'id' },
    },
    {
      says: 'makes a draft of a machine',
      request: 'POST /api/v2/items?projectId={project}',
      body: { ...fields, title: 'Other', source: 'mcp' },
      status: 201,
      gives: { status: 'draft' },
      keep: { other: 'id' },
    },
    {
      says: 'has a title of 200 characters',
      request: 'POST /api/v2/items',
      as: 'member',
      body: { ...fields, title: 'x'.repeat(201) },
      status: 400,
      gives: { details: [{ path: 'title' }] },
    },
    {
      says: 'has 5 tags',
      request: 'POST /api/v2/items',
      as: 'member',
      body: { ...fields, tags: ['a', 'b', 'c', 'd', 'e', 'f'] },
      status: 400,
    },
    { says: 'lists', request: 'GET /api/v2/items?status=draft', as: 'member', status: 200, gives: [{ id: '{other}' }] },
    { says: 'gets one', request: 'GET /api/v2/items/{item}', as: 'member', status: 200, gives: fields },
    {
      says: 'hides those of others',
      request: 'GET /api/v2/items/{hidden}',
      as: 'member',
      status: 404,
      gives: { error: 'Item not found' },
    },
    {
      says: 'knows no other',
      request: 'PATCH /api/v2/items/item_nope',
      body: {},
      status: 404,
      gives: { error: 'Item not found' },
    },
    {
      says: 'updates',
      request: 'PATCH /api/v2/items/{item}',
      body: { importance: 5 },
      status: 200,
      gives: { importance: 5 },
    },
    {
      says: 'approves',
      request: 'POST /api/v2/items/{other}/approve',
      body: { action: 'approve' },
      status: 200,
      gives: { status: 'approved' },
    },
    {
      says: 'merges',
      request: 'POST /api/v2/items/{item}/merge',
      body: { itemIds: ['{other}'] },
      status: 200,
      gives: { mergedFrom: ['{other}'] },
    },
    {
      says: 'supersedes',
      request: 'POST /api/v2/items/{item}/supersede',
      body: { item: { ...fields, title: 'New' } },
      status: 200,
      gives: { title: 'New' },
      keep: { next: 'id' },
    },
    { says: 'supersedes by one thing', request: 'POST /api/v2/items/{item}/supersede', body: {}, status: 400 },
    { says: 'deletes', request: 'DELETE /api/v2/items/{next}', status: 204 },
    { says: 'deletes once', request: 'DELETE /api/v2/items/{next}', status: 404 },
  ]);
});
