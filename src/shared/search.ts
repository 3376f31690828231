import * as z from 'zod';
import type { Page } from './context';

export const searchKinds = ['context', 'entry', 'item', 'finding', 'session', 'event'] as const;
export const searchKind = z.enum(searchKinds);
export type SearchKind = z.infer<typeof searchKind>;

/** States of contexts and items; what has none is found whatever states are asked for. */
const searchState = z.enum(['draft', 'approved', 'deprecated']);

export const search = z.object({
  projectId: z.string().optional(),
  /** Words, `"phrases"` in quotation marks; whatever else is in it is passed over. */
  q: z.string().max(500),
  kinds: z.array(searchKind).max(searchKinds.length).optional(),
  state: searchState.optional(),
  limit: z.number().int().min(1).max(200).optional(),
  cursor: z.string().optional(),
});
export type Search = z.infer<typeof search>;

/** One thing that was found. */
export const searchHit = z.object({
  kind: searchKind,
  id: z.string(),
  title: z.string(),
  /** The passage with most of the words, on one line. */
  snippet: z.string(),
  /** Where words of the query stand in the snippet: start and end in UTF-16 units. */
  highlights: z.array(z.tuple([z.number().int(), z.number().int()])),
  /** The higher, the better; comparable within one answer only. */
  score: z.number(),
  /** Of a context or an item. */
  state: searchState.optional(),
  /** Of a context or an item, and of the context of an entry. */
  schemaKey: z.string().optional(),
  /** Of an entry. */
  contextId: z.string().optional(),
  /** Of an event: its type in the log. */
  type: z.string().optional(),
  /** When it was changed last, or happened. */
  at: z.string(),
});
export type SearchHit = z.infer<typeof searchHit>;

export interface SearchPage extends Page<SearchHit> {
  /** How many texts are not in the index yet, because very many came at once; absent where all are. */
  readonly missing?: number;
}
