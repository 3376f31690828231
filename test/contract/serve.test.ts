import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startApiWorker } from '../../src/engine/api/worker/startApiWorker';
import { startEngineWorker } from '../../src/engine/rpc/workerEngine';
import { sign } from '../../src/engine/signature';
import { openDatabase } from '../../src/engine/storage/openDatabase';
import { makeGitFolder } from '../support/gitFolder';
import { buildProgram, ServeProcess } from './support/serveProcess';

interface Named {
  readonly id: string;
}

describe('contox serve', function () {
  this.timeout(60_000);
  let base: string;
  let dist: string;
  const running: ServeProcess[] = [];
  before(async () => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'contox-serve-')));
    dist = join(base, 'dist');
    await buildProgram(dist);
  });
  afterEach(async () => {
    for (const server of running.splice(0)) if (server.child.exitCode === null) await server.stop('SIGKILL');
  });
  after(() => rmSync(base, { recursive: true, force: true }));

  async function serve(data: string, ...args: readonly string[]): Promise<ServeProcess> {
    const server = await ServeProcess.start(dist, '--port', '0', '--data', join(base, data), ...args);
    running.push(server);
    return server;
  }

  it('prints one line when it is ready, and a key only when it is asked for', async () => {
    const plain = await serve('line');
    assert.deepEqual(Object.keys(plain.line), ['url', 'pid']);
    assert.match(plain.url, /^http:\/\/127\.0\.0\.1:\d+$/);
    await plain.stop();
    const withKey = await serve('line', '--print-key', '--rate-limit', '7');
    assert.match(withKey.key, /^contox_sk_[\w-]{43}$/);
    const { headers } = await fetch(`${withKey.url}/api/projects`, {
      headers: { Authorization: `Bearer ${withKey.key}` },
    });
    assert.equal(headers.get('x-ratelimit-limit'), '7');
    await withKey.stop();
    assert.equal(filesThatHold(join(base, 'line'), withKey.key), 0);
  });

  it('refuses a wrong command line with 2, and a port that is taken with 1', async () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [join(dist, 'cli.js'), 'serve', ...args], { encoding: 'utf8' });
    for (const args of [
      ['--port', 'x'],
      ['--port', '70000'],
      ['--rate-limit', '0'],
      ['--plan', 'free'],
      ['--what'],
      ['x'],
    ])
      assert.equal(run(...args).status, 2, args.join(' '));
    const server = await serve('taken');
    const { status, stderr } = run('--port', new URL(server.url).port, '--data', join(base, 'taken-too'));
    assert.deepEqual([status, stderr], [1, `contox serve: The port ${new URL(server.url).port} is in use.\n`]);
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    it(`answers what is in flight and closes the store on ${signal}`, async () => {
      const server = await serve(`stop-${signal}`, '--print-key');
      const body = JSON.stringify({ name: 'In flight' });
      const { port, host } = new URL(server.url);
      const socket = connect(Number(port), '127.0.0.1');
      const head = `POST /api/projects HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${server.key}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`;
      const answer = new Promise<string>((resolve, reject) => {
        let text = '';
        socket.on('data', (chunk) => {
          text += chunk.toString();
          // The server has the request and waits for its body when it is told to stop.
          if (text.startsWith('HTTP/1.1 100') && !server.child.killed) {
            server.child.kill(signal);
            socket.write(body);
          }
        });
        socket.on('error', reject);
        socket.on('close', () => resolve(text));
      });
      socket.write(head);
      assert.match(await answer, /HTTP\/1\.1 201 Created/);
      assert.deepEqual(await server.ended, [0, null]);
      assert.equal(server.errors(), '');
      assert.equal(readdirSync(join(base, `stop-${signal}`)).includes('owner.json'), false);
      const again = await serve(`stop-${signal}`, '--print-key');
      assert.equal((await again.call<Named[]>('GET', '/api/projects')).length, 1);
    });

  it('loses nothing that it acknowledged when it is killed right after', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 4; round++) {
      const server = await serve('killed', '--print-key', '--rate-limit', '1000000');
      const projects = await server.call<Named[]>('GET', '/api/projects');
      const { id } = projects[0] ?? (await server.call<Named>('POST', '/api/projects', { name: 'Durable' }));
      const { secret } = await server.call<{ secret: string }>('GET', `/api/projects/${id}/hmac-secret`);
      const known = await eventIds(server, id);
      for (const event of acknowledged) assert.ok(known.has(event), `${event} is lost`);
      acknowledged.push(...(await ingestAndKill(server, id, secret, round)));
    }
    assert.ok(acknowledged.length >= 4 * 40, `${acknowledged.length} were acknowledged`);
  });

  it('serves a store that another process owns, and goes on when that one is killed', async () => {
    const owner = await serve('shared', '--print-key');
    const client = await serve('shared', '--print-key');
    const project = await client.call<Named>('POST', '/api/projects', { name: 'Shared' });
    assert.deepEqual(
      (await owner.call<Named[]>('GET', '/api/projects')).map(({ id }) => id),
      [project.id],
    );
    await owner.stop('SIGKILL');
    assert.deepEqual(
      (await client.call<Named[]>('GET', '/api/projects')).map(({ id }) => id),
      [project.id],
    );
    await client.call('POST', '/api/contexts', { name: 'After' });
  });

  it('is the same from a worker thread of the editor', async () => {
    const dataDir = join(base, 'worker');
    const logged: string[] = [];
    const log = (message: string): void => void logged.push(message);
    const logger = { debug: log, info: log, warn: log, error: log };
    const options = { workerFile: join(dist, 'engineWorker.js'), dataDir, distDir: dist, logger };
    const engine = startEngineWorker(options);
    const api = await startApiWorker({ ...options, port: 0 });
    const { key } = await engine.createKey({ name: 'editor' });
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
    const made = await fetch(`${api.url}/api/projects`, { method: 'POST', headers, body: '{"name":"From a tool"}' });
    assert.equal(made.status, 201);
    assert.deepEqual(
      (await engine.listProjects({})).map(({ name }) => name),
      ['From a tool'],
    );
    const [{ path }] = await Promise.all([engine.backUpStore({}), engine.createProject({ name: 'Meanwhile' })]);
    const backup = await openDatabase(path);
    assert.deepEqual(backup.get('SELECT name FROM projects WHERE name LIKE ?', ['From%']), { name: 'From a tool' });
    assert.deepEqual(backup.all('PRAGMA integrity_check'), [{ integrity_check: 'ok' }]);
    backup.close();
    assert.deepEqual(
      readdirSync(dataDir).filter((name) => name.includes('snapshot')),
      [],
    );
    await assert.rejects(startApiWorker({ ...options, port: Number(new URL(api.url).port) }), /is in use/);
    await api.stop();
    await api.ended;
    await assert.rejects(fetch(`${api.url}/health`));
    await engine.dispose();
    assert.deepEqual(
      logged.filter((line) => line.includes('crashed')),
      [],
    );
  });

  it('is looked over by the doctor in a thread of its own, while it goes on', async () => {
    const data = join(base, 'doctored');
    const server = await serve('doctored', '--print-key');
    await server.call('POST', '/api/projects', { name: 'P' });
    const args = [join(dist, 'cli.js'), 'doctor', '--json', '--data', data];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const { ok, checks } = JSON.parse(stdout) as { ok: boolean; checks: { name: string; status: string }[] };
    assert.ok(ok, stdout);
    assert.deepEqual(
      checks.slice(0, 3).map(({ name, status }) => `${name} ${status}`),
      ['store ok', 'log ok', 'blobs ok'],
    );
    assert.deepEqual(
      readdirSync(data).filter((name) => name.includes('snapshot')),
      [],
    );
    await server.stop();
  });

  it('scans a folder', async () => {
    const folder = makeGitFolder(join(base, 'shop'), {
      'package.json': '{"name":"shop","dependencies":{"express":"4.19.2"}}',
      'index.js': "const app = require('express')();\napp.get('/users/:id', (req, res) => res.json({}));\n",
    });
    const server = await serve('scans', '--print-key', '--rate-limit', '1000000');
    const { id: projectId } = await server.call<Named>('POST', '/api/projects', { name: 'Shop', localPath: folder });
    await server.call('POST', '/api/v2/genesis/start', { projectId });
    let phase = '';
    while (phase !== 'complete') {
      const { scan } = await server.call<{ scan: { phase: string; error: string | null } }>(
        'GET',
        `/api/v2/genesis/status?projectId=${projectId}`,
      );
      assert.equal(scan.error, null);
      phase = scan.phase;
    }
    const { routes } = await server.call<{ routes: { path: string }[] }>(
      'GET',
      `/api/v2/genesis/inventory?projectId=${projectId}`,
    );
    assert.deepEqual(
      routes.map(({ path }) => path),
      ['/users/{id}'],
    );
  });
});

