/** At which point a request failed without a whole answer. */
export type TransportFault =
  | 'dns'
  | 'offline'
  | 'refused'
  | 'tls'
  | 'proxy'
  | 'proxyAuth'
  | 'timeout'
  | 'cut'
  | 'stopped';

export class TransportError extends Error {
  constructor(
    readonly fault: TransportFault,
    message: string,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }
}

/** Errors of Node by their code; each first one that fits. */
const faults: readonly (readonly [code: RegExp, fault: TransportFault, sentence: string])[] = [
  [/^(?:ENOTFOUND|EAI_)/, 'dns', 'The name of the server is not known'],
  [/^(?:ENETUNREACH|ENETDOWN|EHOSTUNREACH|EHOSTDOWN|EADDRNOTAVAIL)$/, 'offline', 'There is no way to the server'],
  [/^ECONNREFUSED$/, 'refused', 'Nothing answers at this address'],
  [
    /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS|ERR_SSL|EPROTO|HOSTNAME_MISMATCH)/,
    'tls',
    'The server could not prove who it is',
  ],
  [/^(?:ETIMEDOUT|ESOCKETTIMEDOUT)$/, 'timeout', 'The server did not answer in time'],
];

/** Never holds a text of the other side: messages of Node name hosts and codes only. */
export function toTransportError(error: unknown): TransportError {
  if (error instanceof TransportError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  for (const [pattern, fault, sentence] of faults)
    if (pattern.test(code)) return new TransportError(fault, `${sentence} (${code})`, error);
  return new TransportError('cut', `The connection broke off${code === '' ? '' : ` (${code})`}`, error);
}
