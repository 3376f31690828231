import { EngineError } from '../../base/engineError';
import type { Page } from '../../shared/context';
import type { ListSpineEvents } from '../../shared/spine';
import type { LogEvent } from '../../shared/store';
import { blobPrefix } from '../blobs/offload';
import type { Engine } from '../engine';
import type { EngineParts } from '../engineParts';
import { createSpineEvent } from './createSpineEvent';
import { listEntities } from './listEntities';
import { readCursor, writeCursor } from './timelineCursor';
import { selectTimeline } from './timelineQuery';
import { visibleChains } from './visibleChains';

type SpineCalls = Pick<
  Engine,
  'createSpineEvent' | 'listSpineEvents' | 'getSpineEvent' | 'listSpineEntities' | 'getBlob'
>;

/** A page ends early when the long texts of its events come to so many characters. */
const pageText = 8_000_000;

/** The log as Context Spine shows it: one timeline over the workspace and all projects that a user may see. */
export function createSpine(parts: EngineParts): SpineCalls {
  const { db, runner, events, payloads, projects } = parts;
  return {
    createSpineEvent: runner.write('createSpineEvent', (params) => createSpineEvent(parts, params)),
    listSpineEvents: runner.read('listSpineEvents', (query) => listTimeline(parts, query)),
    getSpineEvent: runner.read('getSpineEvent', ({ eventId, actorId }) => {
      const row = events.store.find(eventId);
      const chains = visibleChains(parts, { actorId });
      if (!row || chains?.includes(row.chainId) === false) throw new EngineError('notFound', 'Event not found');
      return payloads.show(row);
    }),
    listSpineEntities: runner.read('listSpineEntities', (query) =>
      listEntities(db, query, visibleChains(parts, query)),
    ),
    getBlob: runner.read('getBlob', ({ projectId, hash }) => ({
      text: payloads.blobs.read(
        projects.get(projectId).id,
        hash.startsWith(blobPrefix) ? hash.slice(blobPrefix.length) : hash,
      ),
    })),
  };
}

function listTimeline(parts: EngineParts, query: ListSpineEvents): Page<LogEvent> {
  const limit = query.limit ?? 100;
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
  const rows = selectTimeline(parts.db, query, { chains: visibleChains(parts, query), after, limit: limit + 1 });
  const items: LogEvent[] = [];
  let text = 0;
  for (const row of rows.slice(0, limit)) {
    if (items.length > 0 && text > pageText) break;
    text += parts.payloads.bytesBeside(row);
    items.push(parts.payloads.show(row));
  }
  const last = rows[items.length - 1];
  return rows.length > items.length && last ? { items, nextCursor: writeCursor(last) } : { items };
}
