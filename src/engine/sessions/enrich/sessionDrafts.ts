import type { GitDigest, SessionSave } from '../../../shared/ingest';
import { isSessionSave } from '../../../shared/session';
import { toEntry } from '../../contexts/journal/entryStore';
import type { SessionRow } from '../sessionStore';
import { changeDrafts, entryDrafts } from './changeDrafts';
import { commitDrafts } from './commitDrafts';
import type { Draft } from './draft';
import type { EnrichParts } from './enrichParts';

/** All that the changes, commits and journal entries of a session say, each once. */
export function sessionDrafts(parts: EnrichParts, session: SessionRow): Draft[] {
  const drafts = new Map<string, Draft>();
  const add = (found: readonly Draft[]): void => {
    for (const draft of found) if (!drafts.has(draft.origin)) drafts.set(draft.origin, draft);
  };
  for (const row of parts.sessionEvents.rows(session.id, undefined, Number.MAX_SAFE_INTEGER)) {
    if (row.payload === null) continue;
    // Both were checked when they came, and a redaction leaves their form.
    if (isSessionSave(row.eventType))
      add(changeDrafts(row.id, ownWords(parts.payloads.show(row).payload as unknown as SessionSave)));
    if (row.eventType === 'git.digested') {
      const digest = parts.payloads.show(row).payload as unknown as GitDigest;
      for (const commit of digest.commits) add(commitDrafts(commit));
    }
  }
  const until = Math.max(session.lastEventAt ?? session.startedAt, session.endedAt ?? 0);
  for (const entry of parts.entries.addedBetween(session.projectId, session.startedAt, until))
    add(entryDrafts(toEntry(entry)));
  return [...drafts.values()];
}

/** What was made from the commits themselves, and is made from them here again. */
const ofCommits: ReadonlySet<string> = new Set(['implementation', 'bugs', 'decisions', 'todo']);

/** Without what a save without anybody's words says of commits. */
function ownWords(save: SessionSave): SessionSave {
  if (save.automatic !== true) return save;
  return { ...save, changes: save.changes.filter(({ category }) => !ofCommits.has(category)) };
}
