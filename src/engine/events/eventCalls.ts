import type { Engine } from '../engine';
import type { EngineParts } from '../engineParts';
import { listEvents } from './listEvents';
import { verifyChain } from './verifyChain';

/** The calls of the facade about the log. */
export function createEventCalls(parts: EngineParts): Pick<Engine, 'listEvents' | 'verifyEvents'> {
  const { db, runner, events, projects, ports } = parts;
  /** The workspace has a log too, under its own id. */
  const checkChain = (chainId: string): void => {
    if (chainId !== events.store.workspaceId()) projects.get(chainId);
  };
  return {
    listEvents: runner.read('listEvents', (query) => {
      checkChain(query.projectId);
      return listEvents(db, query, { workspaceId: events.store.workspaceId(), now: ports.clock.now() });
    }),
    verifyEvents: runner.read('verifyEvents', ({ projectId }, { signal }) => {
      checkChain(projectId);
      return verifyChain(events.store, projectId, signal);
    }),
  };
}
