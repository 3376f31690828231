import assert from 'node:assert/strict';
import { countTokens } from '../../../src/engine/countTokens';
import { packJson } from '../../../src/engine/genesis/scans/blobs';
import { FindingStore } from '../../../src/engine/genesis/scans/findingStore';
import { noOverview, ResultStore } from '../../../src/engine/genesis/scans/resultStore';
import type { Brain } from '../../../src/shared/brain';
import type { ScanStatus } from '../../../src/shared/genesis';
import { emptyInventory } from '../../../src/shared/inventory';
import { closeTestEngine, openTestEngine, type TestEngine } from './testEngine';

const evidence = [{ path: 'package.json', startLine: 3, endLine: 3 }];

describe('the brain', () => {
  let test: TestEngine;
  let projectId: string;
  beforeEach(async () => {
    test = await openTestEngine();
    projectId = (await test.engine.createProject({ name: 'Shop', description: 'Sells things.' })).id;
  });
  afterEach(() => closeTestEngine(test));

  const read = (more: object = {}): Promise<Brain> => test.engine.getBrain({ projectId, ...more });
  const titlesOf = (brain: Brain): string[] =>
    brain.sections.flatMap(({ entries }) => entries.map(({ title }) => title));

  /** What a scan leaves, with the event that says so. */
  function scanned(): void {
    const status: ScanStatus = {
      id: 'scan_1',
      phase: 'complete',
      progress: 1,
      filesTotal: 1,
      filesProcessed: 1,
      chunksTotal: 1,
      chunksProcessed: 1,
      findingsCount: 1,
      techStack: [],
      error: null,
      startedAt: '2026-01-01T00:00:00.000Z',
      completedAt: '2026-01-01T00:00:01.000Z',
      projectId,
      branch: 'main',
      commit: 'abcdef0123456789',
      selective: false,
      phaseMs: {},
      filesRead: 1,
    };
    const inventory = {
      ...emptyInventory(),
      routes: [{ method: 'GET', path: '/a', file: 'a.ts', line: 1, framework: 'Express' }],
      commands: [
        { name: 'deploy', run: 'x', file: 'tools/deep/package.json', line: 1, kind: 'script' as const },
        { name: 'test', run: 'mocha', file: 'package.json', line: 7, kind: 'script' as const },
        { name: 'CI / publish', run: 'npm publish', file: '.github/workflows/ci.yml', line: 4, kind: 'job' as const },
      ],
    };
    const draft = { layer: 'conventions', rule: 'conventions/x', tags: [], evidence, confidence: 1 } as const;
    new FindingStore(test.db).add(
      { id: 'scan_1', projectId },
      [{ ...draft, title: 'Indents with two spaces', content: '14 of 14 files', importance: 2, key: 'x' } as never],
      1,
    );
    new ResultStore(test.db).put({
      projectId,
      findingsOf: 'scan_1',
      status,
      digest: 'd',
      techStack: [{ name: 'Express', version: '4.18.2', category: 'framework', evidence }],
      overview: noOverview,
      inventory: packJson(inventory),
    });
    test.parts.events.append({ projectId, type: 'scan.completed', source: 'genesis' });
  }

  it('tells contexts, items, what a scan found and sessions, with ids and places', async () => {
    const { engine } = test;
    scanned();
    const always = await engine.createContext({ name: 'Rules', content: '# Head\nNever block.', tier: 1, projectId });
    const later = await engine.createContext({ name: 'Auth', description: 'JWT', content: 'Long text', projectId });
    const item = await engine.createItem({
      title: 'Keep WAL',
      type: 'decision',
      facts: 'It is safe.',
      evidence: [{ path: 'src/db.ts', startLine: 3, endLine: 5 }],
      projectId,
    });
    const { sessionId } = await engine.ingest({
      projectId,
      event: 'session_save',
      payload: { summary: 'Added carts', changes: [] },
    });
    const brain = await read();
    for (const part of [
      '# Shop\n\nSells things.',
      'at abcdef012345 [scan_1]',
      '- framework: Express 4.18.2',
      '- test: `mocha` (package.json:7)',
      '- 1 HTTP route\n',
      'Indents with two spaces',
      `### Rules \`${always.schemaKey}\` [${always.id}]\n\n#### Head\nNever block.`,
      `[${item.id}]: It is safe. (\`src/db.ts:3-5\`)`,
      `**Auth** \`${later.schemaKey}\` [${later.id}]: JWT`,
      `[${sessionId}]: Added carts`,
    ])
      assert.ok(brain.markdown.includes(part), `${part}\n\n${brain.markdown}`);
    assert.ok(brain.markdown.indexOf('- test:') < brain.markdown.indexOf('- deploy:'));
    assert.doesNotMatch(brain.markdown, /npm publish/);
    assert.equal(brain.tokens, countTokens(brain.markdown));
    assert.deepEqual(brain.omitted, { contexts: 0, items: 0, findings: 0, sessions: 0 });
    const decision = brain.sections.flatMap(({ entries }) => entries).find(({ id }) => id === item.id);
    assert.deepEqual(decision?.sources, [{ path: 'src/db.ts', startLine: 3, endLine: 5 }]);
  });

  it('leaves out drafts unless they are asked for, and deprecated things always', async () => {
    const { engine } = test;
    await engine.createContext({ name: 'Draft', content: 'x', source: 'mcp', projectId });
    await engine.createItem({ title: 'Proposed', type: 'bug', facts: 'x', source: 'mcp', projectId });
    const old = await engine.createContext({ name: 'Old', content: 'x', projectId });
    await engine.approveContext({ contextId: old.id, action: 'deprecate' });
    assert.deepEqual(titlesOf(await read()), []);
    const withDrafts = await read({ drafts: true });
    assert.deepEqual(titlesOf(withDrafts).sort(), ['Draft', 'Proposed']);
    assert.match(withDrafts.markdown, /\*\*Draft\*\* \(draft\)/);
  });

  it('keeps within every budget, and gives more for a larger one', async () => {
    const { engine } = test;
    for (let index = 0; index < 30; index++) {
      await engine.createContext({ name: `C${index}`, content: `word ${index} `.repeat(60), tier: 1, projectId });
      await engine.createItem({
        title: `I${index}`,
        type: 'bug',
        facts: 'long '.repeat(80),
        importance: 1 + (index % 5),
        projectId,
      });
    }
    let before = 0;
    for (const budget of [200, 500, 1_000, 4_000, 20_000]) {
      const brain = await read({ budget });
      assert.ok(brain.tokens <= budget, `${brain.tokens} of ${budget}`);
      assert.equal(brain.tokens, countTokens(brain.markdown));
      assert.ok(titlesOf(brain).length >= before);
      before = titlesOf(brain).length;
      const { contexts, items } = brain.omitted;
      assert.equal(titlesOf(brain).length + contexts + items, 60);
    }
    assert.equal(before, 60);
    assert.match((await read({ budget: 1_000 })).markdown, /importance 5/);
  });

  it('is the same document while nothing changes, and another one after each change', async () => {
    const { engine } = test;
    const hashes = [await read(), await read()].map(({ contentHash }) => contentHash);
    assert.equal(hashes[0], hashes[1]);
    const context = await engine.createContext({ name: 'A', content: 'x', tier: 1, projectId });
    const changes: (() => Promise<unknown>)[] = [
      () => engine.updateContext({ contextId: context.id, content: 'y' }),
      () => engine.addEntry({ contextId: context.id, title: 'Note', content: 'Of today' }),
      () => engine.createItem({ title: 'I', type: 'bug', facts: 'f', projectId }),
      () => engine.ingest({ projectId, event: 'session_save', payload: { summary: 'S', changes: [] } }),
      async () => {
        const [session] = (await engine.listSessions({ projectId })).items;
        await engine.updateSession({ sessionId: session?.id ?? '', summary: 'Another' });
      },
      () => engine.updateProject({ projectId, description: 'New' }),
      async () => scanned(),
      () => engine.approveContext({ contextId: context.id, action: 'deprecate' }),
    ];
    for (const [index, change] of changes.entries()) {
      const before = (await read()).contentHash;
      await change();
      assert.notEqual((await read()).contentHash, before, `change ${index}`);
    }
  });
});
