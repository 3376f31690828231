import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkWindow } from './workWindow';

describe('a window on a machine without git', () => {
  let window: WorkWindow;
  let root: string;

  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'cxg-'));
    const home = join(root, 'home');
    mkdirSync(home);
    // The editor takes its environment from a login shell.
    for (const name of ['.profile', '.bash_profile', '.bashrc'])
      writeFileSync(join(home, name), `export PATH=${home}\n`);
    window = await WorkWindow.open({ root, environment: { PATH: home, SHELL: '/bin/bash' } });
    await window.showViews();
  });
  after(async () => {
    await window?.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('shows what the scan found, and what is missing for the rest', async () => {
    await window.row('orders-service').first().waitFor({ timeout: 30_000 });
    const missing = window.page.locator('.statusbar-item[aria-label*="git is not installed"]');
    await missing.waitFor({ timeout: 30_000 });
    await window.shot('no-git');
    await window.page.getByRole('button', { name: 'Scan this project' }).first().click();
    await window.page
      .getByText(/findings/)
      .first()
      .waitFor({ timeout: 60_000 });
    await window.shot('no-git-scanned');
  });
});
