import assert from 'node:assert/strict';
import { packJson } from '../../../../../src/engine/genesis/scans/blobs';
import type { Ingest } from '../../../../../src/shared/ingest';
import { emptyInventory, type Inventory } from '../../../../../src/shared/inventory';
import { hour, LifeEngine, minute } from './lifeEngine';

const sha = (digit: string): string => digit.repeat(40);
const route = (path: string, file: string) => ({ method: 'GET', path, file, line: 1, framework: 'express' });

function digest(life: LifeEngine, id: string, parents: readonly string[], path: string): Ingest {
  const at = new Date(life.time.now()).toISOString();
  const files = [{ path, status: 'modified', additions: 1, deletions: 0 }];
  const commit = { sha: id, parents: [...parents], author: 'Ann', authoredAt: at, committedAt: at, files };
  return {
    projectId: life.projectId,
    source: 'vscode',
    event: 'git_digest',
    payload: {
      repository: { root: '/r', branch: 'main' },
      range: { to: id },
      commits: [{ ...commit, subject: `Fix ${path} because it was wrong`, body: 'fix: it' }],
    },
  };
}

/** Results of a scan of a commit, and those that they replaced. */
function scanned(life: LifeEngine, commit: string, routes: Inventory['routes'], replaced: boolean): void {
  const status = JSON.stringify({ commit });
  const inventory = packJson({ ...emptyInventory(), routes });
  const rest = replaced
    ? 'INTO scan_snapshots (project_id, status, inventory, findings) VALUES (?, ?, ?, ?)'
    : `INTO scan_results (project_id, status, inventory, overview, findings_of, digest, tech_stack) VALUES (?, ?, ?, ?, '', '', '[]')`;
  life.db.run(`INSERT ${rest}`, [life.projectId, status, inventory, packJson([])]);
}

describe('facts of a session that lie outside of its events', () => {
  let life: LifeEngine;
  beforeEach(async () => {
    life = await LifeEngine.open();
  });
  afterEach(() => life.close());

  const summaryWith = async (base: string): Promise<string> => {
    const { id } = await life.do();
    await life.engine.ingest(digest(life, sha('b'), [sha('a')], 'src/cart.ts'));
    await life.engine.ingest(digest(life, sha('c'), [sha('b')], 'src/a.ts'));
    scanned(life, base, [route('/gone', 'src/cart.ts'), route('/theirs', 'src/theirs.ts')], true);
    scanned(life, sha('c'), [route('/cart', 'src/cart.ts'), route('/other', 'src/other.ts')], false);
    return (await life.engine.endSession({ sessionId: id })).summary;
  };

  it('are routes that differ between scans on which it stands, in files that it touched', async () => {
    assert.match(await summaryWith(sha('a')), /1 route added; 1 route removed\.$/);
    const [session] = await life.sessions();
    const events = await life.events(session?.id ?? '');
    const changes = events.at(-1)?.payload['changes'] as { title: string; content: string }[];
    assert.equal(changes.find((one) => one.title === 'Routes changed')?.content, 'added GET /cart\nremoved GET /gone');
  });

  it('are not those of a scan before which others worked', async () => {
    assert.doesNotMatch(await summaryWith(sha('f')), /route/);
  });

  it('become one draft each, though the summary and the commits tell of them', async () => {
    const { id } = await life.do();
    await life.engine.ingest(digest(life, sha('b'), [sha('a')], 'src/cart.ts'));
    await life.pass(2 * hour);
    await life.engine.enrichSession({ sessionId: id });
    for (let job = false; !job; ) {
      await life.pass(minute);
      job = (await life.engine.listJobs({ sessionId: id })).some((one) => one.completedAt !== null);
    }
    const items = (await life.engine.listItems({ projectId: life.projectId })).items;
    assert.deepEqual(items.map((item) => item.type).sort(), ['bug', 'decision']);
  });
});
