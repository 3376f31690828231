import type { MessagePort, Worker } from 'node:worker_threads';
import { Emitter } from '../../base/emitter';
import type { Channel } from './channel';

/** Messages to and from a worker thread, or in it to and from the thread that started it; copied as structured clones. */
export function portChannel(port: MessagePort | Worker): Channel {
  const messages = new Emitter<unknown>();
  const closed = new Emitter<void>();
  let open = true;
  const end = (): void => {
    if (!open) return;
    open = false;
    closed.fire();
    messages.dispose();
    closed.dispose();
  };
  port.on('message', (message: unknown) => messages.fire(message));
  // A port says `close`, a worker `exit`; each ignores the other's name.
  port.on('close', end);
  port.on('exit', end);
  return {
    send: (message) => port.postMessage(message),
    onMessage: messages.event,
    onClose: closed.event,
    dispose() {
      // A worker is ended by its owner; a port tells the other side.
      if ('close' in port) port.close();
      end();
    },
  };
}
