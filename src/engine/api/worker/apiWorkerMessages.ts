import type { WireError } from '../../rpc/wireError';
import type { LogLevel } from '../../rpc/workerMessages';

/** What a worker is started with that serves the API. */
export interface ApiWorkerStart {
  readonly dataDir: string;
  readonly distDir: string;
  /** Tells it from the worker of the engine, which is built into the same file. */
  readonly serve: { readonly port: number };
}

/** What it says to the thread that started it. */
export type ApiWorkerMessage =
  | { readonly url: string }
  | { readonly failed: WireError }
  | { readonly log: { readonly level: LogLevel; readonly message: string } };
