import type { IncomingMessage } from 'node:http';
import { ApiError } from '../apiError';
import { type ApiRequest, mostBodyBytes } from '../message';

/** A request of Node as the routes see it. The body is read when it is first asked for, and once. */
export function readRequest(message: IncomingMessage, signal: AbortSignal): ApiRequest {
  let body: Promise<Uint8Array> | undefined;
  return {
    method: message.method ?? 'GET',
    target: message.url ?? '/',
    headers: singleHeaders(message),
    peer: message.socket.remoteAddress ?? '',
    signal,
    readBody() {
      body ??= collect(message);
      return body;
    },
  };
}

/** Node joins repeated headers by commas, so that two signatures are none; a list comes from `Set-Cookie` only. */
function singleHeaders({ headers }: IncomingMessage): Record<string, string | undefined> {
  const single: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(headers)) single[name] = Array.isArray(value) ? value.join(', ') : value;
  return single;
}

async function collect(message: IncomingMessage): Promise<Uint8Array> {
  if (Number(message.headers['content-length'] ?? 0) > mostBodyBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of message.iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).length;
      if (size > mostBodyBytes) throw tooLarge();
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    if (error instanceof ApiError) throw error;
    // The other end went away in the middle; nobody reads the answer.
    throw new ApiError(400, 'Invalid request body');
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size);
}

const tooLarge = (): ApiError => new ApiError(413, 'The body has more than 1 MiB');
