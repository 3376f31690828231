import type { TransportFault } from '../http/transportError';

/** What to do about requests that got no answer. All of these are tried again by themselves. */
export const faultCures: Readonly<Record<TransportFault, string>> = {
  dns: 'Check the network connection and the address of the server. It is tried again by itself.',
  offline: 'Check the network connection. It is tried again by itself.',
  refused: 'Check that the server runs and that its address and port are right. It is tried again by itself.',
  tls: 'Check the certificate of the server, or of what intercepts the connection. Nothing is sent without a valid one.',
  proxy: 'Check the proxy settings. It is tried again by itself.',
  proxyAuth: 'Put user name and password of the proxy into the proxy settings.',
  timeout: 'The server is slow or out of reach. It is tried again by itself.',
  cut: 'The connection is not stable. It is tried again by itself.',
  stopped: 'It is sent again at the next start.',
};

export const cures = {
  secret: 'Enter the secret of this project again: Contox: Set Server Secret.',
  key: 'Enter the key of the server again: Contox: Set Server Secret.',
  forbidden: 'Ask for access on the server, or enter the secret of another user, then retry.',
  project: 'Check what the server calls this project in the setting contox.server.projects.',
  archived: 'Make the project on the server active again, then retry.',
  address: 'Check the address of the server in the setting contox.server.url.',
  redirect: 'Set contox.server.url to the address that the server names. A signed request is not sent to another one.',
  clock: 'Set the clock of this machine, or of the server.',
  later: 'It is tried again by itself.',
  rate: 'The server asks for patience. It is tried again by itself.',
  answer: 'Check that the address is that of the server itself, and not of a login page. It is tried again by itself.',
  dead: 'Look at the answer in the ledger, then retry or leave it.',
  large: 'Raise the limit of the server for the size of bodies, then retry.',
  keys: 'Anonymising needs a place for its key. Switch it off, or use Contox where there is one.',
} as const;
