import * as z from 'zod';
import { schemaKey } from './context';
import { itemFields } from './item';
import { isShallow, tooDeep } from './nesting';

export const ingestEvents = [
  'session_save',
  'scan_result',
  'git_digest',
  'context_update',
  'memory_operation',
] as const;
export type IngestEvent = (typeof ingestEvents)[number];

const instant = z.iso.datetime({ offset: true });
const path = z.string().min(1).max(4096);
const count = z.number().int().min(0);
const sha = z.string().regex(/^[0-9a-fA-F]{4,64}$/, 'a hexadecimal object name');

export const changeCategory = z.enum(['architecture', 'conventions', 'implementation', 'decisions', 'bugs', 'todo']);
export type ChangeCategory = z.infer<typeof changeCategory>;

export const sessionSave = z.object({
  summary: z.string(),
  changes: z
    .array(
      z.object({
        category: changeCategory,
        title: z.string(),
        content: z.string(),
        files: z.array(path).max(1000).optional(),
      }),
    )
    .max(5000),
  startedAt: instant.optional(),
  endedAt: instant.optional(),
  headCommitSha: sha.optional(),
  /** Made from what happened, without anybody's words. */
  automatic: z.boolean().optional(),
  /** Id of the event whose words these replace. */
  supersedes: z.string().max(60).optional(),
});
export type SessionSave = z.infer<typeof sessionSave>;

/** Why the text of a file is not in the diff. */
export const textNote = z.enum(['lock', 'generated', 'minified', 'binary']);
export type TextNote = z.infer<typeof textNote>;

const digestFile = z.object({
  path,
  status: z.string().max(40),
  additions: count,
  deletions: count,
  oldPath: path.optional(),
  text: textNote.optional(),
});

export const digestCommit = z.object({
  sha,
  parents: z.array(sha).max(100),
  author: z.string(),
  email: z.string().optional(),
  authoredAt: instant,
  committedAt: instant,
  subject: z.string(),
  body: z.string().optional(),
  files: z.array(digestFile).max(20_000),
  diff: z.string().optional(),
  diffTruncated: z.boolean().optional(),
  /** Absent: a commit as any other. */
  kind: z.enum(['commit', 'merge']).optional(),
  /** The first version of the same logical commit; absent: this one. */
  chainId: sha.optional(),
  /** Who committed, where that is not the author. */
  committer: z.string().optional(),
  /** The whole commit in numbers, where `files` does not name all: some are kept out, or there are too many. */
  totals: z.object({ files: count, additions: count, deletions: count }).optional(),
  /** How many files the policy keeps out. */
  filesExcluded: count.optional(),
});
export type DigestCommit = z.infer<typeof digestCommit>;

/** A later version of a commit that is known already; no new work. */
export const digestRewrite = digestCommit.extend({
  kind: z.enum(['amend', 'rebase', 'squash', 'cherryPick', 'revert']),
  chainId: sha,
  /** The versions, or the commits, that it stands for. */
  replaces: z.array(sha).max(1000),
});
export type DigestRewrite = z.infer<typeof digestRewrite>;

/** A commit that is not on its branch any more. */
export const digestSetAside = z.object({
  sha,
  chainId: sha,
  subject: z.string(),
  at: instant,
  /** Where the branch went. */
  to: sha.nullable(),
});
export type DigestSetAside = z.infer<typeof digestSetAside>;

/** A list of paths, or their number. */
const workingTreePart = z.union([z.array(path), count]);

export const gitDigest = z.object({
  repository: z.object({ root: z.string(), remote: z.string().nullable().optional(), branch: z.string() }),
  range: z.object({ from: sha.nullable().optional(), to: sha }),
  /** New work. */
  commits: z.array(digestCommit).max(5000),
  rewrites: z.array(digestRewrite).max(5000).optional(),
  setAside: z.array(digestSetAside).max(5000).optional(),
  workingTree: z.object({ staged: workingTreePart, unstaged: workingTreePart, untracked: workingTreePart }).optional(),
});
export type GitDigest = z.infer<typeof gitDigest>;

