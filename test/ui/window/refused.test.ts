import assert from 'node:assert/strict';
import { MisbehavingServer } from '../../support/delivery/misbehavingServer';
import { until, WorkWindow } from './workWindow';

const shownWithin = 15_000;

describe('a server that refuses what a window sends', () => {
  let window: WorkWindow;
  let server: MisbehavingServer;

  before(async () => {
    server = await MisbehavingServer.start();
    window = await WorkWindow.open({ settings: { 'workbench.colorTheme': 'Default High Contrast' } });
    await window.showViews();
    await window.row('orders-service').first().waitFor();
    await window.connect(server.url, 'proj_there', 'whsec_a-secret-of-the-other-side-0123456789');
  });
  after(async () => {
    await window?.close();
    await server?.close();
  });

  it('is told with its reason, in high contrast too, and the rest goes on', async () => {
    const refused = { status: 422, body: { error: 'The payload has no field `lines`.' } };
    server.behave = (seen) => (seen.body.includes('Refuse me') ? refused : 'ok');
    window.commit('Refuse me');
    await window.row(/^Commits, refused, .*no field/).waitFor({ timeout: shownWithin });
    window.commit('Take me');
    await window.row(/^Commits, delivered/).waitFor({ timeout: shownWithin });
    await window.shot('refused-high-contrast');
  });

  it('gets it again when the user says so, once, and takes it', async () => {
    server.behave = () => 'ok';
    const before = server.taken.length;
    const row = window.row(/^Commits, refused/);
    await row.hover();
    await row.getByRole('button', { name: /Try .*Again|Retry/ }).click();
    await until('it is taken', async () => server.taken.length > before);
    await row.waitFor({ state: 'detached', timeout: shownWithin });
    assert.equal(server.taken.length, before + 1);
    await window.shot('refused-and-taken');
  });
});
