import type { EntryStore } from '../../contexts/journal/entryStore';
import type { ItemParts } from '../../items/itemParts';
import type { SessionParts } from '../sessionParts';
import type { JobStore } from './jobStore';

/** What the rules about enrichment work with. */
export interface EnrichParts extends SessionParts, ItemParts {
  readonly jobs: JobStore;
  readonly entries: EntryStore;
}

/** What an enrichment writes under. */
export const enrichSource = 'enrich';
