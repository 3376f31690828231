import assert from 'node:assert/strict';
import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../../support/gitFolder';
import { until, WorkWindow } from './workWindow';

describe('a window of a user who wants nothing recorded', () => {
  let window: WorkWindow;

  before(async () => {
    window = await WorkWindow.open({ settings: { 'contox.capture.enabled': false } });
  });
  after(() => window?.close());

  it('has no store, no engine and no socket, whatever happens in it', async () => {
    const { page, folder, server } = window;
    await page.locator('.statusbar-item[aria-label*="nothing is recorded"]').waitFor({ timeout: 30_000 });
    appendFileSync(join(folder, 'src', 'orders.js'), '// private\n');
    git(folder, 'commit', '-q', '-am', 'In private');
    await window.typeInTerminal('touch done.txt');
    await until('the command has run', async () => existsSync(join(folder, 'done.txt')));
    await page.keyboard.press('Control+p');
    await page.locator('.quick-input-widget input.input').fill('README.md');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'README.md' }).first().click();
    await page.getByRole('tab', { name: /README\.md/ }).waitFor();
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.type('x');
    await page.keyboard.press('Control+s');
    await page.locator('.tab.active:not(.dirty)', { hasText: 'README.md' }).waitFor();
    await window.shot('private-nothing');
    // Where capture is on, all of this has happened two seconds after the window was there.
    assert.equal(existsSync(server.dataFolder), false);
  });

  it('is told so where the timeline would be', async () => {
    await window.showViews();
    await window.page.getByText('nothing that happens in this workspace is recorded').first().waitFor();
    await window.shot('private-views');
  });
});
