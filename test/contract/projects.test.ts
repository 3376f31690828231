import { ApiBench } from './support/apiBench';
import { check, isoTime, ulidOf, type World } from './support/check';

describe('the page of projects', () => {
  const world: World = {};
  let bench: ApiBench;
  before(async () => {
    bench = await ApiBench.open();
    const other = await bench.engine.createProject({ name: 'Another' });
    const [admin, member] = [await bench.member('admin'), await bench.member('member')];
    Object.assign(world, {
      project: bench.projectId,
      other: other.id,
      admin: admin.key,
      member: member.key,
      memberId: member.userId,
      adminId: admin.userId,
    });
  });
  after(() => bench.close());

  const sample = { name: 'My Project', visibility: 'private' };
  check(() => bench, world, [
    {
      says: 'lists the projects of the caller',
      request: 'GET /api/projects',
      status: 200,
      gives: [
        {
          id: '{project}',
          name: 'My SaaS App',
          description: '',
          visibility: 'private',
          status: 'active',
          aiTier: null,
          repoUrl: null,
          githubUsername: null,
          repoAuthMethod: null,
          hasGithubToken: false,
          deepEnrichEnabled: false,
          createdAt: isoTime,
          updatedAt: isoTime,
        },
        { name: 'Another' },
      ],
    },
    {
      says: 'lists for a member what it may see',
      request: 'GET /api/projects',
      as: 'member',
      status: 200,
      gives: [{ id: '{project}' }],
    },
    { says: 'pages', request: 'GET /api/projects?limit=1', status: 200, gives: [{ id: '{project}' }] },
    {
      says: 'goes on after a cursor',
      request: 'GET /api/projects?limit=1&cursor={project}',
      status: 200,
      gives: [{ id: '{other}' }],
    },
    {
      says: 'knows no other cursor',
      request: 'GET /api/projects?cursor=zzz',
      status: 400,
      gives: { error: 'Invalid parameters' },
    },
    {
      says: 'takes a limit to 200',
      request: 'GET /api/projects?limit=201',
      status: 400,
      gives: { details: [{ path: 'limit' }] },
    },
    {
      says: 'needs a key',
      request: 'GET /api/projects',
      as: 'nobody',
      status: 401,
      gives: { error: 'Invalid or missing API key' },
    },
    {
      says: 'creates, as the page shows',
      request: 'POST /api/projects',
      body: sample,
      status: 201,
      gives: { id: ulidOf('proj'), ...sample, status: 'active', createdAt: isoTime },
      keep: { made: 'id' },
    },
    {
      says: 'needs a name',
      request: 'POST /api/projects',
      body: {},
      status: 400,
      gives: { error: 'Invalid request body', details: [{ path: 'name' }] },
    },
    {
      says: 'takes no other visibility',
      request: 'POST /api/projects',
      body: { name: 'a', visibility: 'secret' },
      status: 400,
      gives: { details: [{ path: 'visibility' }] },
    },
    {
      says: 'ignores what it does not know',
      request: 'POST /api/projects',
      body: { name: 'More', actorId: 'user_x', colour: 1 },
      status: 201,
      gives: { memberCount: 1 },
    },
    {
      says: 'takes no relative folder',
      request: 'PATCH /api/projects/{made}',
      body: { localPath: 'src' },
      status: 400,
      gives: { details: [{ path: 'localPath' }] },
    },
    {
      says: 'gets one',
      request: 'GET /api/projects/{project}',
      status: 200,
      gives: { id: '{project}', memberCount: 3 },
    },
    {
      says: 'knows no other',
      request: 'GET /api/projects/proj_nope',
      status: 404,
      gives: { error: 'Project not found' },
    },
    {
      says: 'hides what is not for the caller',
      request: 'GET /api/projects/{other}',
      as: 'member',
      status: 404,
      gives: { error: 'Project not found' },
    },
    {
      says: 'hides it from writers, too, whatever they send',
      request: 'PATCH /api/projects/{other}',
      as: 'member',
      body: { name: 7 },
      status: 404,
      gives: { error: 'Project not found' },
    },
    {
      says: 'hides what objects inherit',
      request: 'GET /api/projects/constructor',
      status: 404,
      gives: { error: 'Project not found' },
    },
    {
      says: 'updates, as the page shows',
      request: 'PATCH /api/projects/{made}',
      body: { name: 'Updated Name', visibility: 'public' },
      status: 200,
      gives: { id: '{made}', name: 'Updated Name', visibility: 'public' },
    },
    {
      says: 'keeps a token and never shows it',
      request: 'PATCH /api/projects/{made}',
      body: {
        githubToken: 'ghp_000000000000000000000000000000000000',
        repoUrl: 'https://github.com/org/my-saas-app',
        aiTier: 'medium',
        deepEnrichEnabled: true,
      },
      status: 200,
      gives: {
        hasGithubToken: true,
        repoUrl: 'https://github.com/org/my-saas-app',
        aiTier: 'medium',
        deepEnrichEnabled: true,
      },
    },
    {
      says: 'disconnects from GitHub',
      request: 'PATCH /api/projects/{made}',
      body: { disconnectGithub: true },
      status: 200,
      gives: { hasGithubToken: false, repoUrl: null, githubUsername: null, repoAuthMethod: null },
    },
    { says: 'takes true only', request: 'PATCH /api/projects/{made}', body: { disconnectGithub: false }, status: 400 },
    {
      says: 'takes repositories of GitHub only',
      request: 'PATCH /api/projects/{made}',
      body: { repoUrl: 'https://gitlab.com/a/b' },
      status: 400,
      gives: { details: [{ path: 'repoUrl' }] },
    },
    {
      says: 'lets no member change it',
      request: 'PATCH /api/projects/{project}',
      as: 'member',
      body: { name: 'Mine' },
      status: 403,
      gives: { error: 'Insufficient permissions' },
    },
    {
      says: 'lets an admin change it',
      request: 'PATCH /api/projects/{project}',
      as: 'admin',
      body: { description: 'Main product repository' },
      status: 200,
      gives: { description: 'Main product repository' },
    },
    {
      says: 'archives',
      request: 'PATCH /api/projects/{made}',
      body: { status: 'archived' },
      status: 200,
      gives: { status: 'archived' },
    },
    {
      says: 'writes nothing to an archived one',
      request: 'POST /api/contexts',
      body: { projectId: '{made}', name: 'a' },
      status: 409,
    },
    {
      says: 'lists members',
      request: 'GET /api/projects/{project}/members',
      status: 200,
      gives: [{ role: 'owner', joinedAt: isoTime }, { role: 'admin' }, { role: 'member', userId: '{memberId}' }],
    },
    {
      says: 'adds a member',
      request: 'POST /api/projects/{project}/members',
      body: { email: 'jane@example.com' },
      status: 201,
      gives: { userId: ulidOf('user'), email: 'jane@example.com', role: 'member', joinedAt: isoTime },
      keep: { jane: 'userId' },
    },
    {
      says: 'adds nobody twice',
      request: 'POST /api/projects/{project}/members',
      body: { email: 'jane@example.com' },
      status: 409,
    },
    {
      says: 'adds no second owner',
      request: 'POST /api/projects/{project}/members',
      body: { email: 'a@example.com', role: 'owner' },
      status: 400,
    },
    {
      says: 'takes addresses only',
      request: 'POST /api/projects/{project}/members',
      body: { email: 'jane' },
      status: 400,
      gives: { details: [{ path: 'email' }] },
    },
    {
      says: 'lets no member add',
      request: 'POST /api/projects/{project}/members',
      as: 'member',
      body: { email: 'b@example.com' },
      status: 403,
    },
    {
      says: 'lets no member remove another',
      request: 'DELETE /api/projects/{project}/members',
      as: 'member',
      body: { userId: '{jane}' },
      status: 403,
    },
    {
      says: 'removes a member',
      request: 'DELETE /api/projects/{project}/members',
      as: 'admin',
      body: { userId: '{jane}' },
      status: 204,
    },
    {
      says: 'removes nobody twice',
      request: 'DELETE /api/projects/{project}/members',
      body: { userId: '{jane}' },
      status: 404,
    },
    {
      says: 'lets a member leave',
      request: 'DELETE /api/projects/{project}/members',
      as: 'member',
      body: { userId: '{memberId}' },
      status: 204,
    },
    { says: 'knows nobody who is in no project', request: 'GET /api/projects/{project}', as: 'member', status: 401 },
    {
      says: 'gives the secret to an admin',
      request: 'GET /api/projects/{project}/hmac-secret',
      as: 'admin',
      status: 200,
      gives: { secret: /^hmac_secret_[\w-]{43}$/ },
      keep: { secret: 'secret' },
    },
    {
      says: 'gives the same one again',
      request: 'GET /api/projects/{project}/hmac-secret',
      status: 200,
      gives: { secret: '{secret}' },
    },
    {
      says: 'rotates it',
      request: 'POST /api/projects/{project}/hmac-secret/rotate',
      status: 200,
      gives: { secret: /^hmac_secret_/, previousValidUntil: isoTime },
    },
    { says: 'lets no admin delete', request: 'DELETE /api/projects/{project}', as: 'admin', status: 403 },
    { says: 'deletes', request: 'DELETE /api/projects/{project}', status: 204 },
    { says: 'deletes nothing twice', request: 'DELETE /api/projects/{project}', status: 404 },
  ]);
});

