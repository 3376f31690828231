import { connect } from 'node:net';
import { EngineError } from '../../base/engineError';
import type { Logger } from '../../base/logger';
import type { OwnerRecord } from '../../shared/store';
import { type ProgramVersion, parseServerMessage } from './answers';
import { type SocketChannel, socketChannel } from './socketChannel';
import { fromWireError } from './wireError';

/** An owner that does not greet in this time is suspended, for example by a debugger. */
const greetingMs = 10_000;

export interface JoinOptions {
  readonly version: ProgramVersion;
  readonly logger: Logger;
  /** Ends the attempt as if the owner were gone. */
  readonly signal: AbortSignal;
}

/**
 * Connects to the owner that the record names. `undefined` where it is gone or about to go, so that the store is free
 * soon. Rejects with `newerStore` where it refuses this program, and `unavailable` where it does not answer.
 */
export function joinOwner(record: OwnerRecord, options: JoinOptions): Promise<SocketChannel | undefined> {
  const { version, logger, signal } = options;
  return new Promise((resolve, reject) => {
    const socket = connect(record.address);
    const channel = socketChannel(socket, logger);
    const late = setTimeout(() => {
      reject(new EngineError('unavailable', `The Contox process ${record.pid}, which has the store, does not answer.`));
      channel.dispose();
    }, greetingMs);
    socket.once('connect', () => channel.send({ hello: { token: record.token, pid: process.pid, ...version } }));
    const abort = (): void => channel.dispose();
    signal.addEventListener('abort', abort);
    channel.onClose(() => {
      signal.removeEventListener('abort', abort);
      clearTimeout(late);
      resolve(undefined);
    });
    const first = channel.onMessage((value) => {
      first.dispose();
      clearTimeout(late);
      const message = parseServerMessage(value);
      if (message && 'refused' in message) reject(fromWireError(message.refused));
      else if (message && 'welcome' in message) {
        signal.removeEventListener('abort', abort);
        channel.trust();
        resolve(channel);
        return;
      }
      channel.dispose();
    });
  });
}
