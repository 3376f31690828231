import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newProfile, startBrowser } from '../../support/editor/browser';
import { repositoryRoot } from '../../support/editor/editorPackage';
import { childrenOf } from '../../support/editor/processes';
import { startServer } from '../../support/editor/server';
import { openContoxContainer, workbenchDrawn } from '../../support/editor/window';
import { sampleWorkspace } from '../../support/sampleWorkspace';

describe('a folder that is not trusted', () => {
  it('is neither scanned nor a reason to start a program, and the views say so', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'cxu-'));
    const server = await startServer({ vsix: [join(repositoryRoot, 'contox.vsix')], restricted: true });
    const browser = await startBrowser();
    try {
      const page = await (await newProfile(browser)).newPage();
      await page.goto(server.url({ folder: sampleWorkspace(join(scratch, 'orders-service')) }));
      await workbenchDrawn(page);
      await openContoxContainer(page);
      await page.getByText('Stored on this machine').first().waitFor();
      await page.getByText('nothing is scanned while it is not trusted').first().waitFor();
      assert.equal(await page.getByRole('button', { name: 'Scan this project' }).count(), 0);
      const started = server.extensionHosts().flatMap((host) => childrenOf(host.pid));
      assert.deepEqual(
        started.filter((child) => /\bgit\b/.test(child.commandLine.split(' ')[0] ?? '')),
        [],
      );
      mkdirSync(join(repositoryRoot, 'artifacts', 'shots'), { recursive: true });
      await page.screenshot({ path: join(repositoryRoot, 'artifacts', 'shots', 'untrusted.png') });
    } finally {
      await browser.close();
      await server.stop();
      rmSync(scratch, { recursive: true, force: true });
    }
  });
});
