import { timingSafeEqual } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { EngineError } from '../../base/engineError';
import type { Logger } from '../../base/logger';
import { isNewer, type ProgramVersion, type ServerMessage } from './answers';
import { greeting } from './messages';
import { type SocketChannel, socketChannel } from './socketChannel';
import { toWireError } from './wireError';

export interface SocketServerOptions {
  readonly address: string;
  readonly token: string;
  readonly version: ProgramVersion;
  readonly logger: Logger;
  /** A client was recognised; it may call from now on. */
  readonly onClient: (channel: SocketChannel) => void;
  /** A newer program wants the store. It tries again by itself. */
  readonly onNewer: (version: ProgramVersion) => void;
}

const greetingMs = 5000;
const mostClients = 200;

/** Listens for other processes on a socket that only this user can reach, and lets in who shows the token. */
export class SocketServer {
  private readonly clients = new Set<SocketChannel>();

  private constructor(
    private readonly options: SocketServerOptions,
    private readonly server: Server,
  ) {
    server.maxConnections = mostClients;
    server.on('connection', (socket) => this.greet(socket));
  }

  /** Resolves when clients can connect. */
  static listen(options: SocketServerOptions): Promise<SocketServer> {
    const server = createServer();
    const listening = new SocketServer(options, server);
    return new Promise((resolve, reject) => {
      server.once('error', (cause) =>
        reject(
          new EngineError('unavailable', `Contox can't listen on ${options.address}: ${cause.message}.`, { cause }),
        ),
      );
      server.listen(options.address, () => {
        if (process.platform !== 'win32') chmodSync(options.address, 0o600);
        server.removeAllListeners('error').on('error', (error) => options.logger.error('The socket failed', error));
        resolve(listening);
      });
    });
  }

  broadcast(message: ServerMessage): void {
    for (const client of this.clients) client.send(message);
  }

  /** Takes no more clients and ends the connections once what was sent is out, after a second in any case. */
  async close(): Promise<void> {
    const gone = new Promise<void>((resolve) => this.server.close(() => resolve()));
    for (const client of this.clients) client.end();
    const impatient = setTimeout(() => {
      for (const client of this.clients) client.dispose();
    }, 1000);
    await gone;
    clearTimeout(impatient);
  }

  private greet(socket: Socket): void {
    const channel = socketChannel(socket, this.options.logger);
    this.clients.add(channel);
    channel.onClose(() => this.clients.delete(channel));
    const late = setTimeout(() => channel.dispose(), greetingMs);
    channel.onClose(() => clearTimeout(late));
    const first = channel.onMessage((message) => {
      first.dispose();
      clearTimeout(late);
      this.answer(channel, message);
    });
  }

  private answer(channel: SocketChannel, message: unknown): void {
    const { version, token, onClient, onNewer } = this.options;
    const hello = greeting.safeParse(message).data?.hello;
    if (!hello || !isSameToken(hello.token, token)) {
      channel.dispose();
    } else if (isNewer(version, hello)) {
      const text = `The store is in use by a newer version of Contox (process ${process.pid}). Update Contox, or reload this window.`;
      channel.send({ refused: toWireError(new EngineError('newerStore', text)) } satisfies ServerMessage);
      channel.end();
    } else if (isNewer(hello, version)) {
      channel.send({ yielding: hello } satisfies ServerMessage);
      onNewer(hello);
    } else {
      channel.trust();
      channel.send({ welcome: { pid: process.pid } } satisfies ServerMessage);
      onClient(channel);
    }
  }
}

function isSameToken(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
