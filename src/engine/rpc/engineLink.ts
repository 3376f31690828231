import type { EngineMethod } from '../../shared/engineCalls';

export interface LinkCallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly requestId: string;
}

/** One way to an engine, for as long as it lasts. */
export interface EngineLink {
  /** Rejects with `EngineError`, or with `LinkLost` when the way ended before the answer came. */
  call(method: EngineMethod, params: unknown, options: LinkCallOptions): Promise<unknown>;
}

/** Nobody knows whether the call was carried out; made again with the same request id it has one effect. */
export class LinkLost extends Error {
  constructor() {
    super('The way to the engine was lost.');
    this.name = 'LinkLost';
  }
}
