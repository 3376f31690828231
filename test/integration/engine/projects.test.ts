import assert from 'node:assert/strict';
import type { Engine } from '../../../src/engine/engine';
import type { Project, UpdateProject } from '../../../src/shared/project';
import { check, closeTestEngine, eventTypes, openTestEngine, rejects, type TestEngine } from './testEngine';

const create = (engine: Engine, name = 'Shop'): Promise<Project> => engine.createProject({ name });
const update =
  (change: Omit<UpdateProject, 'projectId'>, ...before: Omit<UpdateProject, 'projectId'>[]) =>
  async ({ engine }: TestEngine): Promise<Project> => {
    const { id: projectId } = await create(engine);
    for (const earlier of before) await engine.updateProject({ projectId, ...earlier });
    return engine.updateProject({ projectId, ...change });
  };
const github = 'https://github.com/acme/shop';

describe('projects', () => {
  check([
    {
      says: 'a new one has the defaults of the API',
      call: ({ engine }) => engine.createProject({ name: '  Shop \n' }),
      gives: {
        name: 'Shop',
        description: '',
        visibility: 'private',
        status: 'active',
        aiTier: null,
        repoUrl: null,
        githubUsername: null,
        repoAuthMethod: null,
        hasGithubToken: false,
        deepEnrichEnabled: false,
        memberCount: 1,
        localPath: null,
      },
    },
    {
      says: 'takes what is given',
      call: ({ engine }) =>
        engine.createProject({ name: 'A', description: 'd', visibility: 'public', localPath: '/no/such' }),
      gives: { name: 'A', description: 'd', visibility: 'public', localPath: '/no/such' },
    },
    {
      says: 'a name is needed',
      call: ({ engine }) => engine.createProject({ name: ' ' }),
      fails: { code: 'invalid', path: 'name' },
    },
    {
      says: 'a name has at most 100 characters',
      call: ({ engine }) => engine.createProject({ name: 'x'.repeat(101) }),
      fails: { code: 'invalid', path: 'name' },
    },
    {
      says: 'a folder is named absolutely',
      call: ({ engine }) => engine.createProject({ name: 'A', localPath: 'code/a' }),
      fails: { code: 'invalid', path: 'localPath' },
    },
    {
      says: 'another visibility is refused',
      call: ({ engine }) => engine.createProject({ name: 'A', visibility: 'secret' as 'public' }),
      fails: { code: 'invalid', path: 'visibility' },
    },
    {
      says: 'are listed in the order in which they were made',
      call: async ({ engine }) => {
        for (const name of ['B', 'A', 'C']) await create(engine, name);
        return (await engine.listProjects({})).map((project) => project.name);
      },
      gives: ['B', 'A', 'C'],
    },
    {
      says: 'one that is not there',
      call: ({ engine }) => engine.getProject({ projectId: 'proj_none' }),
      fails: { code: 'notFound', message: /^Project not found$/ },
    },
    { says: 'can be renamed', call: update({ name: 'New' }), gives: { name: 'New', visibility: 'private' } },
    { says: 'nothing to change changes nothing', call: update({}), gives: { name: 'Shop' } },
    { says: 'aiTier', call: update({ aiTier: 'small' }), gives: { aiTier: 'small' } },
    {
      says: 'aiTier back to the default',
      call: update({ aiTier: null }, { aiTier: 'small' }),
      gives: { aiTier: null },
    },
    { says: 'deepEnrichEnabled', call: update({ deepEnrichEnabled: true }), gives: { deepEnrichEnabled: true } },
    { says: 'repoUrl', call: update({ repoUrl: github }), gives: { repoUrl: github } },
    { says: 'no repoUrl', call: update({ repoUrl: null }, { repoUrl: github }), gives: { repoUrl: null } },
    { says: 'localPath', call: update({ localPath: '/no/such' }), gives: { localPath: '/no/such' } },
    { says: 'no localPath', call: update({ localPath: null }, { localPath: '/no/such' }), gives: { localPath: null } },
    ...['http://github.com/a/b', 'https://github.com/a', 'https://gitlab.com/a/b', `${github}/tree`, `${github}?x`].map(
      (repoUrl) => ({
        says: `${repoUrl} is no repository of GitHub`,
        call: update({ repoUrl }),
        fails: { code: 'invalid', path: 'repoUrl' } as const,
      }),
    ),
    {
      says: 'an archived one is read-only',
      call: update({ name: 'New' }, { status: 'archived' }),
      fails: { code: 'conflict', message: /archived/ },
    },
    {
      says: 'an archived one can be made active, with more changes in the same call',
      call: update({ status: 'active', name: 'New' }, { status: 'archived' }),
      gives: { status: 'active', name: 'New' },
    },
    {
      says: 'an archived one takes no context',
      call: async (test) => {
        await update({ status: 'archived' })(test);
        return test.engine.createContext({ name: 'A' });
      },
      fails: { code: 'conflict' },
    },
    {
      says: 'an archived one can be deleted',
      call: async (test) => {
        const { id: projectId } = await update({ status: 'archived' })(test);
        return test.engine.deleteProject({ projectId });
      },
      gives: null,
    },
    {
      says: 'disconnecting from GitHub with a new address in the same call is refused',
      call: update({ disconnectGithub: true, repoUrl: github }),
      fails: { code: 'invalid', path: 'disconnectGithub' },
    },
    {
      says: 'disconnecting clears the repository',
      call: update({ disconnectGithub: true }, { repoUrl: github }),
      gives: { repoUrl: null, githubUsername: null, repoAuthMethod: null, hasGithubToken: false },
    },
    {
      says: 'without a place for keys no token is taken',
      call: update({ githubToken: 'ghp_x' }),
      fails: { code: 'unsupported' },
    },
  ]);
});

