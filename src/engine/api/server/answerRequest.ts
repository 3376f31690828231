import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Api } from '../createApi';
import { mostBodyBytes } from '../message';
import { readRequest } from './readRequest';

/** So much of a body that nobody wants is read and dropped, so that the other end gets to see its answer. */
const mostDroppedBytes = 8 * mostBodyBytes;

/** Answers one request of Node through the routes. */
export async function answerRequest(
  api: Api,
  message: IncomingMessage,
  response: ServerResponse,
  mayStayOpen: () => boolean,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const { status, headers, body } = await api(readRequest(message, gone.signal));
  if (response.destroyed) return;
  const unread = !message.readableEnded && hasBody(message);
  if (unread) drop(message);
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  response.writeHead(status, { ...headers, ...length, ...(unread || !mayStayOpen() ? { Connection: 'close' } : {}) });
  response.end(body);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function drop(message: IncomingMessage): void {
  let dropped = 0;
  message.on('data', (chunk: Buffer) => {
    dropped += chunk.length;
    if (dropped > mostDroppedBytes) message.destroy();
  });
  message.resume();
}
