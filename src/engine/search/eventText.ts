import type { LogEvent } from '../../shared/store';
import type { EventRow } from '../events/eventStore';
import type { SourceText } from './searchSources';

/** Events by which the engine reports what is a document by itself, or that say nothing in words. */
const echoes =
  /^(?:contexts?|items?|projects?|members?|keys?|hmac_secret|scan|session)\.(?!saved$|revised$|update_requested$|update_refused$)|^memory\.operated$|^git\.digested$/;
/** Members of payloads that say best what an event is, the best first. */
const titles = ['title', 'subject', 'summary', 'name', 'message'] as const;
const longestTitle = 200;
const longestBody = 8_000;
const deepest = 8;

/** The text of an event; `undefined` for one that is not looked for. `show` gives it with its long texts. */
export function eventText(row: EventRow, show: () => LogEvent): SourceText | undefined {
  if (row.payload === null || echoes.test(row.eventType)) return undefined;
  const { payload, entity_refs: refs } = show();
  const texts: string[] = [];
  collect(payload, texts, { left: longestBody, depth: deepest });
  const named = titles.map((name) => payload[name]).find((value) => typeof value === 'string' && value.trim() !== '');
  const title = typeof named === 'string' ? named.trim().slice(0, longestTitle) : row.eventType;
  const about = refs.map((ref) => ref.external_id).filter((id) => !texts.includes(id));
  return {
    projectId: row.chainId,
    title,
    body: [...texts, ...about].join('\n').slice(0, longestBody),
    at: row.eventTime,
  };
}

/** Every text inside a value, until there is enough. */
function collect(value: unknown, texts: string[], room: { left: number; depth: number }): void {
  if (room.left <= 0 || room.depth <= 0) return;
  if (typeof value === 'string') {
    if (value !== '') texts.push(value);
    room.left -= value.length + 1;
  } else if (typeof value === 'object' && value !== null) {
    room.depth--;
    for (const member of Object.values(value)) collect(member, texts, room);
    room.depth++;
  }
}
