import assert from 'node:assert/strict';
import { Emitter } from '../../../src/base/emitter';
import { EngineError } from '../../../src/base/engineError';
import { silentLogger } from '../../../src/base/logger';
import type { EngineChange } from '../../../src/engine/engine';
import type { ScanStatus } from '../../../src/shared/genesis';
import type { HostMessage } from '../../../src/shared/panelMessages';
import type { Project } from '../../../src/shared/project';
import { PanelFeed, type PanelFeedHost } from '../../../src/shell/panel/panelFeed';
import { manyFindings } from '../../ui/panel/fixtures/manyFindings';
import { doneStatus, resultsOf, runningStatus } from '../../ui/panel/fixtures/scans';
import { shopInventory } from '../../ui/panel/fixtures/shopInventory';

const project: Project = {
  id: 'proj_shop',
  name: 'harbor-market',
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
  localPath: '/code/harbor-market',
  createdAt: doneStatus.startedAt,
  updatedAt: doneStatus.startedAt,
};

/** An engine with one scan, and everything the feed posts to the panel. */
function feedOf(first: ScanStatus | null, findings = manyFindings(3)) {
  const changes = new Emitter<EngineChange>();
  const posted: HostMessage[] = [];
  const state = { status: first, results: 0, inventories: 0, broken: null as Error | null };
  const engine: PanelFeedHost['engine'] = {
    getProject: async () => {
      if (state.broken) throw state.broken;
      return project;
    },
    getScanStatus: async () => state.status,
    getScanResults: async () => {
      state.results++;
      return resultsOf(findings, state.status ?? doneStatus);
    },
    getScanInventory: async () => {
      state.inventories++;
      return shopInventory;
    },
    onDidChange: changes.event,
  };
  const feed = new PanelFeed({
    engine,
    projectId: project.id,
    logger: silentLogger,
    // No pauses: every request runs in the next turn.
    timers: {
      now: () => 0,
      after(_delayMs, work) {
        setImmediate(work);
        return () => undefined;
      },
    },
    post: (message) => posted.push(message),
    isTrusted: () => true,
    scanDefaults: () => ({ maxFiles: 5000, securityAudit: true }),
    freshness: async () => ({ commitsBehind: 2 }),
  });
  const scan = (status: ScanStatus): void => {
    state.status = status;
    changes.fire({ kind: 'scan', projectId: project.id, status });
  };
  return { feed, posted, state, changes, scan, types: () => posted.map(({ type }) => type).join(' ') };
}

async function quiet(): Promise<void> {
  for (let turns = 0; turns < 40; turns++) await new Promise((resolve) => setImmediate(resolve));
}

const inventoryParts = Object.keys(shopInventory)
  .map(() => 'inventory')
  .join(' ');

describe('panel feed', () => {
  it('says nothing before the page is ready', async () => {
    const { changes, posted } = feedOf(doneStatus);
    changes.fire({ kind: 'projects' });
    await quiet();
    assert.deepEqual(posted, []);
  });

  it('sends snapshot, results, findings and inventory', async () => {
    const { feed, types } = feedOf(doneStatus);
    feed.restart();
    await quiet();
    assert.equal(types(), `snapshot results findings ${inventoryParts}`);
  });

  it('sends a snapshot alone where nothing was ever scanned', async () => {
    const { feed, posted } = feedOf(null);
    feed.restart();
    await quiet();
    assert.equal(posted.length, 1);
    assert.ok(posted[0]?.type === 'snapshot' && posted[0].snapshot.status === null);
  });

  it('cuts long lists into slices', async () => {
    const { feed, posted } = feedOf(doneStatus, manyFindings(2500));
    feed.restart();
    await quiet();
    const slices = posted.filter((message) => message.type === 'findings');
    assert.deepEqual(
      slices.map(({ start, rows }) => [start, rows.length]),
      [
        [0, 1000],
        [1000, 1000],
        [2000, 500],
      ],
    );
  });

  it('fetches results again only when there can be new ones', async () => {
    const { feed, state, scan } = feedOf(runningStatus);
    feed.restart();
    await quiet();
    assert.deepEqual([state.results, state.inventories], [1, 1]);
    scan({ ...runningStatus, chunksProcessed: 28 });
    await quiet();
    assert.equal(state.results, 1);
    scan({ ...runningStatus, findingsCount: 19 });
    await quiet();
    assert.deepEqual([state.results, state.inventories], [2, 1]);
    scan({ ...doneStatus, id: runningStatus.id });
    await quiet();
    assert.deepEqual([state.results, state.inventories], [3, 2]);
  });

  it('fetches the findings again when people left some of them', async () => {
    const { feed, state, changes } = feedOf(doneStatus);
    feed.restart();
    await quiet();
    assert.equal(state.results, 1);
    changes.fire({ kind: 'findings', projectId: 'proj_other' });
    await quiet();
    assert.equal(state.results, 1);
    changes.fire({ kind: 'findings', projectId: project.id });
    await quiet();
    assert.deepEqual([state.results, state.inventories], [2, 1], 'and the inventory stays as it is');
    feed.dispose();
  });

  it('hears of its own project only', async () => {
    const { feed, changes, posted } = feedOf(doneStatus);
    feed.restart();
    await quiet();
    const before = posted.length;
    changes.fire({ kind: 'scan', projectId: 'proj_other', status: runningStatus });
    await quiet();
    assert.equal(posted.length, before);
  });

  it('fills a page that was reloaded from the start', async () => {
    const { feed, posted, types } = feedOf(doneStatus, manyFindings(5000));
    feed.restart();
    while (!posted.some(({ type }) => type === 'findings')) await new Promise((resolve) => setImmediate(resolve));
    posted.length = 0;
    feed.restart();
    await quiet();
    assert.match(types(), /^snapshot results( findings){5}( inventory)+$/);
  });

  it('says how old finished results are, not those of a running scan', async () => {
    const done = feedOf(doneStatus);
    done.feed.restart();
    const running = feedOf(runningStatus);
    running.feed.restart();
    await quiet();
    const freshness = ({ posted }: typeof done) => posted[0]?.type === 'snapshot' && posted[0].snapshot.freshness;
    assert.deepEqual(freshness(done), { commitsBehind: 2 });
    assert.equal(freshness(running), null);
  });

  it('turns an error of the engine into a sentence, and recovers', async () => {
    const { feed, state, posted, changes } = feedOf(doneStatus);
    state.broken = new EngineError('full', 'The disk is full. Free some space.');
    feed.restart();
    await quiet();
    assert.ok(posted[0]?.type === 'snapshot' && posted[0].snapshot.problem === 'The disk is full. Free some space.');
    state.broken = null;
    changes.fire({ kind: 'projects' });
    await quiet();
    assert.ok(posted[1]?.type === 'snapshot' && posted[1].snapshot.problem === null);
  });

  it('is silent after its end', async () => {
    const { feed, posted } = feedOf(doneStatus);
    feed.restart();
    feed.dispose();
    await quiet();
    assert.deepEqual(posted, []);
  });
});
