import type { Socket } from 'node:net';
import { Emitter } from '../../base/emitter';
import { EngineError } from '../../base/engineError';
import type { Logger } from '../../base/logger';
import type { Channel } from './channel';
import { encodeFrame, FrameReader } from './frames';

/** A call may carry a thousand contexts of 50,000 characters, an answer all findings of a scan. */
const largestMessage = 64 * 1024 * 1024;
/** Before the greeting nobody has shown that it may speak to us. */
const largestGreeting = 4096;
/** A window that is suspended reads nothing: what waits for it must not fill the owner's memory. */
const largestBacklog = 2 * largestMessage;

export interface SocketChannel extends Channel {
  /** Lets large messages in, from then on that the other side has been recognised. */
  trust(): void;
  /** Ends after what was sent has gone out. */
  end(): void;
}

/** Messages over a socket or named pipe. Whatever breaks the protocol ends it. */
export function socketChannel(socket: Socket, logger: Logger): SocketChannel {
  const messages = new Emitter<unknown>();
  const closed = new Emitter<void>();
  const reader = new FrameReader(largestGreeting);
  const read = (chunk: Buffer): void => {
    try {
      for (const message of reader.read(chunk)) messages.fire(message);
    } catch (error) {
      logger.warn(`A connection to the store was cut: ${error instanceof Error ? error.message : String(error)}`);
      socket.destroy();
    }
  };
  socket.on('data', read);
  // Every error is followed by `close`, which is all that counts: the other side may be killed at any time.
  socket.on('error', (error) => logger.debug(`A connection to the store ended: ${error.message}`));
  socket.once('close', () => {
    closed.fire();
    messages.dispose();
    closed.dispose();
  });
  return {
    send(message) {
      if (socket.destroyed || !socket.writable) return;
      const frame = encodeFrame(message);
      if (frame.length > largestMessage)
        throw new EngineError(
          'unsupported',
          `A message of ${frame.length} bytes is too large for the way to the store.`,
        );
      socket.write(frame);
      if (socket.writableLength > largestBacklog) socket.destroy();
    },
    onMessage: messages.event,
    onClose: closed.event,
    trust() {
      reader.maxBytes = largestMessage;
    },
    end: () => socket.end(),
    dispose: () => socket.destroy(),
  };
}
