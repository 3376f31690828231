import * as z from 'zod';
import { largestBudget, smallestBudget } from '../brain';
import { contextState } from '../context';
import { findingLayer } from '../genesis';
import { itemStatus, itemType } from '../item';
import { searchKind, search as searchParams } from '../search';
import { sessionStatus } from '../session';

const limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(200)
  .optional()
  .meta({ description: 'How many to answer at most; 100 unless said otherwise.' });
const cursor = z.string().max(500).optional().meta({ description: 'From the `Link` header of the page before.' });
const projectId = z
  .string()
  .max(200)
  .optional()
  .meta({ description: 'Not needed by who has exactly one project; `X-Contox-Project` says it too.' });
const instant = z.iso.datetime({ offset: true });

/** What every list takes. */
export const pageQuery = z.object({ limit, cursor });
/** What every call takes that works in a project and does not name it in its path. */
export const projectQuery = z.object({ projectId });
export const projectPageQuery = z.object({ projectId, limit, cursor });
/** Genesis names its project always. */
export const namedProjectQuery = z.object({ projectId: z.string().min(1).max(200) });

export const listContextsQuery = projectPageQuery.extend({
  parentId: z.string().max(200).optional(),
  state: contextState.optional(),
});
export const listEntriesQuery = pageQuery.extend({ contextId: z.string().min(1).max(200) });
export const listSessionsQuery = projectPageQuery.extend({
  status: sessionStatus.optional(),
  source: z.string().max(60).optional(),
  eventId: z.string().max(200).optional().meta({ description: 'Only the session that this event is in now.' }),
});
export const listItemsQuery = projectPageQuery.extend({
  status: itemStatus.optional(),
  type: itemType.optional(),
  schemaKey: z.string().max(202).optional(),
  tag: z.string().max(60).optional(),
  file: z.string().max(4096).optional(),
  sessionId: z.string().max(200).optional(),
  minImportance: z.coerce.number().int().min(1).max(5).optional(),
});
export const scanResultsQueryString = namedProjectQuery.extend({
  layer: findingLayer.optional(),
  importance: z.coerce.number().int().min(1).max(5).optional(),
  tag: z.string().max(200).optional(),
  file: z.string().max(4096).optional(),
});
export const listSpineEventsQuery = projectPageQuery.extend({
  event_type: z.string().max(200).optional().meta({ description: 'The whole type, or its beginning followed by `*`.' }),
  source: z.string().max(100).optional(),
  entity_type: z.string().max(100).optional(),
  external_id: z.string().max(500).optional(),
  from: instant.optional(),
  to: instant.optional(),
  as_of: instant.optional().meta({ description: 'Only what was on record at this instant.' }),
});
export const listEntitiesQuery = projectPageQuery.extend({ entity_type: z.string().max(100).optional() });

export const brainQuery = projectQuery.extend({
  budget: z.coerce.number().int().min(smallestBudget).max(largestBudget).optional().meta({
    description: 'Tokens that the Markdown may have; 4,000 unless said otherwise. Four ASCII characters are one token.',
  }),
  drafts: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .meta({
      description: 'Whether drafts are told, too.',
    }),
});
export const searchQuery = projectPageQuery.extend({
  q: searchParams.shape.q.meta({ description: 'Words, and "phrases" in quotation marks.' }),
  kind: z
    .string()
    .max(100)
    .transform((text) => text.split(',').map((kind) => kind.trim()))
    .pipe(z.array(searchKind))
    .optional()
    .meta({ description: `Of ${searchKind.options.join(', ')}, several separated by commas.` }),
  state: searchParams.shape.state.meta({ description: 'Of contexts and items.' }),
});
