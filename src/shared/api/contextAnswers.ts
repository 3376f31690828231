import * as z from 'zod';
import {
  type CompactResult,
  type ContextEntry,
  type ContextLink,
  type ContextTreeNode,
  type ContextVersion,
  contextSummary,
  linkType,
  type PopulateResult,
} from '../context';

const treeFields = contextSummary.omit({ description: true, projectId: true, parentContextId: true });

/** What the routes of contexts answer, beside the context itself. */
export const contextTreeNode: z.ZodType<ContextTreeNode> = treeFields.extend({
  get children() {
    return z.array(contextTreeNode);
  },
});

export const compactResult = z.object({
  id: z.string(),
  entriesBefore: z.number().int(),
  entriesAfter: z.number().int(),
  tokensSaved: z.number().int(),
  tokensBefore: z.number().int(),
  tokensAfter: z.number().int(),
}) satisfies z.ZodType<CompactResult>;

export const populateResult = z.object({
  runId: z.string(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  deleted: z.literal(0),
  errors: z.array(z.object({ schemaKey: z.string(), message: z.string() })),
  dryRun: z.boolean(),
  diff: z.array(
    z.object({
      schemaKey: z.string(),
      change: z.enum(['create', 'update', 'unchanged', 'conflict']),
      before: z.string().exactOptional(),
      after: z.string().exactOptional(),
    }),
  ),
}) satisfies z.ZodType<PopulateResult>;

export const contextVersion = z.object({
  id: z.string(),
  contextId: z.string(),
  version: z.number().int(),
  name: z.string(),
  description: z.string(),
  content: z.string(),
  source: z.string(),
  status: z.enum(['current', 'past', 'draft']),
  reason: z.enum(['create', 'update', 'populate', 'compact', 'restore']),
  createdAt: z.string(),
}) satisfies z.ZodType<ContextVersion>;

export const contextEntry = z.object({
  id: z.string(),
  contextId: z.string(),
  title: z.string(),
  content: z.string(),
  entryType: z.string(),
  tags: z.array(z.string()),
  source: z.string(),
  createdAt: z.string(),
}) satisfies z.ZodType<ContextEntry>;

export const contextLink = z.object({
  id: z.string(),
  projectId: z.string(),
  fromSchemaKey: z.string(),
  toSchemaKey: z.string(),
  linkType,
  reason: z.string().nullable(),
  confidence: z.number().nullable(),
  createdAt: z.string(),
}) satisfies z.ZodType<ContextLink>;
