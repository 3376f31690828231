import type { MessagePort } from 'node:worker_threads';
import { systemClock } from '../../../base/clock';
import { version } from '../../../shared/version';
import { type ConnectOptions, connect } from '../../connect';
import { toWireError } from '../../rpc/wireError';
import { isShutDown } from '../../rpc/workerMessages';
import { toFileError } from '../../storage/fileError';
import { serveApi } from '../server/serveApi';
import type { ApiWorkerMessage } from './apiWorkerMessages';

/** Connects to the store and serves the API, until the thread that started this one says to stop. */
export async function runApiWorker(port: MessagePort, options: ConnectOptions, wanted: number): Promise<void> {
  const send = (message: ApiWorkerMessage): void => port.postMessage(message);
  const stopped = new Promise<void>((resolve) => {
    port.on('message', (message) => {
      if (isShutDown(message)) resolve();
    });
  });
  try {
    const engine = await connect(options);
    try {
      const server = await serveApi({
        engine,
        clock: systemClock,
        logger: options.ports.logger,
        version,
        port: wanted,
      });
      send({ url: server.url });
      await stopped;
      await server.close();
    } finally {
      await engine.dispose();
    }
  } catch (error) {
    send({ failed: toWireError(toFileError(error, options.dataDir)) });
  }
  // With its last handle the thread ends.
  port.close();
}
