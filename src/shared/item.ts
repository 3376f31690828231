import * as z from 'zod';
import { schemaKey } from './context';

export const itemTypes = [
  'architecture',
  'convention',
  'implementation',
  'decision',
  'bug',
  'todo',
  'security',
] as const;
export const itemType = z.enum(itemTypes);
export type ItemType = z.infer<typeof itemType>;
export const itemStatus = z.enum(['draft', 'approved', 'deprecated']);
export type ItemStatus = z.infer<typeof itemStatus>;

export const itemEvidence = z.object({
  path: z.string().min(1).max(4096),
  /** 1-based, inclusive. */
  startLine: z.number().int().min(1),
  endLine: z.number().int().min(1),
  commit: z.string().max(64).nullable(),
  /** SHA-256 of the lines joined by line feeds; `null` where they were not known. */
  lineHash: z.string().max(64).nullable(),
});
export type ItemEvidence = z.infer<typeof itemEvidence>;

/** As it is given: what is not known may be left out. */
const evidenceInput = itemEvidence.extend({
  endLine: z.number().int().min(1).optional(),
  commit: z.string().max(64).nullable().optional(),
  lineHash: z.string().max(64).nullable().optional(),
});

/** What a client may set of an item. */
export const itemFields = z.object({
  title: z.string().trim().min(1).max(200),
  type: itemType,
  facts: z.string().max(5000),
  rationale: z.string().max(5000).nullable().optional(),
  impact: z.string().max(5000).nullable().optional(),
  files: z.array(z.string().min(1).max(4096)).max(50).optional(),
  tags: z.array(z.string().min(1).max(60)).max(5).optional(),
  schemaKey: schemaKey.optional(),
  confidence: z.number().min(0).max(1).optional(),
  importance: z.number().int().min(1).max(5).optional(),
  evidence: z.array(evidenceInput).max(100).optional(),
  sessionId: z.string().nullable().optional(),
});

/** One thing worth knowing about a project. Times are ISO 8601 UTC with milliseconds. */
export const item = z.object({
  id: z.string(),
  projectId: z.string(),
  title: z.string(),
  type: itemType,
  facts: z.string(),
  rationale: z.string().nullable(),
  impact: z.string().nullable(),
  files: z.array(z.string()),
  tags: z.array(z.string()),
  schemaKey: z.string(),
  status: itemStatus,
  confidence: z.number(),
  importance: z.number().int(),
  evidence: z.array(itemEvidence),
  sessionId: z.string().nullable(),
  supersededBy: z.string().nullable(),
  /** Ids of the items that this one took in. */
  mergedFrom: z.array(z.string()),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Item = z.infer<typeof item>;

/** Who says so: absent or `person` makes an approved item, a machine's is a draft. */
const source = { source: z.string().min(1).max(60).optional() };

export const createItemBody = itemFields.extend({ status: itemStatus.optional() });
export const createItem = createItemBody.extend({ projectId: z.string().optional(), ...source });
export type CreateItem = z.infer<typeof createItem>;

export const updateItemBody = itemFields.partial();
export const updateItem = updateItemBody.extend({ itemId: z.string(), ...source });
export type UpdateItem = z.infer<typeof updateItem>;

export const itemRef = z.object({ itemId: z.string() });
export type ItemRef = z.infer<typeof itemRef>;

export const listItems = z.object({
  projectId: z.string().optional(),
  status: itemStatus.optional(),
  type: itemType.optional(),
  /** Exact, or with all below it where it ends with `/*`. */
  schemaKey: z.string().max(202).optional(),
  tag: z.string().max(60).optional(),
  file: z.string().max(4096).optional(),
  sessionId: z.string().optional(),
  minImportance: z.number().int().min(1).max(5).optional(),
  limit: z.number().int().min(1).max(200).optional(),
  cursor: z.string().optional(),
});
export type ListItems = z.infer<typeof listItems>;

export const approveItemBody = z.object({ action: z.enum(['approve', 'deprecate']) });
export const approveItem = approveItemBody.extend({ itemId: z.string() });
export type ApproveItem = z.infer<typeof approveItem>;

/** The items are taken into `itemId`, and are deprecated with `supersededBy`. */
export const mergeItemsBody = z.object({ itemIds: z.array(z.string()).min(1).max(200) });
export const mergeItems = mergeItemsBody.extend({ itemId: z.string(), ...source });
export type MergeItems = z.infer<typeof mergeItems>;

/** By an item that is there (`byItemId`) or a new one (`item`). Answers the one that counts from now on. */
export const supersedeItemBody = z
  .object({ byItemId: z.string().optional(), item: createItemBody.optional() })
  .refine(({ byItemId, item: made }) => (byItemId === undefined) !== (made === undefined), {
    message: 'byItemId or item is needed, not both',
    path: ['byItemId'],
  });
export const supersedeItem = z.intersection(z.object({ itemId: z.string(), ...source }), supersedeItemBody);
export type SupersedeItem = z.infer<typeof supersedeItem>;
