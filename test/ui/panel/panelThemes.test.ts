import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { assertAccessible } from './accessible';
import { detailOf, filling } from './filledPanel';
import { NOW, runningStatus } from './fixtures/scans';
import { shopFindings } from './fixtures/shopFindings';
import { usePanelBrowser } from './panelBrowser';
import type { Theme } from './panelPage';

const artifacts = join(__dirname, '../../../artifacts/panel');
const themes: readonly Theme[] = ['dark', 'light', 'hc-dark', 'hc-light'];
const selected = shopFindings.find(({ rule }) => rule === 'security/sql-injection');
const state = { projectId: 'proj_shop', selection: selected?.id };

describe('Genesis panel in every theme', function () {
  this.timeout(60_000);
  const open = usePanelBrowser();
  before(() => mkdirSync(artifacts, { recursive: true }));

  for (const theme of themes)
    for (const width of [1280, 480])
      it(`is accessible in ${theme} at ${width} pixels`, async () => {
        const { page, send } = await open({ theme, width, now: NOW, state });
        await send(...filling(), ...(selected ? [detailOf(selected)] : []));
        await page.waitForTimeout(300);
        await page.screenshot({ path: join(artifacts, `${theme}-${width}.png`), fullPage: width < 1000 });
        await assertAccessible(page, 'results');
        await page.getByRole('button', { name: 'Scan options' }).click();
        await page.locator('contox-module-map').getByRole('button', { name: 'Show as a table' }).click();
        await assertAccessible(page, 'options and table');
      });

  it('is accessible while a scan runs and before the first', async () => {
    const { page, send } = await open({ now: NOW });
    await send(...filling({ snapshot: { status: runningStatus } }));
    await page.screenshot({ path: join(artifacts, 'running.png') });
    await assertAccessible(page, 'running');
    await send({
      type: 'snapshot',
      snapshot: {
        project: { id: 'proj_shop', name: 'x', localPath: null },
        status: null,
        trusted: true,
        problem: null,
        freshness: null,
        defaults: { maxFiles: 500, securityAudit: true },
      },
    });
    await page.screenshot({ path: join(artifacts, 'first.png') });
    await assertAccessible(page, 'before the first scan');
  });

  it('can be used at 200 %', async () => {
    const { page, send } = await open({ width: 640, height: 450, now: NOW, state });
    await send(...filling(), ...(selected ? [detailOf(selected)] : []));
    await page.getByRole('tree').scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(artifacts, 'zoomed.png'), fullPage: true });
    await assertAccessible(page, '200 %');
  });
});
