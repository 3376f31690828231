import type { MessagePort } from 'node:worker_threads';
import { Emitter } from '../../base/emitter';
import type { Logger } from '../../base/logger';
import { type ConnectedEngine, type ConnectOptions, connect } from '../connect';
import { toFileError } from '../storage/fileError';
import type { Channel } from './channel';
import { DirectLink } from './directLink';
import { portChannel } from './portChannel';
import { serveEngine } from './serveEngine';
import { toWireError } from './wireError';
import { isShutDown, type LogLevel, type WorkerMessage } from './workerMessages';

/** Connects to the store and serves the engine to the thread that started this one, until that says to shut down. */
export async function runEngineWorker(port: MessagePort, options: ConnectOptions): Promise<void> {
  const { channel, shutDown } = splitShutDown(portChannel(port));
  const send = (message: WorkerMessage): void => channel.send(message);
  try {
    const engine = await connect(options);
    serveEngine({ link: new DirectLink(engine), onDidChange: engine.onDidChange }, channel, options.ports.logger);
    send({ ready: true });
    await shutDown;
    await close(engine, options.ports.logger);
  } catch (error) {
    send({ failed: toWireError(toFileError(error, options.dataDir)) });
  }
  // With its last handle the thread ends.
  port.close();
}

/** Writes into the log of the other side. A cause goes as text, because an error loses its class on the way. */
export function portLogger(port: MessagePort): Logger {
  const log = (level: LogLevel) => (message: string, cause?: unknown) => {
    const text = cause === undefined ? message : `${message}: ${describe(cause)}`;
    port.postMessage({ log: { level, message: text } } satisfies WorkerMessage);
  };
  return { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
}

function splitShutDown(channel: Channel): { channel: Channel; shutDown: Promise<void> } {
  const calls = new Emitter<unknown>();
  const shutDown = new Promise<void>((resolve) => {
    channel.onMessage((message) => (isShutDown(message) ? resolve() : calls.fire(message)));
  });
  return { channel: { ...channel, onMessage: calls.event }, shutDown };
}

async function close(engine: ConnectedEngine, logger: Logger): Promise<void> {
  try {
    await engine.dispose();
  } catch (error) {
    logger.error('The store could not be closed', error);
  }
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
