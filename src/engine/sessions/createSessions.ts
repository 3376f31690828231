import { Emitter } from '../../base/emitter';
import type { Engine } from '../engine';
import type { EngineParts } from '../engineParts';
import { createSession, updateSession } from './createSession';
import { PendingStore } from './life/pendingStore';
import { listSessionEvents, listSessions } from './listSessions';
import { MoveStore } from './moveStore';
import { SessionEventStore } from './sessionEventStore';
import { getSession, type SessionParts } from './sessionParts';
import { SessionStore } from './sessionStore';
import { toSession } from './toSession';

type SessionCalls = Pick<
  Engine,
  'listSessions' | 'getSession' | 'createSession' | 'updateSession' | 'listSessionEvents'
>;

/** The noun `session`: its calls of the facade, and what the rules of other nouns need to place events. */
export function createSessions(base: EngineParts): { calls: SessionCalls; parts: SessionParts } {
  const { db, runner } = base;
  const parts: SessionParts = {
    ...base,
    sessions: new SessionStore(db),
    sessionEvents: new SessionEventStore(db),
    moves: new MoveStore(db),
    pending: new PendingStore(db),
    didWork: new Emitter<void>(),
  };
  const calls: SessionCalls = {
    listSessions: runner.read('listSessions', (query) => listSessions(parts, query)),
    getSession: runner.read('getSession', ({ sessionId }) => toSession(parts, getSession(parts, sessionId))),
    createSession: runner.write('createSession', (params) => createSession(parts, params)),
    updateSession: runner.write('updateSession', (params) => updateSession(parts, params)),
    listSessionEvents: runner.read('listSessionEvents', (query) => listSessionEvents(parts, query)),
  };
  return { calls, parts };
}
