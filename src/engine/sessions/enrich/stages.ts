import type { Item, ItemEvidence } from '../../../shared/item';
import { insertItem } from '../../items/createItem';
import { getItemRow } from '../../items/itemParts';
import { toItem } from '../../items/itemStore';
import { mergeOne } from '../../items/mergeItems';
import type { SessionRow } from '../sessionStore';
import { checkDrift } from './checkDrift';
import type { Draft } from './draft';
import { type EnrichParts, enrichSource } from './enrichParts';
import { findRelated } from './findRelated';
import { hashLines, ProjectFiles } from './projectFiles';
import { sessionDrafts } from './sessionDrafts';

/** A stage looks at the world first; what it returns is done in one transaction and says what came of it. */
export type Stage = (parts: EnrichParts, session: SessionRow) => Promise<StageWork>;
export type StageWork = { readonly skipped: string } | { readonly write: () => string };

const mostDrafts = 500;
const contradictionTag = 'contradiction';

/** Makes draft items of what the session says. */
export const enrichStage: Stage = async (parts, session) => {
  const all = sessionDrafts(parts, session);
  const folder = parts.projects.get(session.projectId).localPath;
  const drafts = await hashEvidence(all.slice(0, mostDrafts), folder);
  return {
    write() {
      const { projectId, id: sessionId } = session;
      const made = drafts.filter(({ origin }) => !parts.items.findByOrigin(projectId, origin));
      for (const { origin, files, tags, evidence, ...draft } of made) {
        const fields = { ...draft, files: [...files], tags: [...tags], evidence: [...evidence] };
        insertItem(parts, { ...fields, projectId, sessionId, source: enrichSource }, origin);
      }
      const left = all.length - drafts.length;
      return `${made.length} drafts from ${session.eventCount} events${left > 0 ? `, ${left} left out` : ''}`;
    },
  };
};

/** Evidence that names lines is tied to what the lines say now. */
async function hashEvidence(drafts: readonly Draft[], folder: string | null): Promise<readonly Draft[]> {
  if (folder === null) return drafts;
  const files = new ProjectFiles(folder);
  const hashOne = async (one: ItemEvidence): Promise<ItemEvidence> => {
    // The first line alone stands for "somewhere in this file".
    if (one.lineHash !== null || (one.startLine === 1 && one.endLine === 1)) return one;
    const lines = await files.lines(one.path);
    return { ...one, lineHash: (lines && hashLines(lines, one.startLine, one.endLine)) ?? null };
  };
  return Promise.all(
    drafts.map(async (draft) => ({ ...draft, evidence: await Promise.all(draft.evidence.map(hashOne)) })),
  );
}

export const embedStage: Stage = async () => ({ skipped: 'no model for embeddings is configured' });

/** Takes drafts that say what another item says into that one, and marks those that say the contrary. */
export const dedupStage: Stage = async (parts, session) => ({
  write() {
    const drafts = parts.items
      .ofSession(session.id)
      .filter((row) => row.source === enrichSource && row.status === 'draft');
    const newIds = new Set(drafts.map((row) => row.id));
    let merged = 0;
    let contradictions = 0;
    for (const type of new Set(drafts.map((row) => row.type)))
      for (const { item, other, relation } of findRelated(parts.items.live(session.projectId, type), newIds)) {
        if (relation === 'same') {
          mergeOne(parts, getItemRow(parts, other.id), getItemRow(parts, item.id), enrichSource);
          merged++;
        } else if (markContradiction(parts, toItem(getItemRow(parts, item.id)), other)) contradictions++;
      }
    return `${merged} merged, ${contradictions} contradictions`;
  },
});

/** Both are tagged; the newer one, a draft, says which other it is about. Done once. */
function markContradiction(parts: EnrichParts, item: Item, other: Pick<Item, 'id' | 'title'>): boolean {
  if (item.impact?.includes(other.id)) return false;
  const impact = `${item.impact === null ? '' : `${item.impact}\n`}Contradicts ${other.id}: ${other.title}`;
  const updatedAt = parts.ports.clock.now();
  parts.items.update(item.id, { impact: impact.slice(0, 5000), tags: withTag(item.tags), updatedAt });
  parts.items.update(other.id, { tags: withTag(toItem(getItemRow(parts, other.id)).tags), updatedAt });
  return true;
}

function withTag(tags: readonly string[]): string {
  return JSON.stringify([...new Set([contradictionTag, ...tags])].slice(0, 5));
}

export const driftStage: Stage = async (parts, session) => {
  const folder = parts.projects.get(session.projectId).localPath;
  if (folder === null) return { skipped: 'the project has no folder on this machine' };
  return checkDrift(parts, session.projectId, new ProjectFiles(folder));
};
