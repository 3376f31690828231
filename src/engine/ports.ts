import type { Clock } from '../base/clock';
import type { Logger } from '../base/logger';

/** What the engine asks of its host. */
export interface EnginePorts {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Folder that holds the built `scanWorker.js`, the grammars and `sql-wasm.wasm`. */
  readonly distDir: string;
}