/** A Genesis result of another machine: what it holds beside these members is kept as it is. */
export const scanResult = z
  .looseObject({
    summary: z.union([z.string(), z.record(z.string(), z.unknown())]),
    techStack: z.array(z.unknown()).optional(),
    findings: z.union([z.array(z.unknown()), z.string(), z.record(z.string(), z.unknown())]).optional(),
    completedAt: instant.optional(),
  })
  .refine((value) => isShallow(value), tooDeep);

export const contextAction = z.enum(['create', 'update', 'approve', 'deprecate', 'compact', 'delete']);

/** The texts of a context; a bare string is its content. */
const contextTexts = z.union([
  z.string().max(50_000),
  z.object({
    name: z.string().trim().min(1).max(100).optional(),
    description: z.string().max(500).optional(),
    content: z.string().max(50_000).optional(),
    tier: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
    contextType: z.enum(['system', 'reference', 'memory']).optional(),
  }),
]);

export const contextUpdate = z
  .object({
    contextId: z.string().optional(),
    schemaKey: schemaKey.optional(),
    action: contextAction,
    before: contextTexts.nullable().optional(),
    after: contextTexts.nullable().optional(),
  })
  .refine(({ contextId, schemaKey: key }) => contextId !== undefined || key !== undefined, {
    message: 'names no context: contextId or schemaKey is needed',
    path: ['contextId'],
  });
export type ContextUpdate = z.infer<typeof contextUpdate>;

export const memoryOperationName = z.enum(['create', 'update', 'delete', 'merge', 'supersede']);

export const memoryOperation = z
  .object({
    operation: memoryOperationName,
    itemId: z.string().optional(),
    /** `create`: the item; `update`: what changes; `merge`: `mergedFrom` names the others; `supersede`: the new item. */
    item: itemFields
      .partial()
      .extend({ id: z.string().optional(), mergedFrom: z.array(z.string()).max(200).optional() })
      .optional(),
  })
  .refine(({ operation, itemId }) => operation === 'create' || itemId !== undefined, {
    message: 'is needed for this operation',
    path: ['itemId'],
  })
  .refine(({ operation, item }) => operation === 'delete' || item !== undefined, {
    message: 'is needed for this operation',
    path: ['item'],
  });
export type MemoryOperation = z.infer<typeof memoryOperation>;

/** Who sends, such as `vscode`, `cli`, `mcp`. Sessions are kept apart by it. Absent: `api`. */
const source = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,59}$/, 'letters, digits and . _ : / -')
  .optional();
/** When it happened, where the payload does not say so itself. */
const common = {
  source,
  occurredAt: instant.optional(),
  /** What the sender's log calls the event; the same one again, however late, answers what the first one became. */
  eventId: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'letters, digits and . _ -')
    .optional(),
};

/** The body of `POST /api/v2/ingest`. */
export const ingestBody = z.discriminatedUnion('event', [
  z.object({ event: z.literal('session_save'), payload: sessionSave, ...common }),
  z.object({ event: z.literal('scan_result'), payload: scanResult, ...common }),
  z.object({ event: z.literal('git_digest'), payload: gitDigest, ...common }),
  z.object({ event: z.literal('context_update'), payload: contextUpdate, ...common }),
  z.object({ event: z.literal('memory_operation'), payload: memoryOperation, ...common }),
]);
export type IngestBody = z.infer<typeof ingestBody>;

/**
 * `signatureKey`: when the request was signed, in Unix seconds, and a digest of its signature; the same one again within
 * the window answers the first one's ids.
 */
export const ingest = z.intersection(
  z.object({
    projectId: z.string(),
    signatureKey: z
      .string()
      .max(200)
      .regex(/^\d{1,12}\.[\w-]+$/)
      .optional(),
  }),
  ingestBody,
);
export type Ingest = z.infer<typeof ingest>;

export const ingestResult = z.object({ eventId: z.string(), sessionId: z.string() });
export type IngestResult = z.infer<typeof ingestResult>;