describe('deleting a project', () => {
  /** Every table that has rows, with their number. */
  const rowCounts = ({ db }: TestEngine): Record<string, number> => {
    const tables = db.all<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    );
    const counted = tables.map(({ name }) => [
      name,
      db.get<{ n: number }>(`SELECT count(*) AS n FROM ${name}`)?.n ?? 0,
    ]);
    return Object.fromEntries(counted.filter(([, n]) => n !== 0)) as Record<string, number>;
  };

  it('removes every row of it and leaves the others alone', async () => {
    const test = await openTestEngine();
    const { engine, db } = test;
    const kept = await create(engine, 'Kept');
    await fill(engine, kept.id);
    const before = rowCounts(test);
    const { id: projectId } = await create(engine, 'Gone');
    await fill(engine, projectId);
    await engine.createContext({ projectId, name: 'Remembered answer' }, { requestId: 'r1' });
    assert.equal(await engine.deleteProject({ projectId }), null);
    // What stays is the event in the log of the workspace, with the one entity that it names, and the request's id.
    assert.deepEqual(rowCounts(test), {
      ...before,
      events: (before['events'] ?? 0) + 1,
      entities: (before['entities'] ?? 0) + 1,
      event_entities: (before['event_entities'] ?? 0) + 1,
      requests: 1,
    });
    assert.deepEqual(db.get('SELECT project_id, result FROM requests'), { project_id: null, result: null });
    await rejects(engine.getProject({ projectId }), 'notFound');
    await rejects(engine.createContext({ projectId, name: 'Remembered answer' }, { requestId: 'r1' }), 'notFound');
    assert.deepEqual(await engine.verifyEvents({ projectId: kept.id }), {
      projectId: kept.id,
      events: (await eventTypes(engine, kept.id)).length,
      ok: true,
    });
    closeTestEngine(test);
  });

  async function fill(engine: Engine, projectId: string): Promise<void> {
    await engine.addMember({ projectId, email: `${projectId}@example.org` });
    const a = await engine.createContext({ projectId, name: 'A', schemaKey: 'root/a', content: 'x' });
    await engine.createContext({ projectId, name: 'B', schemaKey: 'root/a/b' });
    await engine.addEntry({ contextId: a.id, title: 'T', content: 'C' });
    await engine.addLink({ projectId, fromSchemaKey: 'root/a', toSchemaKey: 'root/a/b', linkType: 'see-also' });
  }
});