describe('keys', () => {
  const world: World = {};
  let bench: ApiBench;
  before(async () => {
    bench = await ApiBench.open();
    const member = await bench.member('member');
    Object.assign(world, { project: bench.projectId, member: member.key, memberId: member.userId });
  });
  after(() => bench.close());

  check(() => bench, world, [
    {
      says: 'lists without the keys themselves',
      request: 'GET /api/keys',
      status: 200,
      gives: [
        { id: ulidOf('key'), name: 'tests', prefix: /^contox_sk_/, lastUsed: isoTime, createdAt: isoTime },
        { name: 'member' },
      ],
    },
    {
      says: 'makes one',
      request: 'POST /api/keys',
      body: { name: 'CI' },
      status: 201,
      gives: { name: 'CI', key: /^contox_sk_[\w-]{43}$/, createdAt: isoTime },
      keep: { ci: 'key', ciId: 'id' },
    },
    {
      says: 'makes one for Context Spine',
      request: 'POST /api/keys',
      body: { name: 'Spine', kind: 'contextSpine' },
      status: 201,
      gives: { key: /^sk_live_[\w-]{43}$/ },
      keep: { spine: 'key' },
    },
    { says: 'is good at once', request: 'GET /api/projects', as: 'ci', status: 200, gives: [{ id: '{project}' }] },
    { says: 'reads the log with a key of Context Spine', request: 'GET /v1/entities', as: 'spine', status: 200 },
    { says: 'does nothing else with it', request: 'GET /api/projects', as: 'spine', status: 403 },
    {
      says: 'makes one for a member',
      request: 'POST /api/keys',
      body: { name: 'For them', userId: '{memberId}' },
      status: 201,
    },
    {
      says: 'lets no member make one for others',
      request: 'POST /api/keys',
      as: 'member',
      body: { name: 'Up', userId: 'user_nobody' },
      status: 404,
    },
    {
      says: 'shows a member their own',
      request: 'GET /api/keys',
      as: 'member',
      status: 200,
      gives: [{ name: 'member' }, { name: 'For them' }],
    },
    {
      says: 'lets no member delete that of another',
      request: 'DELETE /api/keys',
      as: 'member',
      body: { keyId: '{ciId}' },
      status: 404,
    },
    { says: 'deletes', request: 'DELETE /api/keys', body: { keyId: '{ciId}' }, status: 204 },
    { says: 'refuses it from then on', request: 'GET /api/projects', as: 'ci', status: 401 },
    { says: 'deletes nothing twice', request: 'DELETE /api/keys', body: { keyId: '{ciId}' }, status: 404 },
    { says: 'needs a name', request: 'POST /api/keys', body: { name: ' ' }, status: 400 },
  ]);
});
