import type { GitDigest, IngestBody, IngestEvent, SessionSave } from '../../shared/ingest';
import { saveTypes } from '../../shared/session';
import type { EntityRef } from '../../shared/store';

/** What each event is called in the log, but for a `session_save` that replaces another one. */
const eventTypes: Readonly<Record<IngestEvent, string>> = {
  session_save: saveTypes.first,
  git_digest: 'git.digested',
  scan_result: 'scan.received',
  context_update: 'context.update_requested',
  memory_operation: 'memory.operation_requested',
};

export function eventTypeOf(body: IngestBody): string {
  const isAgain = body.event === 'session_save' && body.payload.supersedes !== undefined;
  return isAgain ? saveTypes.again : eventTypes[body.event];
}

const mostRefs = 50;

/** When the work happened: what the body says, else its payload; `undefined`: when it came. */
export function happenedAt(body: IngestBody): number | undefined {
  return parse(body.occurredAt) ?? fromPayload(body);
}

const longestDigest = 4 * 3_600_000;

/** When the first work was done that an event tells of, if it was over then; work of many hours is told by its end. */
export function beganAt(body: IngestBody, at: number): number {
  if (body.event !== 'git_digest') return at;
  const { commits, rewrites = [] } = body.payload;
  const times = [...commits, ...rewrites].map((commit) => parse(commit.committedAt) ?? at);
  const first = Math.min(at, ...times);
  return at - first < longestDigest ? first : at;
}

function fromPayload(body: IngestBody): number | undefined {
  switch (body.event) {
    case 'session_save':
      return parse(body.payload.endedAt) ?? parse(body.payload.startedAt);
    case 'git_digest':
      return body.payload.commits
        .map((commit) => parse(commit.committedAt))
        .reduce((latest, at) => (at === undefined || (latest ?? at) > at ? latest : at), undefined);
    case 'scan_result':
      return parse(body.payload.completedAt);
    default:
      return undefined;
  }
}

function parse(instant: string | undefined): number | undefined {
  const at = instant === undefined ? Number.NaN : Date.parse(instant);
  return Number.isNaN(at) ? undefined : at;
}

/** What an event speaks about, as far as one may want to find it by that. */
export function refsOf(body: IngestBody): EntityRef[] {
  switch (body.event) {
    case 'session_save':
      return savedRefs(body.payload);
    case 'git_digest':
      return digestRefs(body.payload);
    case 'context_update': {
      const { contextId } = body.payload;
      return contextId === undefined ? [] : [{ entity_type: 'context', external_id: contextId }];
    }
    case 'memory_operation': {
      const { itemId } = body.payload;
      return itemId === undefined ? [] : [{ entity_type: 'item', external_id: itemId }];
    }
    default:
      return [];
  }
}

function savedRefs({ changes }: SessionSave): EntityRef[] {
  const files = new Set(changes.flatMap((change) => change.files ?? []));
  return [...files].slice(0, mostRefs).map((file) => ({ entity_type: 'file', external_id: file }));
}

function digestRefs({ commits }: GitDigest): EntityRef[] {
  const people = new Set(commits.map((commit) => commit.author).filter((author) => author !== ''));
  return [...people].slice(0, mostRefs).map((author) => ({ entity_type: 'person', external_id: author }));
}
