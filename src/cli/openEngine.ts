import { existsSync } from 'node:fs';
import type { Logger } from '../base/logger';
import { type ConnectedEngine, connect } from '../engine/connect';
import { createEngine } from '../engine/createEngine';
import { createGenesis, createGenesisEarly } from '../engine/genesis/createGenesis';
import { createNodePorts } from '../engine/nodePorts';
import type { EnginePorts } from '../engine/ports';
import { defaultDataDir } from '../engine/storage/defaultDataDir';
import { loadSqlJs } from '../engine/storage/sqlJs/loadSqlJs';
import { storeFiles } from '../engine/storage/storeFiles';
import { letRoomGrow, loadQuickly } from './compileLess';
import { identifyEarly } from './identifyEarly';
import { plainText } from './plainText';

export interface OpenEngineOptions {
  /** Folder of the store; the user's own where it is left out. */
  readonly dataDir?: string | undefined;
  readonly distDir: string;
  readonly stderr: NodeJS.WritableStream;
  /**
   * There will be a scan: where there is no store yet, it will be one of everything; else of what changed, or perhaps of
   * nothing, for which no worker is needed.
   */
  readonly scans?: 'all' | 'changes';
  /** The folder that will be asked about first: its repository is looked at while the store opens. */
  readonly folder?: string | undefined;
}

/** The engine on the user's store: in this process, or in the one that has the store open. */
export async function openEngine(options: OpenEngineOptions): Promise<ConnectedEngine> {
  const { distDir, stderr, dataDir = defaultDataDir(), scans, folder } = options;
  const ports = portsFor(createNodePorts({ dataDir, distDir, logger: stderrLogger(stderr) }), folder);
  const isFirst = scans !== undefined && !existsSync(storeFiles(dataDir).database);
  const hands = isFirst ? undefined : 1;
  const genesis = isFirst || scans === 'changes' ? createGenesisEarly(distDir, hands) : createGenesis;
  letRoomGrow(!isFirst);
  const engine = await connect({
    dataDir,
    ports,
    loadSqlJs: (wasmFile) => (scans === undefined ? loadSqlJs(wasmFile) : loadQuickly(() => loadSqlJs(wasmFile))),
    openEngine: (store) => createEngine({ db: store.db, ports, storeState: store, createGenesis: genesis }),
  });
  if (isFirst) engine.onDidChange(() => letRoomGrow(false));
  return engine;
}

function portsFor(ports: EnginePorts, folder: string | undefined): EnginePorts {
  const { identify } = ports;
  return folder === undefined || identify === undefined
    ? ports
    : { ...ports, identify: identifyEarly(folder, identify) };
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
