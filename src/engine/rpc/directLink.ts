import { isEngineError } from '../../base/engineError';
import type { EngineMethod } from '../../shared/engineCalls';
import type { Engine } from '../engine';
import { type EngineLink, LinkLost } from './engineLink';

type AnyCall = (params: unknown, options: object) => Promise<unknown>;

/** Calls an engine of this thread. */
export class DirectLink implements EngineLink {
  private closed = false;

  constructor(private readonly engine: Engine) {}

  async call(method: EngineMethod, params: unknown, options: object): Promise<unknown> {
    if (this.closed) throw new LinkLost();
    try {
      return await (this.engine[method] as AnyCall)(params, options);
    } catch (error) {
      // What a closing engine refused is for its successor.
      if (this.closed && isEngineError(error, 'unavailable')) throw new LinkLost();
      throw error;
    }
  }

  close(): void {
    this.closed = true;
  }
}
