import type { Disposable } from '../../../base/disposable';
import { EngineError } from '../../../base/engineError';
import type { Engine } from '../../engine';
import type { SessionParts } from '../sessionParts';

type SessionLifeCalls = Pick<
  Engine,
  | 'recordActivity'
  | 'getActiveSession'
  | 'endSession'
  | 'leaveWindow'
  | 'draftSessionSave'
  | 'saveSession'
  | 'mergeSessions'
  | 'deleteSession'
>;

/** How sessions begin, go on and end while somebody works. */
export function createSessionLife(_parts: SessionParts): Disposable & { calls: SessionLifeCalls } {
  const refuse = (): Promise<never> => Promise.reject(new EngineError('unsupported', 'Sessions are not followed yet.'));
  return {
    calls: {
      recordActivity: refuse,
      getActiveSession: refuse,
      endSession: refuse,
      leaveWindow: refuse,
      draftSessionSave: refuse,
      saveSession: refuse,
      mergeSessions: refuse,
      deleteSession: refuse,
    },
    dispose: () => undefined,
  };
}
