import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { main } from '../../../src/cli/main';
import { openEngine } from '../../../src/cli/openEngine';

function collector() {
  const stream = Object.assign(new PassThrough(), { isTTY: false });
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString() };
}

describe('contox deliveries', () => {
  const data = mkdtempSync(join(tmpdir(), 'contox-deliveries-'));
  after(() => rmSync(data, { recursive: true, force: true }));

  async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const [out, err] = [collector(), collector()];
    const streams = { stdout: out.stream, stderr: err.stream, signal: new AbortController().signal, distDir: '' };
    const code = await main(['deliveries', ...args, '--data', data], streams);
    return { code, out: out.text(), err: err.text() };
  }

  it('says that nothing is sent, then what a dry run would send', async () => {
    assert.match((await run('status')).out, /no server is configured/);
    const engine = await openEngine({ dataDir: data, distDir: '', stderr: process.stderr });
    const { id: projectId } = await engine.createProject({ name: 'Shop' });
    await engine.configureDelivery({
      sinks: [
        {
          kind: 'contox',
          url: 'https://contox.example',
          dryRun: true,
          projects: [{ projectId, remoteId: 'proj_there' }],
        },
      ],
      secrets: [{ kind: 'contox', projectId, secret: 'whsec_cli' }],
    });
    await engine.ingest({ projectId, event: 'session_save', payload: { summary: 'Seen first', changes: [] } });
    while ((await engine.listDeliveries({ state: 'queued' })).items.length > 0)
      await new Promise((resolve) => setImmediate(resolve));
    await engine.dispose();

    const { out } = await run('--json');
    const [first] = JSON.parse(out) as { id: string; state: string }[];
    assert.equal(first?.state, 'dryRun');
    assert.match((await run('list', '--state', 'dryRun')).out, /session\.saved +\d+ bytes/);
    const shown = await run('show', first?.id ?? '');
    assert.match(shown.out, /X-Contox-Signature +sha256=[0-9a-f]{64}/);
    assert.match(shown.out, /"summary":"Seen first"/);
    assert.match((await run('status')).out, /state +dryRun/);
    assert.match((await run('verify')).out, /unknown +1/);
    assert.equal((await run('retry', first?.id ?? '')).out, '1 queued.\n');
    assert.match((await run('show', 'dlv_none')).err, /Delivery not found/);
    assert.equal((await run('list', '--state', 'lost')).code, 2);
  });
});
