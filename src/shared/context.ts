import * as z from 'zod';

export const contextType = z.enum(['system', 'reference', 'memory']);
export type ContextType = z.infer<typeof contextType>;
export const contextState = z.enum(['draft', 'approved', 'deprecated']);
export type ContextState = z.infer<typeof contextState>;
/** 1 = always loaded, 2 = on demand, 3 = archive. */
export const contextTier = z.union([z.literal(1), z.literal(2), z.literal(3)]);

/** Lower-case segments joined by `/`, the first one `root`. */
export const schemaKey = z
  .string()
  .max(200)
  .regex(/^root(\/[a-z0-9][a-z0-9._-]*)*$/, 'lower-case segments joined by /, the first one root');

export const contextSummary = z.object({
  id: z.string(),
  projectId: z.string(),
  name: z.string(),
  description: z.string(),
  schemaKey: z.string(),
  parentContextId: z.string().nullable(),
  state: contextState,
  tier: z.number().int(),
  contextType,
  /** Counts up with every change of name, description or content; PATCH may name the one it is based on. */
  version: z.number().int(),
  order: z.number().int(),
  entryCount: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type ContextSummary = z.infer<typeof contextSummary>;

export const context = contextSummary.extend({
  content: z.string(),
  /** Who wrote the current content: a person, or the name of the machine that did (`genesis`, `cli-scan`, …). */
  source: z.string(),
});
export type Context = z.infer<typeof context>;

export interface ContextTreeNode extends Omit<ContextSummary, 'description' | 'projectId' | 'parentContextId'> {
  readonly children: ContextTreeNode[];
}

const nameField = z.string().trim().min(1).max(100);
const descriptionField = z.string().max(500);
const contentField = z.string().max(50_000);

export const createContext = z.object({
  projectId: z.string().optional(),
  name: nameField,
  description: descriptionField.optional(),
  content: contentField.optional(),
  parentContextId: z.string().nullable().optional(),
  parentSchemaKey: schemaKey.optional(),
  schemaKey: schemaKey.optional(),
  tier: contextTier.optional(),
  contextType: contextType.optional(),
  /** Absent or `person`: made by a person and approved; anything else: made by a machine and a draft. */
  source: z.string().max(60).optional(),
});
export type CreateContext = z.infer<typeof createContext>;

export const updateContext = z.object({
  contextId: z.string(),
  name: nameField.optional(),
  description: descriptionField.optional(),
  content: contentField.optional(),
  tier: contextTier.optional(),
  contextType: contextType.optional(),
  parentContextId: z.string().nullable().optional(),
  order: z.number().int().optional(),
  /** The version this change is based on; another current one is a `conflict` with `data.currentVersion`. */
  version: z.number().int().optional(),
  /** Who writes the change; absent or `person`: a person. */
  source: z.string().max(60).optional(),
});
export type UpdateContext = z.infer<typeof updateContext>;

export const contextRef = z.object({ contextId: z.string() });
export type ContextRef = z.infer<typeof contextRef>;

export const listContexts = z.object({
  projectId: z.string().optional(),
  parentId: z.string().optional(),
  state: contextState.optional(),
  limit: z.number().int().min(1).max(200).optional(),
  cursor: z.string().optional(),
});
export type ListContexts = z.infer<typeof listContexts>;

/** One page of a list; `nextCursor` is absent on the last one. */
export interface Page<T> {
  readonly items: T[];
  readonly nextCursor?: string;
}

export const approveContext = z.object({ contextId: z.string(), action: z.enum(['approve', 'deprecate']) });
export type ApproveContext = z.infer<typeof approveContext>;

export interface CompactResult {
  readonly id: string;
  readonly entriesBefore: number;
  readonly entriesAfter: number;
  readonly tokensSaved: number;
  readonly tokensBefore: number;
  readonly tokensAfter: number;
}

export const populateNode = z.object({
  schemaKey,
  name: nameField,
  description: descriptionField.optional(),
  content: contentField.optional(),
  parentSchemaKey: schemaKey.optional(),
  contextType: contextType.optional(),
  tier: contextTier.optional(),
});
export type PopulateNode = z.infer<typeof populateNode>;

export const populateContexts = z.object({
  projectId: z.string().optional(),
  /** Each is checked on its own, so that one bad node is an entry of `errors` and not the end of the call. */
  nodes: z.array(z.unknown()).max(1000),
  source: z.string().max(60).optional(),
  dryRun: z.boolean().optional(),
});
export type PopulateContexts = z.infer<typeof populateContexts>;

export interface PopulateChange {
  readonly schemaKey: string;
  readonly change: 'create' | 'update' | 'unchanged' | 'conflict';
  readonly before?: string;
  readonly after?: string;
}

export interface PopulateResult {
  readonly runId: string;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly deleted: 0;
  readonly errors: readonly { readonly schemaKey: string; readonly message: string }[];
  readonly dryRun: boolean;
  readonly diff: readonly PopulateChange[];
}

export interface ContextVersion {
  readonly id: string;
  readonly contextId: string;
  readonly version: number;
  readonly name: string;
  readonly description: string;
  readonly content: string;
  readonly source: string;
  /** `draft`: a machine proposed it over a person's text; it is not the current content. */
  readonly status: 'current' | 'past' | 'draft';
  readonly reason: 'create' | 'update' | 'populate' | 'compact' | 'restore';
  readonly createdAt: string;
}

export const contextVersionRef = z.object({ contextId: z.string(), version: z.number().int() });
export type ContextVersionRef = z.infer<typeof contextVersionRef>;

export const addEntry = z.object({
  contextId: z.string(),
  title: z.string().trim().min(1).max(200),
  content: z.string().max(50_000),
  entryType: z.string().max(40).optional(),
  tags: z.array(z.string().max(60)).max(20).optional(),
  idempotencyKey: z.string().max(200).optional(),
  /** Who says so; absent: a person. */
  source: z.string().max(60).optional(),
});
export type AddEntry = z.infer<typeof addEntry>;

export interface ContextEntry {
  readonly id: string;
  readonly contextId: string;
  readonly title: string;
  readonly content: string;
  readonly entryType: string;
  readonly tags: readonly string[];
  readonly source: string;
  readonly createdAt: string;
}

export const linkType = z.enum(['see-also', 'depends-on', 'child-of', 'related']);

export const addLink = z.object({
  projectId: z.string().optional(),
  fromSchemaKey: schemaKey,
  toSchemaKey: schemaKey,
  linkType,
  reason: z.string().max(500).optional(),
  confidence: z.number().min(0).max(1).optional(),
});
export type AddLink = z.infer<typeof addLink>;

export interface ContextLink {
  readonly id: string;
  readonly projectId: string;
  readonly fromSchemaKey: string;
  readonly toSchemaKey: string;
  readonly linkType: z.infer<typeof linkType>;
  readonly reason: string | null;
  readonly confidence: number | null;
  readonly createdAt: string;
}

export const removeLink = z.object({ linkId: z.string() });
export type RemoveLink = z.infer<typeof removeLink>;
