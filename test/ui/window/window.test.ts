import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { newProfile, startBrowser } from '../../support/editor/browser';
import { repositoryRoot } from '../../support/editor/editorPackage';
import { type EditorServer, startServer } from '../../support/editor/server';
import { openContoxContainer, runFromPalette, webviewFrame, workbenchDrawn } from '../../support/editor/window';
import { sampleWorkspace } from '../../support/sampleWorkspace';

const shots = join(repositoryRoot, 'artifacts', 'shots');
const vsix = join(repositoryRoot, 'contox.vsix');

/** A window as a user has it: the packaged extension in a fresh profile, no test driver, so that notices show. */
describe('a window', () => {
  let scratch = '';
  let server: EditorServer;
  let browser: Browser;
  let page: Page;
  let folder = '';

  before(async () => {
    mkdirSync(shots, { recursive: true });
    scratch = mkdtempSync(join(tmpdir(), 'cxw-'));
    folder = sampleWorkspace(join(scratch, 'orders-service'));
    server = await startServer({ vsix: [vsix] });
    browser = await startBrowser();
    page = await (await newProfile(browser)).newPage();
    await page.goto(server.url({ folder }));
    await workbenchDrawn(page);
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  afterEach(async function () {
    const name = (this.currentTest?.title ?? 'test').replace(/[^a-z0-9]+/gi, '-');
    await page.screenshot({ path: join(shots, `window-${name}.png`) });
  });

  const view = (name: string) => page.getByRole('treeitem', { name });

  it('opens quietly', async () => {
    await openContoxContainer(page);
    await view('orders-service').first().waitFor();
    assert.equal(await page.locator('.notification-toast').count(), 0);
    await page.getByText('Stored on this machine').first().waitFor();
  });

  it('offers to scan where nothing is known', async () => {
    await page.getByRole('button', { name: 'Scan this project' }).first().waitFor();
  });

  it('scans at a click and shows true things', async () => {
    await page.getByRole('button', { name: 'Scan this project' }).first().click();
    await page
      .getByRole('treeitem', { name: /Security|Entry points/ })
      .first()
      .waitFor({ timeout: 30_000 });
  });

  it('opens the panel with the results', async () => {
    await runFromPalette(page, 'Contox: Open Genesis Panel');
    const panel = webviewFrame(page);
    await panel.getByText('Express').locator('visible=true').first().waitFor({ timeout: 30_000 });
    await panel.getByText('JavaScript').locator('visible=true').first().waitFor();
  });

  it('opens a finding at its line', async () => {
    const security = page.getByRole('treeitem', { name: /^Security/ }).first();
    if ((await security.getAttribute('aria-expanded')) === 'false') await security.click();
    await page
      .getByRole('treeitem', { name: /SQL is put together from request data/ })
      .first()
      .click();
    await page.getByRole('tab', { name: /orders\.js/ }).waitFor();
    await page.locator('.view-line', { hasText: 'pool.query(sql)' }).waitFor();
  });

  it('survives a reload of the window', async () => {
    await page.reload();
    await workbenchDrawn(page);
    await page
      .getByRole('treeitem', { name: /SQL is put together from request data/ })
      .first()
      .waitFor({ timeout: 30_000 });
    assert.equal(await page.locator('.notification-toast').count(), 0);
  });
});
