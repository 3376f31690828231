import assert from 'node:assert/strict';
import type { Brain } from '../../src/shared/brain';
import { ApiBench } from './support/apiBench';
import { check, isoTime, ulidOf, type World } from './support/check';

describe('brain and search', () => {
  const world: World = {};
  let bench: ApiBench;
  before(async () => {
    bench = await ApiBench.open();
    const { key: spine } = await bench.engine.createKey({ name: 'spine', kind: 'contextSpine' });
    const member = await bench.member('member');
    const other = await bench.engine.createProject({ name: 'Another' });
    Object.assign(world, { spine, member: member.key, project: bench.projectId, other: other.id });
    await bench.engine.createContext({ projectId: bench.projectId, name: 'Auth', content: 'JWT otters', tier: 1 });
    await bench.engine.createItem({ projectId: bench.projectId, title: 'Otter', type: 'bug', facts: 'It swims.' });
  });
  after(() => bench.close());
  const where = 'projectId={project}';

  check(() => bench, world, [
    {
      says: 'gives the document of a project',
      request: `GET /api/v2/brain?${where}`,
      status: 200,
      gives: {
        projectId: /^proj_/,
        contentHash: /^[0-9a-f]{64}$/,
        budget: 4_000,
        markdown: /^# My SaaS App\n[\s\S]*### Auth [\s\S]*JWT otters[\s\S]*\*\*Otter\*\*/,
        scan: null,
      },
    },
    {
      says: 'gives a member what they may read',
      request: 'GET /api/v2/brain?budget=300&drafts=true',
      as: 'member',
      status: 200,
      gives: { budget: 300 },
    },
    { says: 'needs a credential', request: `GET /api/v2/brain?${where}`, as: 'nobody', status: 401 },
    { says: 'is not for keys of the log', request: `GET /api/v2/brain?${where}`, as: 'spine', status: 403 },
    { says: 'hides other projects', request: 'GET /api/v2/brain?projectId={other}', as: 'member', status: 404 },
    { says: 'needs to know which project', request: 'GET /api/v2/brain', status: 400 },
    ...['budget=0', 'budget=x', 'budget=100001', 'drafts=maybe'].map((wrong) => ({
      says: `refuses ${wrong}`,
      request: `GET /api/v2/brain?${where}&${wrong}`,
      status: 400,
      gives: { error: 'Invalid parameters' },
    })),
    {
      says: 'finds what is there',
      request: `GET /api/v2/search?${where}&q=otter`,
      status: 200,
      gives: [
        { kind: 'item', id: ulidOf('item'), title: 'Otter', state: 'approved', at: isoTime },
        { kind: 'context', id: ulidOf('ctx'), snippet: /JWT otters/, highlights: [[4, 10]], state: 'approved' },
      ],
    },
    {
      says: 'finds some kinds only',
      request: `GET /api/v2/search?${where}&q=otter&kind=context,%20event`,
      status: 200,
      gives: [{ kind: 'context' }],
    },
    { says: 'finds nothing for no words', request: `GET /api/v2/search?${where}&q=%22%00`, status: 200, gives: [] },
    { says: 'hides other projects', request: 'GET /api/v2/search?projectId={other}&q=x', as: 'member', status: 404 },
    ...['', '&q=x&kind=cats', '&q=x&limit=0', '&q=x&limit=201', '&q=x&cursor=x', '&q=x&state=new'].map((wrong) => ({
      says: `refuses ${wrong === '' ? 'a search for nothing' : wrong}`,
      request: `GET /api/v2/search?${where}${wrong}`,
      status: 400,
    })),
  ]);

  it('answers 304 while the document is the one that the caller has', async () => {
    const read = (tag?: string) =>
      bench.send({
        method: 'GET',
        path: `/api/v2/brain?projectId=${bench.projectId}`,
        headers: { Authorization: `Bearer ${bench.key}`, ...(tag === undefined ? {} : { 'If-None-Match': tag }) },
      });
    const first = await read();
    const tag = first.headers.get('etag') ?? '';
    assert.equal(tag, `"${(first.body as Brain).contentHash}"`);
    for (const same of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const again = await read(same);
      assert.deepEqual([again.status, again.text, again.headers.get('etag')], [304, '', tag]);
    }
    assert.equal((await read('"x"')).status, 200);
    await bench.engine.createItem({ projectId: bench.projectId, title: 'New', type: 'bug', facts: 'f' });
    const changed = await read(tag);
    assert.equal(changed.status, 200);
    assert.match((changed.body as Brain).markdown, /\*\*New\*\*/);
  });

  it('pages through what is found by the Link header', async () => {
    for (let index = 0; index < 3; index++)
      await bench.engine.createItem({ projectId: bench.projectId, title: `Newt ${index}`, type: 'bug', facts: 'f' });
    const found: unknown[] = [];
    let path: string | undefined = `/api/v2/search?projectId=${bench.projectId}&q=newt&limit=2`;
    while (path !== undefined) {
      const answer = await bench.call('GET', path);
      found.push(...(answer.body as { title: string }[]).map(({ title }) => title));
      const [, next] = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '') ?? [];
      path = next?.slice(bench.server.url.length);
    }
    assert.deepEqual(found.sort(), ['Newt 0', 'Newt 1', 'Newt 2']);
  });
});
