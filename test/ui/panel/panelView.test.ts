import assert from 'node:assert/strict';
import type { HostMessage } from '../../../src/shared/panelMessages';
import { detailOf, filling } from './filledPanel';
import { largeInventory, manyFindings } from './fixtures/manyFindings';
import { NOW, runningStatus, shopSnapshot } from './fixtures/scans';
import { shopFindings } from './fixtures/shopFindings';
import { shopInventory } from './fixtures/shopInventory';
import { usePanelBrowser } from './panelBrowser';

const snapshot = (part: Partial<typeof shopSnapshot>): HostMessage => ({
  type: 'snapshot',
  snapshot: { ...shopSnapshot, ...part },
});
const [first] = shopFindings;
assert.ok(first);

describe('Genesis panel', function () {
  this.timeout(30_000);
  const open = usePanelBrowser();

  it('shows a finished scan under its own content policy, without an error', async () => {
    const { page, send, problems } = await open({ now: NOW });
    await send(...filling());
    await page.getByRole('heading', { name: 'harbor-market' }).waitFor();
    await page.getByText('1,186 files, 49 findings, 3.4 s').waitFor();
    const map = page.locator('contox-module-map');
    assert.equal(await map.locator('.node').count(), 15);
    await map.getByRole('button', { name: 'Draw all' }).click();
    await map.getByRole('button', { name: 'Draw fewer' }).waitFor();
    await map.locator('.node').nth(30).waitFor();
    assert.equal(await page.locator('contox-model-picture .node').count(), 14);
    await page.getByRole('tab', { name: 'Routes 45' }).waitFor();
    assert.deepEqual(problems, []);
  });

  it('starts the first scan with one button', async () => {
    const { page, send, said } = await open();
    await send(snapshot({ status: null }));
    await said('estimate');
    await page.getByRole('button', { name: 'Scan this project' }).click();
    assert.deepEqual((await said('startScan')).choices, { maxFiles: 5000, securityAudit: true });
  });

  it('asks for an estimate once the typing rests, and scans with what was chosen', async () => {
    const { page, send, said, posted } = await open();
    await send(...filling());
    await page.getByRole('button', { name: 'Scan options' }).click();
    await said('estimate');
    const before = posted.length;
    const limit = page.getByRole('spinbutton', { name: /File limit/ });
    await limit.fill('');
    await limit.pressSequentially('800');
    const { choices } = await said('estimate', before);
    assert.equal(choices.maxFiles, 800);
    assert.equal(posted.slice(before).filter(({ type }) => type === 'estimate').length, 1);
    await page.locator('vscode-checkbox[label="Security audit"]').click();
    await page.getByRole('button', { name: 'Scan again' }).click();
    assert.deepEqual((await said('startScan')).choices, { maxFiles: 800, securityAudit: false });
  });

  it('shows progress while a scan runs, keeps it from falling, and cancels', async () => {
    const { page, send, said } = await open({ now: NOW });
    await send(...filling({ findings: shopFindings.slice(0, 5), snapshot: { status: runningStatus } }));
    const bar = page.getByRole('progressbar', { name: 'Scan' });
    assert.equal(await bar.getAttribute('aria-valuenow'), '46');
    await page.getByText('27 of 64 parts', { exact: true }).waitFor();
    await send(snapshot({ status: { ...runningStatus, progress: 0.3, chunksProcessed: 20 } }));
    assert.equal(await bar.getAttribute('aria-valuenow'), '46');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await said('cancelScan');
  });

  it('says that files are being counted until their number is known', async () => {
    const { page, send } = await open({ now: NOW });
    const counting = { ...runningStatus, phase: 'fetch_tree' as const, filesTotal: 0, filesProcessed: 0 };
    await send(...filling({ findings: [], snapshot: { status: counting } }));
    const numbers = page.getByRole('list', { name: 'Numbers' });
    await numbers.getByText('counting files').waitFor();
    assert.equal(await numbers.getByText('0 files').count(), 0);
  });

  it('tells how many files a first scan looks at, not how many it has gone through', async () => {
    const { page, send } = await open({ now: NOW });
    const [snapshot, results] = filling({ findings: [], snapshot: { status: runningStatus } });
    assert.ok(snapshot && results?.type === 'results');
    const { summary, overview } = results.results;
    const first = {
      ...results.results,
      summary: { ...summary, filesAnalyzed: 10 },
      overview: { ...overview, linesAnalyzed: 0 },
    };
    await send(snapshot, { type: 'results', results: first }, { type: 'findings', start: 0, total: 0, rows: [] });
    const numbers = page.getByRole('list', { name: 'Numbers' });
    await numbers.getByText(`${runningStatus.filesTotal.toLocaleString('en-US')} files`).waitFor();
    assert.equal(await numbers.getByText('10 files', { exact: true }).count(), 0);
  });

  it('fills while the scan runs, and keeps the selection', async () => {
    const { page, send } = await open({ state: { projectId: 'proj_shop', selection: first.id } });
    await send(...filling({ findings: shopFindings.slice(0, 10), snapshot: { status: runningStatus } }));
    await page.getByRole('heading', { name: first.title }).waitFor();
    await send(...filling({ findings: shopFindings, snapshot: { status: { ...runningStatus, findingsCount: 49 } } }));
    await page.getByRole('heading', { name: 'Findings 49' }).waitFor();
    await page.getByRole('heading', { name: first.title }).waitFor();
  });

  const states: readonly (readonly [
    what: string,
    snapshot: Partial<typeof shopSnapshot>,
    text: RegExp,
    action: string | null,
  ])[] = [
    ['no trust', { status: null, trusted: false }, /not trusted/, 'Manage trust'],
    [
      'a store that does not answer',
      { status: null, problem: 'The disk is full. Free some space.' },
      /The disk is full/,
      'Try again',
    ],
    [
      'a failed scan',
      { status: { ...runningStatus, phase: 'failed', error: 'git is not installed.' } },
      /The scan stopped: git is not installed/,
      'Retry',
    ],
    [
      'a cancelled scan',
      { status: { ...runningStatus, phase: 'failed', error: 'cancelled' } },
      /The scan was cancelled\. 18 findings found until then are kept/,
      'Retry',
    ],
    ['old results', { freshness: { commitsBehind: 3 } }, /3 commits behind/, null],
  ];
  for (const [what, part, text, action] of states)
    it(`says what to do about ${what}`, async () => {
      const { page, send, posted } = await open();
      await send(snapshot(part));
      await page.getByText(text).waitFor();
      if (action === null) return;
      const before = posted.length;
      await page.getByRole('button', { name: action }).click();
      assert.ok(posted.length > before);
    });

  it('says when nobody hears it any more', async () => {
    const { page, send } = await open({ dead: true });
    await send(...filling());
    await page.getByRole('treeitem', { name: /A monorepo of 4 services/ }).click();
    await page.clock.fastForward(4100);
    assert.equal(await page.getByText(/does not hear this panel/).count(), 0);
    await page.clock.fastForward(4100);
    await page.getByText(/does not hear this panel/).waitFor();
    await send({ type: 'pong' });
    assert.equal(await page.getByText(/does not hear this panel/).count(), 0);
  });

  it('offers no scan without trust', async () => {
    const { page, send } = await open();
    await send(...filling({ snapshot: { trusted: false } }));
    assert.equal(await page.getByRole('button', { name: 'Scan again' }).getAttribute('disabled'), '');
    assert.equal(await page.getByRole('tree').count(), 1);
  });

  it('says that nothing was found', async () => {
    const { page, send } = await open();
    await send(...filling({ findings: [] }));
    await page.getByText('The scan found nothing to report.').waitFor();
  });

  it('asks for the selected finding, shows it, and passes on what is done with it', async () => {
    const { page, send, said } = await open();
    await send(...filling());
    await page.getByRole('treeitem', { name: /A monorepo of 4 services/ }).click();
    const { findingId } = await said('detail');
    const finding = shopFindings.find(({ id }) => id === findingId);
    assert.ok(finding);
    await send(detailOf(finding));
    await page.getByRole('button', { name: 'the guide' }).click();
    assert.equal((await said('openLink')).href, 'https://example.com/guide');
    await page.getByRole('button', { name: /settings\.gradle\.kts:3-9/ }).click();
    assert.deepEqual(await said('openEvidence'), {
      type: 'openEvidence',
      path: 'settings.gradle.kts',
      startLine: 3,
      endLine: 9,
    });
    await page.getByRole('button', { name: 'Add to memory' }).click();
    assert.equal((await said('addToMemory')).findingId, findingId);
    await send({ type: 'notice', about: 'addToMemory', findingId, text: 'In memory as root/genesis/x', error: false });
    await page.getByText('In memory as root/genesis/x').waitFor();
    await page.getByRole('button', { name: 'Copy for agent' }).click();
    assert.equal((await said('copyForAgent')).findingId, findingId);
  });

  it('never shows the lines of a secret', async () => {
    const secret = shopFindings.find(({ tags }) => tags.includes('secret'));
    assert.ok(secret);
    const { page, send } = await open({ state: { projectId: 'proj_shop', selection: secret.id } });
    await send(...filling(), detailOf(secret));
    await page.getByText('Not shown: the lines may hold a secret.').waitFor();
    assert.equal(await page.locator('.code-line').count(), 0);
  });

  it('opens folders from the map and files from the tables, and copies rows', async () => {
    const { page, send, said } = await open();
    await send(...filling());
    await page.getByRole('button', { name: /^libs\/commons,/ }).click();
    assert.equal((await said('openFolder')).path, 'libs/commons');
    await page.getByRole('button', { name: '84 dependencies' }).click();
    await page.getByRole('textbox', { name: 'Filter dependencies' }).fill('log4j');
    await page
      .getByRole('row', { name: /log4j-core/ })
      .first()
      .click();
    assert.equal((await said('openEvidence')).path, 'services/orders/build.gradle.kts');
    await page.getByRole('button', { name: 'Copy the rows' }).click();
    const { text, what } = await said('copyText');
    assert.equal(what, '4 dependencies');
    assert.equal(text.split('\n').length, 5);
  });

  it('exports in the two formats', async () => {
    const { page, send, said } = await open();
    await send(...filling());
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'Markdown…' }).click();
    assert.equal((await said('export')).format, 'markdown');
  });

  it('finds its place again after a reload', async () => {
    const kept = {
      projectId: 'proj_shop',
      filter: 'layer:security',
      groupBy: 'importance',
      selection: 'find_041',
      tab: 'models',
      scroll: 120,
    };
    const { page, send, state, until } = await open({ state: kept, height: 500 });
    await send(...filling());
    await page.getByRole('heading', { name: 'Findings 10 of 49' }).waitFor();
    await page.getByRole('treeitem', { name: 'Critical 2 findings' }).waitFor();
    await page.getByRole('heading', { name: 'A query is built from the request parameter sort' }).waitFor();
    assert.equal(await page.getByRole('tab', { name: 'Models 14' }).getAttribute('aria-selected'), 'true');
    await until('document.querySelector(".column-code").scrollTop === 120');
    await page.getByRole('tab', { name: 'Routes 45' }).click();
    assert.deepEqual(await state(), { ...kept, tab: 'routes' });
  });

  it('finds its place in a long column, though the pictures above come later', async () => {
    const { page, send, until } = await open({ width: 600, state: { projectId: 'proj_shop', scroll: 1200 } });
    await send(...filling());
    await page.locator('contox-model-picture .node').first().waitFor();
    await until('window.scrollY === 1200');
    await page.mouse.wheel(0, -500);
    await until('window.scrollY < 1200');
    await page.waitForTimeout(300);
    assert.ok((await page.evaluate<number>('window.scrollY')) < 1200);
  });

  it('keeps the finding in sight when an editor opens beside and makes the page narrow', async () => {
    const { page, send, until } = await open({ state: { projectId: 'proj_shop', selection: 'find_041' } });
    await send(...filling());
    await page.setViewportSize({ width: 600, height: 900 });
    await until('Math.abs(document.querySelector(".findings").getBoundingClientRect().top - 32) < 3');
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Modules' }).click();
    await until('Math.abs(document.querySelector("contox-module-map").getBoundingClientRect().top - 32) < 3');
  });

  it('does not speak of an empty inventory while a scan runs', async () => {
    const { page, send } = await open();
    const inventory = {
      routes: [],
      models: [],
      dependencies: [],
      commands: [],
      environment: [],
      modules: [],
      edges: [],
    };
    await send(...filling({ findings: [], inventory, snapshot: { status: runningStatus } }));
    await page.getByText('Nothing found so far.').waitFor();
    assert.equal(await page.getByRole('tablist').count(), 0);
    await send(...filling({ findings: [], inventory }));
    const all = 'routes, other entries, models, dependencies, commands or environment variables';
    await page.getByText(`No ${all} were found in the scanned files.`).waitFor();
    assert.equal(await page.getByRole('tab').count(), 0);
    const commands = [{ name: 'test', run: 'go test ./...', file: 'Makefile', line: 3 }];
    await send({ type: 'inventory', inventory: { commands } });
    assert.equal(await page.getByRole('tab', { name: 'Commands 1' }).getAttribute('aria-selected'), 'true');
    assert.equal(await page.getByRole('tab').count(), 1);
  });

  it('tells once what all rows of a table share', async () => {
    const { page, send } = await open();
    const routes = [1, 2, 3].map((line) => {
      return { method: 'GET', path: `/orders/${line}`, file: 'urls.py', line, framework: 'Django' };
    });
    await send(...filling({ inventory: { ...shopInventory, routes } }));
    await page.getByText('Framework: Django', { exact: true }).waitFor();
    const heads = page.getByRole('grid', { name: 'Routes' }).getByRole('columnheader');
    assert.deepEqual(
      (await heads.allTextContents()).map((name) => name.trim()),
      ['Method', 'Path', 'Where'],
    );
  });

  it('says of a folder without files and without git just that', async () => {
    const { page, send } = await open();
    const [snapshot, results] = filling({ findings: [] });
    assert.ok(snapshot && results?.type === 'results');
    const { summary, overview } = results.results;
    const message = 'The folder is not in a git repository: files were listed without git, and there is no history.';
    const empty = {
      ...results.results,
      summary: { ...summary, filesAnalyzed: 0 },
      overview: { ...overview, problems: [{ path: '', message }] },
    };
    await send(snapshot, { type: 'results', results: empty }, { type: 'findings', start: 0, total: 0, rows: [] });
    await page.getByText(message).waitFor();
    await page.getByText('The folder holds no files that a scan reads.').waitFor();
    assert.equal(await page.getByText('could not be understood').count(), 0);
    assert.equal(await page.locator('contox-changes, contox-inventory').count(), 0);
  });

  it('claims nothing of what a cancelled scan did not look at', async () => {
    const { page, send } = await open();
    const status = { ...runningStatus, phase: 'failed' as const, error: 'cancelled' };
    const nothing = { routes: [], models: [], dependencies: [], commands: [], environment: [], modules: [], edges: [] };
    await send(...filling({ findings: [], inventory: nothing, snapshot: { status } }));
    await page.getByText('The scan stopped before it found anything.').waitFor();
    assert.equal(await page.getByText('read anew').count(), 0);
    assert.equal(await page.locator('contox-changes, contox-inventory').count(), 0);
  });

  it('draws the map anew for a window that is much narrower', async () => {
    const { page, send, until } = await open({ width: 990 });
    await send(...filling());
    await page.locator('contox-module-map .node').first().waitFor();
    const inside = `[...document.querySelectorAll('contox-module-map .node')].every((node) =>
      node.getBoundingClientRect().right <= document.querySelector('contox-module-map').getBoundingClientRect().right)`;
    await until(inside);
    await page.setViewportSize({ width: 560, height: 900 });
    await until(inside);
  });

  it('gives a very narrow list to the titles', async () => {
    const { page, send } = await open({ width: 400 });
    await send(...filling());
    const cut = `[...document.querySelectorAll('.row.finding')].filter((row) => {
      const [where, place] = ['.row-where', '.row-place'].map((name) => row.querySelector(name));
      const inSight = where.getBoundingClientRect().width > 0;
      const shown = inSight && place.getBoundingClientRect().bottom <= where.getBoundingClientRect().bottom + 1;
      const whole = place.getBoundingClientRect().right <= where.getBoundingClientRect().right + 1;
      return shown && !whole;
    }).length`;
    await page.locator('.row.finding').first().waitFor();
    assert.equal(await page.evaluate(cut), 0);
  });

  it('puts the findings before the pictures where the page is narrow', async () => {
    const { page, send } = await open({ width: 600 });
    await send(...filling());
    const top = async (element: string): Promise<number> => (await page.locator(element).boundingBox())?.y ?? 0;
    await page.locator('contox-module-map .node').first().waitFor();
    assert.ok((await top('contox-glance')) < (await top('contox-findings')));
    assert.ok((await top('contox-findings')) < (await top('contox-module-map')));
  });

  it('selects the finding that the host points at', async () => {
    const { page, send } = await open({ state: { projectId: 'proj_shop', filter: 'nothing fits this' } });
    await send({ type: 'reveal', findingId: 'find_041' }, ...filling());
    const row = page.getByRole('treeitem', { name: /A query is built/ });
    await row.waitFor();
    assert.equal(await row.getAttribute('aria-selected'), 'true');
    assert.ok(await row.isVisible());
  });

  it('unfolds the group of a finding that the host points at, and scrolls a long column to it', async () => {
    const { page, send, until } = await open({ width: 600 });
    await send(...filling());
    const group = page.getByRole('treeitem', { name: /^Architecture/ });
    await group.click();
    assert.equal(await group.getAttribute('aria-expanded'), 'false');
    await send({ type: 'reveal', findingId: 'find_006' });
    assert.equal(await group.getAttribute('aria-expanded'), 'true');
    await until('Math.abs(document.querySelector(".findings").getBoundingClientRect().top - 32) < 3');
  });

  it('draws 2,000 modules and 120 models folded and capped', async () => {
    const { page, send } = await open();
    await send(...filling({ findings: manyFindings(10), inventory: largeInventory() }));
    await page.getByText(/folded into \d+ boxes/).waitFor();
    await page.getByText('80 more in the table').waitFor();
    const nodes = await page.locator('contox-module-map .node').count();
    assert.ok(nodes > 5 && nodes <= 48, String(nodes));
  });
});
