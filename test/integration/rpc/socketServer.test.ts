import assert from 'node:assert/strict';
import { lstatSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { EngineError } from '../../../src/base/engineError';
import { silentLogger } from '../../../src/base/logger';
import type { ProgramVersion } from '../../../src/engine/rpc/answers';
import { encodeFrame } from '../../../src/engine/rpc/frames';
import { joinOwner } from '../../../src/engine/rpc/joinOwner';
import { SocketServer } from '../../../src/engine/rpc/socketServer';
import { createSocketAddress, removeStaleSocket } from '../../../src/engine/storage/owner/socketAddress';
import type { OwnerRecord } from '../../../src/shared/store';

describe('the socket of the owner', () => {
  const version = { protocol: 3, schemaVersion: 5 };
  let server: SocketServer;
  let address = '';
  let clients = 0;
  let newer: ProgramVersion[] = [];

  beforeEach(async () => {
    clients = 0;
    newer = [];
    address = createSocketAddress();
    server = await SocketServer.listen({
      address,
      token: 'right',
      version,
      logger: silentLogger,
      onClient: () => {
        clients += 1;
      },
      onNewer: (program) => newer.push(program),
    });
  });
  afterEach(() => server.close());

  const record = (change: Partial<OwnerRecord> = {}): OwnerRecord => ({
    host: '',
    bootId: '',
    namespace: '',
    pid: process.pid,
    startedAt: '',
    ...version,
    address,
    token: 'right',
    ...change,
  });
  const join = (program: ProgramVersion = version, change: Partial<OwnerRecord> = {}) =>
    joinOwner(record(change), { version: program, logger: silentLogger, signal: new AbortController().signal });
  /** Sends bytes as a stranger would; resolves when the other side has hung up. */
  const send = (bytes: Uint8Array): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect(address, () => socket.write(bytes));
      socket.on('error', () => undefined);
      socket.once('close', () => resolve());
    });

  it('lies where only the user may go, with a path that fits', function () {
    if (process.platform === 'win32') this.skip();
    assert.equal(lstatSync(dirname(address)).mode & 0o777, 0o700);
    assert.equal(lstatSync(address).mode & 0o777, 0o600);
    assert.ok(Buffer.byteLength(address) < 104);
  });

  it('lets in who shows the token', async () => {
    const channel = await join();
    assert.ok(channel);
    assert.equal(clients, 1);
    channel.dispose();
  });

  it('hangs up on a wrong token', async () => {
    assert.equal(await join(version, { token: 'wrong' }), undefined);
    assert.equal(await join(version, { token: 'right and more' }), undefined);
    assert.equal(clients, 0);
  });

  for (const [what, bytes] of [
    ['text', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['a frame too large to greet', encodeFrame({ hello: 'x'.repeat(5000) })],
    ['a frame that announces more than there can be', Buffer.from([0xff, 0xff, 0xff, 0xff])],
    [
      'a call instead of a greeting',
      encodeFrame({ call: { id: 1, method: 'listProjects', params: {}, requestId: 'r' } }),
    ],
    ['broken JSON', Buffer.from([1, 0, 0, 0, 0x7b])],
  ] as const) {
    it(`hangs up on ${what}`, async () => {
      await send(bytes);
      assert.equal(clients, 0);
      const channel = await join();
      assert.ok(channel, 'and still serves others');
      channel.dispose();
    });
  }

  it('refuses an older program and tells it why', async () => {
    for (const older of [
      { protocol: 2, schemaVersion: 9 },
      { protocol: 3, schemaVersion: 4 },
    ])
      await assert.rejects(join(older), (error) => error instanceof EngineError && error.code === 'newerStore');
    assert.equal(clients, 0);
  });

  it('makes room for a newer program', async () => {
    const program = { protocol: 3, schemaVersion: 6 };
    assert.equal(await join(program), undefined);
    assert.deepEqual(
      newer.map(({ protocol, schemaVersion }) => ({ protocol, schemaVersion })),
      [program],
    );
  });

  it('is gone for clients when the owner is', async () => {
    const channel = await join();
    const closed = new Promise<void>((resolve) => channel?.onClose(resolve));
    await server.close();
    await closed;
    assert.equal(await join(), undefined);
  });

  it('ends an attempt that is no longer wanted', async () => {
    const abort = new AbortController();
    const attempt = joinOwner(record(), { version, logger: silentLogger, signal: abort.signal });
    abort.abort();
    assert.equal(await attempt, undefined);
  });

  it('is removed by the next owner when the last one was killed, and nothing else is', () => {
    if (process.platform === 'win32') return;
    removeStaleSocket(__filename);
    assert.ok(lstatSync(__filename));
    removeStaleSocket(address);
    assert.throws(() => lstatSync(address));
  });
});
