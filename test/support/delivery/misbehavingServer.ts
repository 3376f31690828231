import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** One request as it came. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The exact bytes. */
  readonly body: Buffer;
  /** The idempotency key in the body. */
  readonly key: string;
}

export type Behaviour =
  | 'ok'
  /** It is taken, and the answer is lost. */
  | 'okThenReset'
  | 'okThenHalf'
  | 'reset'
  | 'half'
  | 'slowHeaders'
  | 'slowBody'
  | 'wrongJson'
  | 'html'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown };

/** Answers as a test says, and takes each key once, as a server does that keeps its word. */
export class MisbehavingServer {
  readonly seen: Seen[] = [];
  /** Keys that had an effect, in the order in which they had it. */
  readonly taken: string[] = [];
  /** At the same time, at most. */
  mostOpen = 0;
  behave: (seen: Seen, index: number) => Behaviour = () => 'ok';
  /** What the `Date` header tells. */
  clock: () => number = Date.now;
  private readonly sockets = new Set<Socket>();
  private readonly held = new Set<NodeJS.Timeout>();
  private open = 0;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(port = 0, tls?: { readonly key: string; readonly cert: string }): Promise<MisbehavingServer> {
    const server = tls ? createSecureServer(tls) : createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const scheme = tls ? 'https' : 'http';
    const made = new MisbehavingServer(server, `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`);
    made.listen();
    return made;
  }

  /** Until no connection is open any more. */
  async isLeft(): Promise<void> {
    while (this.sockets.size > 0) await nextTurn();
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  texts(): string {
    return this.seen.map(({ headers, body }) => `${JSON.stringify(headers)}\n${body.toString('utf8')}`).join('\n');
  }

  async close(): Promise<void> {
    for (const timer of this.held) clearInterval(timer);
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
    await nextTurn();
  }

  private listen(): void {
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    });
    this.server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      this.open += 1;
      this.mostOpen = Math.max(this.mostOpen, this.open);
      response.on('close', () => {
        this.open -= 1;
      });
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks);
        const { method = '', url: path = '', headers } = request;
        const seen = { method, path, headers, body, key: keyIn(body) };
        this.seen.push(seen);
        this.answer(this.behave(seen, this.seen.length - 1), seen, response);
      });
    });
  }

  private answer(behaviour: Behaviour, seen: Seen, response: ServerResponse): void {
    response.sendDate = false;
    response.setHeader('Date', new Date(this.clock()).toUTCString());
    if (typeof behaviour === 'object') this.send(response, behaviour.status, behaviour.body, behaviour.headers);
    else if (behaviour === 'wrongJson') this.send(response, 202, { hello: 'world' });
    else if (behaviour === 'html') this.send(response, 200, '<html>Please log in</html>');
    else if (behaviour === 'reset') response.socket?.resetAndDestroy();
    else if (behaviour === 'slowHeaders') this.drip(response);
    else if (behaviour === 'half' || behaviour === 'slowBody') this.begin(behaviour, response);
    else this.take(behaviour, seen, response);
  }

  private take(behaviour: 'ok' | 'okThenReset' | 'okThenHalf', seen: Seen, response: ServerResponse): void {
    if (!this.taken.includes(seen.key)) this.taken.push(seen.key);
    if (behaviour === 'ok') this.send(response, seen.path === '/v1/events' ? 201 : 202, this.receipt(seen));
    else if (behaviour === 'okThenReset') response.socket?.resetAndDestroy();
    else this.begin('half', response);
  }

  /** Of an answer the first part, and the rest never or letter by letter. */
  private begin(behaviour: 'half' | 'slowBody', response: ServerResponse): void {
    response.writeHead(202, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
    response.write('{"eventId": "evt_');
    if (behaviour === 'slowBody') this.held.add(setInterval(() => response.write('A'), 20));
    else setImmediate(() => response.socket?.destroy());
  }

  /** What the contract promises. */
  private receipt({ key }: Seen): unknown {
    return { id: `evt_remote_${key}`, eventId: `evt_remote_${key}`, sessionId: 'sess_remote' };
  }

  private send(response: ServerResponse, status: number, body: unknown, headers = {}): void {
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? { error: `Status ${status}` });
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(text);
  }

  /** One letter of the headers after the other, and never the last one. */
  private drip({ socket }: ServerResponse): void {
    socket?.write('HTTP/1.1 202 Accepted\r\nX-Slow: ');
    this.held.add(setInterval(() => socket?.writable && socket.write('a'), 20));
  }
}

function keyIn(body: Buffer): string {
  const parsed = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
  return String(parsed['eventId'] ?? parsed['idempotency_key']);
}
