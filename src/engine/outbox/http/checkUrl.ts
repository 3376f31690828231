import { EngineError } from '../../../base/engineError';

/** Names of this machine; `URL` writes IPv4 addresses in one form. */
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The address of a server as it is kept, without a slash at its end. Throws `invalid` for one that may not be used. */
export function checkUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) throw invalid('is not an address');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback.test(url.hostname)))
    throw invalid('must begin with https://; http:// is for this machine only');
  if (url.username !== '' || url.password !== '') throw invalid('must not hold a user name or a password');
  if (url.search !== '' || url.hash !== '') throw invalid('must not hold ? or #');
  return `${url.origin}${url.pathname.replace(/\/{1,100}$/, '')}`;
}

function invalid(message: string): EngineError {
  return new EngineError('invalid', `The address of a server ${message}`, { details: [{ path: 'url', message }] });
}
