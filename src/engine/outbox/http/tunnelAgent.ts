import { type ClientRequest, request as httpRequest } from 'node:http';
import { Agent, type AgentOptions, request as httpsRequest } from 'node:https';
import type { Duplex } from 'node:stream';
import { type ConnectionOptions, connect as tlsConnect } from 'node:tls';
import type { ProxyServer } from './findProxy';
import { TransportError } from './transportError';

type Connected = (error: Error | null, socket?: Duplex) => void;

/** Reaches https servers through a proxy by CONNECT: the proxy sees their names and nothing of what is said. */
export class TunnelAgent extends Agent {
  constructor(
    private readonly proxy: ProxyServer,
    private readonly connectMs: number,
    options: AgentOptions,
  ) {
    super(options);
  }

  /** Called by Node for each new connection; the declared types leave it out. */
  override createConnection(options: ConnectionOptions, connected: Connected): undefined {
    const { host = '', port = 443 } = options;
    const request = this.openTunnel(`${host.includes(':') ? `[${host}]` : host}:${port}`);
    request.once('connect', (answer, socket) => {
      if (answer.statusCode !== 200) {
        socket.destroy();
        const denied = answer.statusCode === 407;
        connected(new TransportError(denied ? 'proxyAuth' : 'proxy', `The proxy answered ${answer.statusCode}`));
        return;
      }
      connected(null, tlsConnect({ ...options, socket, servername: options.servername ?? host }));
    });
    request.once('error', (error) => connected(new TransportError('proxy', `The proxy can not be reached`, error)));
    request.end();
    return undefined;
  }

  private openTunnel(path: string): ClientRequest {
    const { url, strict } = this.proxy;
    const secure = url.protocol === 'https:';
    const login = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    const request = (secure ? httpsRequest : httpRequest)({
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
      method: 'CONNECT',
      path,
      agent: false,
      headers: {
        host: path,
        ...(login === ':' ? {} : { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` }),
      },
      ...(secure ? { rejectUnauthorized: strict } : {}),
    });
    request.setTimeout(this.connectMs, () => request.destroy(new Error('no answer in time')));
    return request;
  }
}
