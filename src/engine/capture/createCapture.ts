import type { Disposable } from '../../base/disposable';
import { EngineError } from '../../base/engineError';
import type { Engine } from '../engine';
import type { ItemParts } from '../items/itemParts';
import type { SessionParts } from '../sessions/sessionParts';

type CaptureCalls = Pick<Engine, 'findRepositories' | 'captureRepository' | 'digestHistory'>;

/** Turns what happens in repositories into events. */
export function createCapture(_parts: SessionParts & ItemParts): Disposable & { calls: CaptureCalls } {
  const refuse = (): Promise<never> => Promise.reject(new EngineError('unsupported', 'Commits are not captured yet.'));
  return {
    calls: { findRepositories: refuse, captureRepository: refuse, digestHistory: refuse },
    dispose: () => undefined,
  };
}
