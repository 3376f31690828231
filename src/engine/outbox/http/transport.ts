import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { findProxy, type ProxyConfig } from './findProxy';
import { TransportError, toTransportError } from './transportError';
import { TunnelAgent } from './tunnelAgent';

export interface WireRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as it is: a signature covers these bytes. */
  readonly body: Buffer;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** The beginning of it, where it is long. */
  readonly text: string;
}

export interface TransportTimeouts {
  /** Until there is a connection, with its encryption. */
  readonly connectMs: number;
  /** From there until the headers of the answer are there. */
  readonly headersMs: number;
  /** For the whole exchange, whatever comes meanwhile. */
  readonly totalMs: number;
}

export const usualTimeouts: TransportTimeouts = { connectMs: 10_000, headersMs: 30_000, totalMs: 60_000 };

const mostAnswerBytes = 64 * 1024;
const mostConnections = 4;

/** Posts to servers. Holds connections open between requests until `rest`; follows no redirect. */
export class Transport {
  private agent: HttpAgent | undefined;
  private agentOf = '';

  constructor(
    private readonly timeouts: TransportTimeouts,
    private readonly environment: Readonly<Record<string, string | undefined>>,
    private readonly trusted: readonly string[] | undefined,
  ) {}

  /** Rejects with `TransportError` where there is no whole answer. */
  async post(request: WireRequest, proxy: ProxyConfig, signal: AbortSignal): Promise<WireAnswer> {
    const url = new URL(request.url);
    const agent = this.agentFor(url, proxy);
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const outgoing = send(url, { method: 'POST', agent, headers: { ...request.headers } });
    const watch = new Watch(outgoing, this.timeouts, signal);
    try {
      return await exchange(outgoing, request.body, watch);
    } catch (error) {
      throw watch.reason ?? toTransportError(error);
    } finally {
      watch.end();
    }
  }

  /** Closes what is open. */
  rest(): void {
    this.agent?.destroy();
    this.agent = undefined;
  }

  private agentFor(url: URL, config: ProxyConfig): HttpAgent {
    const proxy = findProxy(url, config, this.environment);
    const name = `${url.origin} ${proxy?.url.href ?? ''} ${proxy?.strict ?? ''}`;
    if (this.agent && this.agentOf === name) return this.agent;
    this.rest();
    const options = { keepAlive: true, maxSockets: mostConnections, maxFreeSockets: mostConnections };
    // Said, because an environment variable of Node would switch it off.
    const checked = { rejectUnauthorized: true, minVersion: 'TLSv1.2' } as const;
    const secure = { ...options, ...checked, ...(this.trusted ? { ca: [...this.trusted] } : {}) };
    this.agentOf = name;
    if (url.protocol !== 'https:') this.agent = new HttpAgent(options);
    else this.agent = proxy ? new TunnelAgent(proxy, this.timeouts.connectMs, secure) : new HttpsAgent(secure);
    return this.agent;
  }
}

/** Ends a request that takes too long at one of its stages, or is no longer wanted. */
class Watch {
  reason: TransportError | undefined;
  private readonly total: NodeJS.Timeout;
  private stage: NodeJS.Timeout;
  private readonly stop = (): void => this.give('stopped', 'The program ended before the answer came');

  constructor(
    private readonly request: ClientRequest,
    private readonly timeouts: TransportTimeouts,
    private readonly signal: AbortSignal,
  ) {
    this.total = setTimeout(() => this.give('timeout', 'The answer did not end in time'), timeouts.totalMs);
    this.stage = setTimeout(() => this.give('timeout', 'There was no connection in time'), timeouts.connectMs);
    request.once('socket', (socket) => this.watchSocket(socket));
    if (signal.aborted) this.stop();
    signal.addEventListener('abort', this.stop);
  }

  answered(): void {
    clearTimeout(this.stage);
  }

  end(): void {
    clearTimeout(this.total);
    clearTimeout(this.stage);
    this.signal.removeEventListener('abort', this.stop);
  }

  private watchSocket(socket: Socket): void {
    const connected = (): void => {
      clearTimeout(this.stage);
      this.stage = setTimeout(() => this.give('timeout', 'The server did not answer in time'), this.timeouts.headersMs);
    };
    if (!socket.connecting) connected();
    else socket.once('encrypted' in socket ? 'secureConnect' : 'connect', connected);
  }

  private give(fault: TransportError['fault'], message: string): void {
    this.reason ??= new TransportError(fault, message);
    this.request.destroy(this.reason);
  }
}

function exchange(outgoing: ClientRequest, body: Buffer, watch: Watch): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.once('response', (answer) => {
      watch.answered();
      collect(answer).then(
        (text) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
        reject,
      );
    });
    outgoing.end(body);
  });
}

/** An answer that breaks off is none. Of a long one the beginning is enough, and the rest is not waited for. */
function collect(answer: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const text = (): string => Buffer.concat(chunks).subarray(0, mostAnswerBytes).toString('utf8');
    answer.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size <= mostAnswerBytes) return;
      resolve(text());
      answer.destroy();
    });
    answer.once('end', () => resolve(text()));
    answer.once('error', reject);
    answer.once('close', () => reject(new TransportError('cut', 'The answer broke off')));
  });
}
