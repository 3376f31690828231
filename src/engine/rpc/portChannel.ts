import type { MessagePort, Worker } from 'node:worker_threads';
import { Emitter } from '../../base/emitter';
import type { Channel } from './channel';

interface Batch {
  readonly batch: readonly unknown[];
}

function isBatch(message: unknown): message is Batch {
  return typeof message === 'object' && message !== null && 'batch' in message;
}

/** Messages to and from a worker thread, or in it to and from the thread that started it; copied as structured clones. */
export function portChannel(port: MessagePort | Worker): Channel {
  const messages = new Emitter<unknown>();
  const closed = new Emitter<void>();
  let open = true;
  let waiting: object[] = [];
  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    if (open) port.postMessage({ batch } satisfies Batch);
  };
  const end = (): void => {
    if (!open) return;
    open = false;
    closed.fire();
    messages.dispose();
    closed.dispose();
  };
  port.on('message', (message: unknown) => {
    for (const one of isBatch(message) ? message.batch : [message]) messages.fire(one);
  });
  // A port says `close`, a worker `exit`; each ignores the other's name.
  port.on('close', end);
  port.on('exit', end);
  return {
    send: (message) => port.postMessage(message),
    // One commit answers many calls, and to post a message costs more than what it carries.
    sendSoon(message) {
      if (waiting.push(message) === 1) queueMicrotask(flush);
    },
    onMessage: messages.event,
    onClose: closed.event,
    dispose() {
      // A worker is ended by its owner; a port tells the other side.
      if ('close' in port) port.close();
      end();
    },
  };
}
