import { EngineError } from '../../base/engineError';
import type { EngineMethod } from '../../shared/engineCalls';
import type { EngineChange } from '../engine';
import { parseServerMessage, type ServerMessage } from './answers';
import type { Channel } from './channel';
import { type EngineLink, type LinkCallOptions, LinkLost } from './engineLink';
import { fromWireError } from './wireError';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** Calls an engine that is served at the other end of a channel. */
export class ChannelLink implements EngineLink {
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private closed = false;

  constructor(
    private readonly channel: Channel,
    private readonly onChange: (change: EngineChange) => void,
  ) {
    channel.onMessage((message) => this.receive(parseServerMessage(message)));
    channel.onClose(() => this.close());
  }

  call(method: EngineMethod, params: unknown, options: LinkCallOptions): Promise<unknown> {
    const { signal, requestId } = options;
    if (this.closed) return Promise.reject(new LinkLost());
    if (signal?.aborted) return Promise.reject(new EngineError('cancelled', 'The call was cancelled.'));
    return new Promise((resolve, reject) => {
      this.lastId += 1;
      const id = this.lastId;
      const cancel = (): void => {
        this.waiting.delete(id);
        this.channel.send({ cancel: id });
        reject(new EngineError('cancelled', 'The call was cancelled.'));
      };
      const settled = (): void => signal?.removeEventListener('abort', cancel);
      this.send({ call: { id, method, params, requestId } });
      signal?.addEventListener('abort', cancel);
      this.waiting.set(id, {
        resolve(value) {
          settled();
          resolve(value);
        },
        reject(error) {
          settled();
          reject(error);
        },
      });
    });
  }

  private send(message: object): void {
    try {
      this.channel.send(message);
    } catch (error) {
      if (error instanceof EngineError) throw error;
      throw new EngineError('invalid', 'The input is not plain data.', { cause: error });
    }
  }

  private receive(message: ServerMessage | undefined): void {
    if (!message) return;
    if ('change' in message) this.onChange(message.change);
    if (!('answer' in message)) return;
    const { answer } = message;
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('err' in answer) waiting?.reject(fromWireError(answer.err));
    // JSON has no `undefined`; a call without a result answers `null`.
    else waiting?.resolve(answer.ok ?? null);
  }

  private close(): void {
    this.closed = true;
    const lost = [...this.waiting.values()];
    this.waiting.clear();
    for (const waiting of lost) waiting.reject(new LinkLost());
  }
}
