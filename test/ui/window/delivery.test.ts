import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repositoryRoot } from '../../support/editor/editorPackage';
import { until, WorkWindow } from './workWindow';

interface Served {
  readonly url: string;
  readonly key: string;
}

const shownWithin = 15_000;

/** Another machine, as far as the window can tell: the project's own server on a store of its own. */
class OtherMachine {
  private constructor(
    private readonly child: ChildProcess,
    private readonly served: Served,
    readonly projectId: string,
    readonly secret: string,
  ) {}

  static async start(data: string): Promise<OtherMachine> {
    const args = [join(repositoryRoot, 'dist', 'cli.js'), 'serve', '--port', '0', '--data', data, '--print-key'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const served = JSON.parse(line) as Served;
    const headers = { Authorization: `Bearer ${served.key}`, 'Content-Type': 'application/json' };
    const ask = async (path: string, body?: unknown): Promise<Record<string, string>> => {
      const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
      return (await (await fetch(`${served.url}${path}`, init)).json()) as Record<string, string>;
    };
    const { id = '' } = await ask('/api/projects', { name: 'Orders there', visibility: 'private' });
    const { secret = '' } = await ask(`/api/projects/${id}/hmac-secret`);
    return new OtherMachine(child, served, id, secret);
  }

  get url(): string {
    return this.served.url;
  }

  /** Everything that the server's log holds, as text. */
  async log(): Promise<string> {
    const headers = { Authorization: `Bearer ${this.served.key}` };
    return (await fetch(`${this.url}/v1/events?limit=200`, { headers })).text();
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
  }
}

describe('delivery from a window', () => {
  let window: WorkWindow;
  let other: OtherMachine;

  before(async () => {
    window = await WorkWindow.open();
    other = await OtherMachine.start(join(window.scratch, 'other'));
    await window.showViews();
    await window.row('orders-service').first().waitFor();
  });
  after(async () => {
    await other?.stop();
    await window?.close();
  });
  afterEach(async function () {
    await window.shot(`delivery-${(this.currentTest?.title ?? 'test').replace(/[^a-z0-9]+/gi, '-')}`);
  });

  it('nothing leaves while no server is configured', async () => {
    await window.page.getByText('Nothing leaves this machine').first().waitFor();
    window.commit('Before any server');
    await window
      .row(/Before any server/)
      .first()
      .waitFor({ timeout: shownWithin });
  });

  it('a project is connected step by step, with checked answers', async () => {
    await window.run('Contox: Connect This Project to a Server');
    const input = window.page.locator('.quick-input-widget input.input');
    await window.page.getByText('1 Selected').waitFor();
    await window.page.getByRole('button', { name: 'OK' }).click();
    await window.page.getByText('Address of the server').waitFor();
    await input.fill('http://contox.example');
    await window.page.getByText('Only https: is used to other machines').waitFor();
    await window.shot('delivery-connect-address');
    await window.answer(other.url);
    await window.page.getByText('What the server calls this project').waitFor();
    await window.answer(other.projectId);
    await window.page.getByText('HMAC secret of').waitFor();
    await window.answer(other.secret);
    await window.page.getByText('are sent to 127.0.0.1').first().waitFor({ timeout: shownWithin });
  });

  it('a commit is at the server, and in the ledger with all that left', async () => {
    window.commit('Count the orders');
    const startedAt = Date.now();
    await until('the commit is at the server', async () => (await other.log()).includes('Count the orders'));
    console.log(`at the server ${Date.now() - startedAt} ms after the commit`);
    await window
      .row(/^Commits, delivered/)
      .first()
      .click();
    await window.page.getByRole('tab', { name: /git\.digested/ }).waitFor();
    await window.page.locator('.view-line', { hasText: 'Commits to Contox' }).first().waitFor();
  });

  it('what was done before is sent when the user says so', async () => {
    assert.ok(!(await other.log()).includes('Before any server'));
    await window.run('Contox: Send Session to Server');
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Session in progress' }).click();
    await until('it is at the server', async () => (await other.log()).includes('Before any server'));
  });

  it('past signatures are checked', async () => {
    await window.run('Contox: Verify Past Signatures');
    await window.page
      .getByText(/signature fits its body|signatures fit their bodies/)
      .first()
      .waitFor({ timeout: shownWithin });
  });

  it('in a dry run nothing leaves, and the ledger shows what would', async () => {
    await window.run('Contox: Start Dry Run');
    await window.page.getByText('Dry run: nothing is sent').first().waitFor({ timeout: shownWithin });
    window.commit('Stay at home');
    await window
      .row(/^Commits, not sent \(dry run\)/)
      .first()
      .waitFor({ timeout: shownWithin });
    assert.ok(!(await other.log()).includes('Stay at home'));
    await window.run('Contox: End Dry Run');
    await window.row(/^Server Contox, (?!dry run)/).waitFor({ timeout: shownWithin });
  });

  it('a server that is away is said in the status bar, and nothing is lost', async () => {
    await other.stop();
    window.commit('Wait for the server');
    await window.page.locator('.statusbar-item[aria-label*="1 event waiting"]').waitFor({ timeout: shownWithin });
    await window
      .row(/^Commits, waits/)
      .first()
      .waitFor({ timeout: shownWithin });
  });
});
