import { type Disposable, DisposableStore, toDisposable } from '../../base/disposable';
import type { Logger } from '../../base/logger';
import { type EngineMethod, engineCalls } from '../../shared/engineCalls';
import type { Engine } from '../engine';
import { toCallError } from '../requests/toCallError';
import type { ServerMessage } from './answers';
import type { Channel } from './channel';
import { type EngineLink, LinkLost } from './engineLink';
import { type CallMessage, clientMessage } from './messages';
import { toWireError } from './wireError';

export interface ServedEngine {
  readonly link: EngineLink;
  readonly onDidChange: Engine['onDidChange'];
}

/**
 * Answers the calls that come over a channel and tells it of changes, until the channel ends or the result is disposed.
 * When the channel ends, calls that only read are cancelled; the others are carried out, and their ids remember it.
 */
export function serveEngine({ link, onDidChange }: ServedEngine, channel: Channel, logger: Logger): Disposable {
  const running = new Map<number, { readonly method: EngineMethod; readonly abort: AbortController }>();
  const parts = new DisposableStore();
  const send = (message: ServerMessage): void => channel.send(message);
  // What a changing call answers is plain data, because it is kept as JSON for a repetition.
  const answerWith = (method: EngineMethod, message: ServerMessage): void =>
    channel.sendSoon && engineCalls[method].writes ? channel.sendSoon(message) : channel.send(message);

  const answer = async ({ id, method, params, requestId }: CallMessage): Promise<void> => {
    const abort = new AbortController();
    running.set(id, { method, abort });
    try {
      // The engine itself checks the parameters, here or at the owner; to do it on the way as well would cost as much again.
      const ok = await link.call(method, params, { signal: abort.signal, requestId });
      answerWith(method, { answer: { id, ok } });
    } catch (error) {
      // No answer: the channel ends soon, too, and the client asks again elsewhere.
      if (error instanceof LinkLost) return;
      send({ answer: { id, err: toWireError(toCallError(error, method, logger)) } });
    } finally {
      running.delete(id);
    }
  };
  const receive = (value: unknown): void => {
    const { data: message } = clientMessage.safeParse(value);
    if (!message) {
      logger.warn('A client of the engine sent what is no call and was cut off.');
      channel.dispose();
    } else if ('cancel' in message) running.get(message.cancel)?.abort.abort();
    else void answer(message.call);
  };

  parts.add(channel.onMessage(receive));
  parts.add(onDidChange((change) => send({ change })));
  parts.add(
    toDisposable(() => {
      for (const { method, abort } of running.values()) if (!engineCalls[method].writes) abort.abort();
    }),
  );
  channel.onClose(() => parts.dispose());
  return parts;
}