describe('members', () => {
  const add = async ({ engine }: TestEngine, email: string, role?: 'admin'): Promise<unknown> => {
    const { id: projectId } = (await engine.listProjects({}))[0] ?? (await create(engine));
    return engine.addMember({ projectId, email, ...(role ? { role } : {}) });
  };
  check([
    {
      says: 'whoever makes a project owns it',
      call: async ({ engine }) => engine.listMembers({ projectId: (await create(engine)).id }),
      gives: [{ name: 'Owner', role: 'owner' }],
    },
    {
      says: 'a new one is a member, named after the address',
      call: (test) => add(test, 'jane.doe@example.org'),
      gives: { name: 'jane.doe', email: 'jane.doe@example.org', role: 'member' },
    },
    { says: 'or an admin', call: (test) => add(test, 'jane@example.org', 'admin'), gives: { role: 'admin' } },
    {
      says: 'never a second owner',
      call: (test) => add(test, 'jane@example.org', 'owner' as 'admin'),
      fails: { code: 'invalid', path: 'role' },
    },
    { says: 'an address is needed', call: (test) => add(test, 'jane'), fails: { code: 'invalid', path: 'email' } },
    {
      says: 'the same address again, whatever its case',
      call: async (test) => {
        await add(test, 'jane@example.org');
        return add(test, 'Jane@Example.org');
      },
      fails: { code: 'conflict' },
    },
    {
      says: 'one user can be in two projects',
      call: async ({ engine }) => {
        const [a, b] = [await create(engine, 'A'), await create(engine, 'B')];
        const first = await engine.addMember({ projectId: a.id, email: 'jane@example.org', name: 'Jane' });
        const second = await engine.addMember({ projectId: b.id, email: 'jane@example.org', name: 'Other' });
        return { same: first.userId === second.userId, name: second.name };
      },
      gives: { same: true, name: 'Jane' },
    },
    {
      says: 'the owner stays',
      call: async ({ engine }) => {
        const { id: projectId } = await create(engine);
        const [owner] = await engine.listMembers({ projectId });
        return engine.removeMember({ projectId, userId: owner?.userId ?? '' });
      },
      fails: { code: 'invalid', message: /owner/ },
    },
    {
      says: 'a member can be removed',
      call: async ({ engine }) => {
        const { id: projectId } = await create(engine);
        const { userId } = await engine.addMember({ projectId, email: 'jane@example.org' });
        const removed = await engine.removeMember({ projectId, userId });
        return { removed, count: (await engine.getProject({ projectId })).memberCount };
      },
      gives: { removed: null, count: 1 },
    },
    {
      says: 'who is no member can not be removed',
      call: async ({ engine }) => engine.removeMember({ projectId: (await create(engine)).id, userId: 'user_none' }),
      fails: { code: 'notFound', message: /Member not found/ },
    },
  ]);

  it('an address is not written into the log', async () => {
    const test = await openTestEngine();
    await add(test, 'jane@example.org');
    const [project] = await test.engine.listProjects({});
    const { items } = await test.engine.listEvents({ projectId: project?.id ?? '' });
    assert.ok(items.some((event) => event.event_type === 'member.added'));
    assert.ok(!JSON.stringify(items).includes('jane'));
    closeTestEngine(test);
  });
});

describe('the token for GitHub', () => {
  const token = 'ghp_0123456789abcdefTOKEN';
  const keys = new Map<string, string>();
  const secrets = {
    get: (name: string) => Promise.resolve(keys.get(name)),
    set: (name: string, value: string) => Promise.resolve(void keys.set(name, value)),
  };

  it('is kept encrypted, said to be there, and in no answer, event, log line or remembered call', async () => {
    const test = await openTestEngine({ secrets });
    const { engine, db, parts } = test;
    const { id: projectId } = await create(engine);
    const updated = await engine.updateProject({ projectId, githubToken: token, repoUrl: github }, { requestId: 'r1' });
    assert.deepEqual([updated.hasGithubToken, updated.repoAuthMethod], [true, 'pat']);
    assert.equal(await parts.projects.openGithubToken(projectId), token);

    const everything: unknown[] = [
      updated,
      await engine.listProjects({}),
      await engine.listEvents({ projectId }),
      test.logged,
    ];
    for (const { name } of db.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'"))
      everything.push(db.all(`SELECT * FROM ${name}`));
    assert.ok(!JSON.stringify(everything).includes('TOKEN'));
    closeTestEngine(test);
  });

  it('opens in its own project only', async () => {
    const test = await openTestEngine({ secrets });
    const { engine, db, parts } = test;
    const [a, b] = [await create(engine, 'A'), await create(engine, 'B')];
    await engine.updateProject({ projectId: a.id, githubToken: token });
    db.run('UPDATE project_secrets SET project_id = ?', [b.id]);
    assert.equal(await parts.projects.openGithubToken(b.id), undefined);
    assert.equal(await parts.projects.openGithubToken(a.id), undefined);
    closeTestEngine(test);
  });

  it('is gone after disconnecting, with the rest about GitHub', async () => {
    const test = await openTestEngine({ secrets });
    const { id: projectId } = await create(test.engine);
    await test.engine.updateProject({ projectId, githubToken: token, repoUrl: github });
    const after = await test.engine.updateProject({ projectId, disconnectGithub: true });
    assert.deepEqual([after.hasGithubToken, after.repoUrl, after.repoAuthMethod], [false, null, null]);
    assert.equal(await test.parts.projects.openGithubToken(projectId), undefined);
    closeTestEngine(test);
  });

  it('is not encrypted for a project that is not there', async () => {
    const test = await openTestEngine({ secrets });
    await rejects(test.engine.updateProject({ projectId: 'proj_none', githubToken: token }), 'notFound');
    closeTestEngine(test);
  });
});
