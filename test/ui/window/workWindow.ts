import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { newProfile, startBrowser } from '../../support/editor/browser';
import { repositoryRoot } from '../../support/editor/editorPackage';
import { type EditorServer, type ServerOptions, startServer } from '../../support/editor/server';
import { openContoxContainer, runFromPalette, workbenchDrawn } from '../../support/editor/window';
import { git } from '../../support/gitFolder';
import { sampleWorkspace } from '../../support/sampleWorkspace';

const shots = join(repositoryRoot, 'artifacts', 'shots');

/** A window on a repository in which somebody works, with the packaged extension. */
export class WorkWindow {
  private constructor(
    readonly server: EditorServer,
    readonly browser: Browser,
    readonly page: Page,
    readonly folder: string,
    readonly scratch: string,
  ) {
    mkdirSync(shots, { recursive: true });
  }

  static async open(options: ServerOptions = {}): Promise<WorkWindow> {
    const scratch = mkdtempSync(join(tmpdir(), 'cxk-'));
    const folder = sampleWorkspace(join(scratch, 'orders-service'));
    // Commits of the editor are made by git with the repository's own configuration.
    git(folder, 'config', 'user.name', 'Test Person');
    git(folder, 'config', 'user.email', 'test@example.invalid');
    const settings = {
      'git.enableSmartCommit': true,
      'git.postCommitCommand': 'none',
      'files.autoSave': 'off',
      ...options.settings,
    };
    const server = await startServer({ vsix: [join(repositoryRoot, 'contox.vsix')], ...options, settings });
    const browser = await startBrowser();
    const page = await (await newProfile(browser, { viewport: { width: 1280, height: 900 } })).newPage();
    await page.goto(server.url({ folder }));
    await workbenchDrawn(page);
    return new WorkWindow(server, browser, page, folder, scratch);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    rmSync(this.scratch, { recursive: true, force: true });
  }

  /** Shows the views of Contox with the Sessions view and the ledger open. */
  async showViews(): Promise<void> {
    if (!(await this.page.getByRole('button', { name: /^Sessions\b/ }).isVisible()))
      await openContoxContainer(this.page);
    for (const name of [/^Egress Ledger\b/, /^Sessions\b/]) {
      const header = this.page.getByRole('button', { name }).first();
      await header.waitFor();
      // Views that are still being laid out may close again.
      await until(`${name} is open`, async () => {
        if ((await header.getAttribute('aria-expanded')) === 'true') return true;
        await header.click();
        return false;
      });
    }
  }

  row(name: string | RegExp): Locator {
    return this.page.getByRole('treeitem', { name });
  }

  run(title: string): Promise<void> {
    return runFromPalette(this.page, title);
  }

  async shot(name: string): Promise<void> {
    await this.page.screenshot({ path: join(shots, `${name}.png`) });
  }

  /** Answers the input box or the picker that is open. */
  async answer(text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await input.fill(text);
    await input.press('Enter');
  }

  /** Connects the project to a server of the first kind, step by step as a person does. */
  async connect(url: string, remoteId: string, secret: string): Promise<void> {
    await this.run('Contox: Connect This Project to a Server');
    await this.page.getByText('1 Selected').waitFor();
    await this.page.getByRole('button', { name: 'OK' }).click();
    for (const [asks, answer] of [
      ['Address of the server', url],
      ['What the server calls this project', remoteId],
      ['HMAC secret of', secret],
    ] as const) {
      await this.page.getByText(asks).waitFor();
      await this.answer(answer);
    }
    await this.page.getByText('are sent to 127.0.0.1').first().waitFor({ timeout: 15_000 });
  }

  /** Commits a file of its own: the lines around a change are part of what is sent. */
  commit(message: string): void {
    writeFileSync(join(this.folder, `${message.replaceAll(' ', '-')}.txt`), `${message}\n`);
    git(this.folder, 'add', '.');
    git(this.folder, 'commit', '-q', '-m', message);
  }

  /** Types commands into a new terminal, as a person does. */
  async typeInTerminal(...lines: readonly string[]): Promise<void> {
    await this.run('Terminal: Create New Terminal');
    const terminal = this.page.locator('.terminal.xterm .xterm-screen').last();
    await terminal.waitFor();
    await terminal.click();
    for (const line of lines) {
      await this.page.keyboard.type(line);
      await this.page.keyboard.press('Enter');
    }
  }

  /** Commits what has changed from the Source Control view. */
  async commitFromView(message: string): Promise<void> {
    await this.page
      .getByRole('tab', { name: /^Source Control/ })
      .first()
      .click();
    const input = this.page.locator('.scm-editor .native-edit-context, .scm-editor textarea').first();
    await this.page.locator('.scm-editor').first().click();
    await input.waitFor({ state: 'attached' });
    await this.page.keyboard.type(message);
    // Until the view has seen that something changed it commits nothing.
    await this.page.locator('.scm-view .resource').first().waitFor();
    await this.page.keyboard.press('Control+Enter');
    await until('a commit', async () => git(this.folder, 'log', '-1', '--format=%s').trim() === message);
  }
}

/** Asks again until something that no page shows has come about. */
export async function until(what: string, holds: () => Promise<boolean>, limitMs = 15_000): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Did not come about: ${what}`);
    await setTimeout(50);
  }
}
