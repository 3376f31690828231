import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy for CONNECT that keeps what went through it, as it can be read on the way. */
export class ProxyServer {
  readonly asked: { readonly target: string; readonly authorization: string | undefined }[] = [];
  readonly passed: Buffer[] = [];
  /** Status of its answer to CONNECT. */
  answer = 200;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly host: string,
  ) {}

  static async start(): Promise<ProxyServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const made = new ProxyServer(server, `127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('connection', (socket) => made.watch(socket));
    server.on('connect', (request: IncomingMessage, socket: Socket) => made.connect(request, socket));
    return made;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private watch(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.sockets.delete(socket));
  }

  private connect({ url = '', headers }: IncomingMessage, socket: Socket): void {
    this.asked.push({ target: url, authorization: headers['proxy-authorization'] });
    if (this.answer !== 200) {
      socket.end(`HTTP/1.1 ${this.answer} No\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const { hostname, port } = new URL(`http://${url}`);
    const target = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.on('data', (chunk: Buffer) => this.passed.push(chunk));
      socket.pipe(target).pipe(socket);
    });
    this.watch(target);
  }
}