/** Sends signed events over several connections until enough are acknowledged, and kills the server at that instant. */
async function ingestAndKill(
  server: ServeProcess,
  projectId: string,
  secret: string,
  round: number,
): Promise<string[]> {
  const acknowledged: string[] = [];
  let sent = 0;
  const sendMany = async (): Promise<void> => {
    while (!server.child.killed) {
      const payload = { summary: `round ${round}, number ${sent++}`, changes: [] };
      const body = JSON.stringify({ event: 'session_save', payload });
      const timestamp = Math.floor(Date.now() / 1000);
      const headers = {
        'Content-Type': 'application/json',
        'X-Contox-Project': projectId,
        'X-Contox-Timestamp': String(timestamp),
        'X-Contox-Signature': sign(secret, timestamp, body),
      };
      const response = await fetch(`${server.url}/api/v2/ingest`, { method: 'POST', headers, body });
      assert.equal(response.status, 202);
      acknowledged.push(((await response.json()) as { eventId: string }).eventId);
      if (acknowledged.length === 40 + round) server.child.kill('SIGKILL');
    }
  };
  // What was on its way when the server died has no answer.
  await Promise.allSettled(Array.from({ length: 8 }, sendMany));
  await server.ended;
  return acknowledged;
}

async function eventIds(server: ServeProcess, projectId: string): Promise<Set<string>> {
  const ids = new Set<string>();
  const headers = { Authorization: `Bearer ${server.key}` };
  let url: string | undefined = `${server.url}/v1/events?projectId=${projectId}&limit=200`;
  while (url !== undefined) {
    const response: Response = await fetch(url, { headers });
    for (const { id } of (await response.json()) as Named[]) ids.add(id);
    url = /^<([^>]+)>/.exec(response.headers.get('link') ?? '')?.[1];
  }
  return ids;
}

/** How many files below a folder hold a text. */
function filesThatHold(folder: string, text: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(text)).length;
}
