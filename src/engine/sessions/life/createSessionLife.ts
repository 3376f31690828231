import type { Disposable } from '../../../base/disposable';
import type { Engine } from '../../engine';
import { idleMs, type SessionParts } from '../sessionParts';
import { toSession } from '../toSession';
import { ClaimStore } from './claimStore';
import { endSession, leaveWindow } from './completeSession';
import { deleteSession } from './deleteSession';
import type { LifeParts } from './lifeParts';
import { LifeTimer } from './lifeTimer';
import { mergeSessions } from './mergeSessions';
import { getActiveSession, recordActivity } from './recordActivity';
import { draftSessionSave, saveSession } from './writeSave';

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

/** How sessions begin, go on and end while somebody works. What an earlier engine left open past its time ends now. */
export function createSessionLife(base: SessionParts): Disposable & { calls: SessionLifeCalls } {
  const { runner, db } = base;
  const parts: LifeParts = { ...base, claims: new ClaimStore(db) };
  const timer = new LifeTimer(parts);
  return {
    calls: {
      recordActivity: runner.write('recordActivity', (params) => recordActivity(parts, params)),
      getActiveSession: runner.read('getActiveSession', (place) => getActiveSession(parts, place)),
      endSession: runner.write('endSession', ({ sessionId }) => toSession(parts, endSession(parts, sessionId))),
      leaveWindow: runner.write('leaveWindow', ({ windowId }) => leaveWindow(parts, windowId, idleMs)),
      draftSessionSave: runner.read('draftSessionSave', ({ sessionId }) => draftSessionSave(parts, sessionId)),
      saveSession: runner.write('saveSession', (params) => toSession(parts, saveSession(parts, params))),
      mergeSessions: runner.write('mergeSessions', (params) => toSession(parts, mergeSessions(parts, params))),
      deleteSession: runner.write('deleteSession', ({ sessionId }) => deleteSession(parts, sessionId)),
    },
    dispose: () => timer.dispose(),
  };
}
