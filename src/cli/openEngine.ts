import type { Logger } from '../base/logger';
import { type ConnectedEngine, connect } from '../engine/connect';
import { createEngine } from '../engine/createEngine';
import { createGenesis } from '../engine/genesis/createGenesis';
import { createNodePorts } from '../engine/nodePorts';
import { defaultDataDir } from '../engine/storage/defaultDataDir';
import { plainText } from './plainText';

export interface OpenEngineOptions {
  /** Folder of the store; the user's own where it is left out. */
  readonly dataDir?: string | undefined;
  readonly distDir: string;
  readonly stderr: NodeJS.WritableStream;
}

/** The engine on the user's store: in this process, or in the one that has the store open. */
export function openEngine(options: OpenEngineOptions): Promise<ConnectedEngine> {
  const { distDir, stderr, dataDir = defaultDataDir() } = options;
  const ports = createNodePorts({ dataDir, distDir, logger: stderrLogger(stderr) });
  return connect({
    dataDir,
    ports,
    openEngine: (store) => createEngine({ db: store.db, ports, storeState: store, createGenesis }),
  });
}

/** Only what a person has to know. */
export function stderrLogger(stderr: NodeJS.WritableStream): Logger {
  const say = (message: string): void => void stderr.write(`contox: ${plainText(message)}\n`);
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: say,
    error: (message, cause) => say(cause === undefined ? message : `${message}: ${cause}`),
  };
}
