import { type HistoryDigest, historySource } from '../../../shared/capture';
import { updateItem } from '../../items/changeItem';
import { insertItem } from '../../items/createItem';
import type { ItemParts } from '../../items/itemParts';

const origin = 'history:areas';

/**
 * Keeps where work goes on, and whose it is, as one draft item that a later reading brings up to date. What a person
 * approved or took out of use stays as it is.
 */
export function keepAreas(parts: ItemParts, projectId: string, digest: Omit<HistoryDigest, 'decisions'>): void {
  if (digest.hotAreas.length === 0) return;
  const known = parts.items.findByOrigin(projectId, origin);
  const facts = describe(digest);
  if (!known) {
    const title = 'Where most changes happen';
    const fields = { projectId, title, type: 'architecture' as const, facts, confidence: 0.9, importance: 2 };
    insertItem(parts, { ...fields, tags: ['hot-areas', 'owners'], source: historySource }, origin);
  } else if (known.status === 'draft' && known.source === historySource)
    updateItem(parts, { itemId: known.id, facts, source: historySource });
}

function describe({ since, hotAreas, owners }: Omit<HistoryDigest, 'decisions'>): string {
  const byPath = new Map(owners.map((owner) => [owner.path, owner]));
  const lines = hotAreas.map(({ path, commits, authors }) => {
    const owner = byPath.get(path);
    const most = owner === undefined ? '' : `, ${Math.round(owner.share * 100)} % of them by ${owner.author}`;
    return `- \`${path}\`: ${commits} commits by ${authors === 1 ? '1 person' : `${authors} people`}${most}`;
  });
  return [`Since ${since.slice(0, 10)}:`, '', ...lines].join('\n').slice(0, 5_000);
}
