import { ApiError } from '../apiError';
import type { ApiRequest } from '../message';

/** Names under which the server is spoken to; a page of the web that reaches it by a name of its own has another one. */
const ownNames = ['127.0.0.1', 'localhost', '[::1]'];

/** Refuses requests that a browser was led to send here: a foreign `Host` or `Origin`. `port` is that of the server. */
export function checkOrigin({ headers }: ApiRequest, port: number): void {
  const hosts = ownNames.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  const host = (headers['host'] ?? '').toLowerCase();
  if (!hosts.includes(host)) throw new ApiError(403, 'Host not allowed');
  const { origin } = headers;
  if (origin !== undefined && !hosts.some((name) => origin.toLowerCase() === `http://${name}`))
    throw new ApiError(403, 'Origin not allowed');
}
