import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { childrenOf } from '../../support/editor/processes';
import { git } from '../../support/gitFolder';
import { until, WorkWindow } from './workWindow';

/** The views show what happened within two seconds; the rest is for a machine with other work. */
const shownWithin = 10_000;

describe('capture in a window', () => {
  let window: WorkWindow;

  before(async () => {
    window = await WorkWindow.open();
    await window.showViews();
  });
  after(() => window?.close());
  afterEach(async function () {
    await window.shot(`capture-${(this.currentTest?.title ?? 'test').replace(/[^a-z0-9]+/gi, '-')}`);
  });

  const change = (text: string): void => appendFileSync(join(window.folder, 'src', 'orders.js'), `${text}\n`);

  it('says that sessions come by themselves, and offers to digest history', async () => {
    await window.page.getByText('Commits, saves and runs become sessions').first().waitFor();
    await window.page.getByRole('button', { name: 'Digest History' }).first().waitFor();
    assert.equal(await window.page.locator('.notification-toast').count(), 0);
  });

  it('a commit from the Source Control view is in the timeline', async () => {
    change('// one');
    await window.commitFromView('Note the first thing');
    const startedAt = Date.now();
    await window.showViews();
    await window.row(/^Commit Note the first thing/).waitFor({ timeout: shownWithin });
    console.log(`shown ${Date.now() - startedAt} ms after the commit`);
  });

  it('a commit from a terminal is in the timeline, and the status bar counts it', async () => {
    change('// two');
    await window.typeInTerminal('git commit -q -am "Note the second thing"');
    await window
      .row(/Note the second thing/)
      .first()
      .waitFor({ timeout: shownWithin });
    await window.page.locator('.statusbar-item', { hasText: '2 commits' }).waitFor({ timeout: shownWithin });
  });

  it('a click on a commit shows what it changed', async () => {
    await window
      .row(/Note the second thing/)
      .first()
      .click();
    await window.page.getByRole('tab', { name: /Note the second thing/ }).waitFor();
    await window.page.locator('.view-line', { hasText: '// two' }).first().waitFor();
  });

  it('the words of a session are edited in a document', async () => {
    await window.run('Contox: Edit Session Summary');
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Session in progress' }).click();
    await window.page.getByRole('tab', { name: /^Session / }).waitFor();
    await window.page.locator('.view-line', { hasText: '# Summary' }).first().waitFor();
    await window.page.keyboard.press('Control+a');
    await window.page.keyboard.type('# Summary\n\nOrders carry notes.\n');
    await window.page.keyboard.press('Control+s');
    await window
      .row(/Orders carry notes/)
      .first()
      .waitFor({ timeout: shownWithin });
  });

  it('a session ends when it is told to', async () => {
    await window.run('Contox: End Session');
    await window.row(/in progress/).waitFor({ state: 'hidden', timeout: shownWithin });
  });

  it('in private mode nothing is recorded and nothing runs', async () => {
    await window.run('Contox: Stop Capturing in This Workspace');
    await window.page.getByText('Private: nothing is recorded').first().waitFor({ timeout: shownWithin });
    change('// three');
    git(window.folder, 'commit', '-q', '-am', 'Note in private');
    await window.run('Contox: Refresh');
    await window
      .row(/Orders carry notes/)
      .first()
      .waitFor();
    assert.equal(await window.row(/Note in private/).count(), 0);
    const children = window.server.extensionHosts().flatMap((host) => childrenOf(host.pid));
    assert.deepEqual(
      children.filter(({ commandLine }) => /contox/.test(commandLine)),
      [],
    );
  });

  it('a session is deleted after a question', async () => {
    await window.row(/^Orders carry notes/).click();
    const confirm = window.page.getByRole('button', { name: 'Delete', exact: true });
    // The extension learns a moment after the click which row is selected.
    await until('the question', async () => {
      await window.page.keyboard.press('Delete');
      return confirm.isVisible();
    });
    await confirm.click();
    await window.row(/^Orders carry notes/).waitFor({ state: 'hidden', timeout: shownWithin });
  });
});
