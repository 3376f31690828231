import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EngineError } from '../../../base/engineError';
import { type ApiOptions, createApi } from '../createApi';
import { answerRequest } from './answerRequest';
import { refuseBroken } from './refuseBroken';

export interface ServeOptions extends Omit<ApiOptions, 'port'> {
  /** 0 or absent: any that is free. */
  readonly port?: number | undefined;
  /** Given by tests, which can't wait for real ones. */
  readonly timeouts?: Partial<ServerTimeouts>;
}

export interface ServerTimeouts {
  /** A request's headers, and all of it, must have come by then. */
  readonly headersMs: number;
  readonly requestMs: number;
  /** What is in flight when the server stops has so long to end. */
  readonly stopMs: number;
}

export interface ApiServer {
  /** Such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Lets requests in flight end, and takes no new ones. */
  close(): Promise<void>;
}

const usualTimeouts: ServerTimeouts = { headersMs: 10_000, requestMs: 30_000, stopMs: 10_000 };
const keepAliveMs = 30_000;
/** Many more than any tool opens; one that leaks connections is to fail, not this process. */
const mostConnections = 1_000;
const attempts = 5;

/** Serves the routes on 127.0.0.1 and, where there is one, ::1. Nothing outside of this machine can reach it. */
export async function serveApi(options: ServeOptions): Promise<ApiServer> {
  let port = 0;
  const api = createApi({ ...options, port: () => port });
  const timeouts = { ...usualTimeouts, ...options.timeouts };
  let isClosing = false;
  const answer = (message: IncomingMessage, response: ServerResponse): Promise<void> =>
    // A connection that stayed open for further requests would hold up the end.
    answerRequest(api, message, response, () => !isClosing);
  const servers = await listenOnBoth(() => makeServer(answer, timeouts), options.port ?? 0);
  port = portOf(servers[0]);
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      isClosing = true;
      await Promise.all(servers.map((server) => closeServer(server, timeouts.stopMs)));
    },
  };
}

type Servers = readonly [Server, ...Server[]];

/** On any free port the second address may be taken where the first was not; then another port is tried. */
async function listenOnBoth(make: () => Server, port: number): Promise<Servers> {
  for (let attempt = 1; ; attempt++) {
    const first = await listen(make(), '127.0.0.1', port);
    try {
      return [first, await listen(make(), '::1', portOf(first))];
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return [first];
      await closeServer(first, 0);
      if (port !== 0 || attempt === attempts) throw toListenError(error, port);
    }
  }
}

type Answer = (message: IncomingMessage, response: ServerResponse) => Promise<void>;

function makeServer(answer: Answer, { headersMs, requestMs }: ServerTimeouts): Server {
  const server = createServer(
    {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      keepAliveTimeout: keepAliveMs,
      connectionsCheckingInterval: Math.min(1_000, headersMs),
      noDelay: true,
    },
    (message, response) => void answer(message, response),
  );
  server.maxConnections = mostConnections;
  server.on('clientError', refuseBroken);
  return server;
}

function listen(server: Server, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(host === '::1' ? error : toListenError(error, port)));
    server.listen({ host, port, exclusive: true, backlog: 511 }, () => resolve(server));
  });
}

function toListenError(cause: unknown, port: number): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new EngineError('unavailable', `The port ${port} is in use.`, { cause });
  if (code === 'EACCES') return new EngineError('unavailable', `The port ${port} may not be used.`, { cause });
  return cause;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function closeServer(server: Server, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.close(() => {
      clearTimeout(impatient);
      resolve();
    });
    server.closeIdleConnections();
  });
}
