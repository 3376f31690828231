import assert from 'node:assert/strict';
import { detailOf, filling } from './filledPanel';
import { shopFindings } from './fixtures/shopFindings';
import { usePanelBrowser } from './panelBrowser';
import type { PanelPage } from './panelPage';

/** What a screen reader would say of the active row. */
async function activeRow({ page }: PanelPage): Promise<string> {
  return page.evaluate<string>(
    'document.getElementById(document.activeElement.getAttribute("aria-activedescendant")).querySelector(".row-title").textContent',
  );
}

describe('Genesis panel by keyboard', function () {
  this.timeout(30_000);
  const open = usePanelBrowser();

  it('goes from the filter to the list, the text and back', async () => {
    const panel = await open();
    const { page, send, said } = panel;
    await send(...filling());
    await page.keyboard.press('/');
    await page.keyboard.type('layer:security importance:5');
    await page.getByRole('heading', { name: 'Findings 2 of 49' }).waitFor();
    await page.keyboard.press('ArrowDown');
    assert.equal(await activeRow(panel), 'Security');
    await page.keyboard.press('ArrowDown');
    const { findingId } = await said('detail');
    const finding = shopFindings.find(({ id }) => id === findingId);
    assert.ok(finding);
    await send(detailOf(finding));
    assert.equal(await activeRow(panel), finding.title);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate('document.activeElement.id'), 'finding-title');
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate('document.activeElement.getAttribute("role")'), 'tree');
    await page.keyboard.press('Control+Enter');
    assert.equal((await said('openEvidence')).path, finding.evidence[0]?.path);
  });

  it('clears the filter with Escape', async () => {
    const { page, send } = await open();
    await send(...filling());
    await page.keyboard.press('/');
    await page.keyboard.type('nothing fits');
    await page.getByText('No finding fits the filter.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Findings 49', exact: true }).waitFor();
  });

  it('folds and unfolds groups and jumps to the ends', async () => {
    const panel = await open();
    const { page, send } = panel;
    await send(...filling());
    await page.getByRole('tree').focus();
    await page.keyboard.press('Home');
    const group = page.getByRole('treeitem', { name: 'Product' }).first();
    assert.equal(await group.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await group.getAttribute('aria-expanded'), 'false');
    await page.keyboard.press('ArrowDown');
    assert.equal(await activeRow(panel), 'Architecture');
    await page.keyboard.press('End');
    assert.equal(await activeRow(panel), 'Rows are marked deleted_at instead of deleted in 5 of 14 entities');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await activeRow(panel), 'Data model');
  });

  it('says where in the tree a row is', async () => {
    const { page, send } = await open();
    await send(...filling());
    const row = page.getByRole('treeitem', { name: /Three roles/ });
    const said = ['level', 'posinset', 'setsize'].map((name) => row.getAttribute(`aria-${name}`));
    assert.deepEqual(await Promise.all(said), ['2', '3', '5']);
    assert.match((await row.textContent()) ?? '', /^\s*.Medium: /);
  });

  it('walks a table, opens a row and sorts', async () => {
    const { page, send, said } = await open();
    await send(...filling());
    await page.getByRole('grid', { name: 'Routes' }).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    assert.match((await said('openEvidence')).path, /TrackingController\.java$/);
    const head = page.getByRole('columnheader', { name: 'Path' });
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    await page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
  });

  it('walks the tabs with the arrows', async () => {
    const { page, send } = await open();
    await send(...filling());
    await page.getByRole('tab', { name: /Routes/ }).focus();
    await page.keyboard.press('ArrowLeft');
    assert.equal(await page.getByRole('tab', { name: /Environment/ }).getAttribute('aria-selected'), 'true');
  });

  it('walks, zooms and moves the map', async () => {
    const { page, send, said } = await open();
    await send(...filling());
    const drawing = page.locator('contox-module-map svg > g');
    const first = page.locator('contox-module-map .node').first();
    await first.focus();
    const before = await drawing.getAttribute('transform');
    await page.keyboard.press('+');
    const zoomed = await drawing.getAttribute('transform');
    assert.notEqual(zoomed, before);
    await page.keyboard.press('Shift+ArrowLeft');
    assert.notEqual(await drawing.getAttribute('transform'), zoomed);
    await page.keyboard.press('0');
    assert.equal(await drawing.getAttribute('transform'), before);
    await page.keyboard.press('ArrowRight');
    const name = await page.locator('contox-module-map .node:focus title').textContent();
    await page.keyboard.press('Enter');
    const { path } = await said('openFolder');
    assert.ok(name?.startsWith(`${path}, `), `${name} opened ${path}`);
  });

  it('reaches every control with Tab and always shows where it is', async () => {
    const { page, send } = await open();
    await send(...filling());
    const seen = new Set<string>();
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      seen.add(
        await page.evaluate<string>('document.activeElement.getAttribute("class") ?? document.activeElement.tagName'),
      );
    }
    for (const name of ['tree', 'grid', 'filter', 'tool'])
      assert.ok(
        [...seen].some((each) => each.includes(name)),
        name,
      );
  });
});
