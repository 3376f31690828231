import * as z from 'zod';

export const smallestBudget = 200;
export const largestBudget = 100_000;
export const usualBudget = 4_000;

export const getBrain = z.object({
  projectId: z.string().optional(),
  /** Tokens that the Markdown may have. */
  budget: z.number().int().min(smallestBudget).max(largestBudget).optional(),
  /** Whether drafts are told, too; each is marked as one. */
  drafts: z.boolean().optional(),
});
export type GetBrain = z.infer<typeof getBrain>;

export const brainKinds = [
  'project',
  'technology',
  'command',
  'fact',
  'context',
  'item',
  'finding',
  'session',
] as const;

const brainSource = z.object({
  path: z.string(),
  startLine: z.number().int(),
  endLine: z.number().int(),
});

/** One statement of the document. */
export const brainEntry = z.object({
  kind: z.enum(brainKinds),
  /** Of a context, an item, a finding or a session: by it the whole can be read. */
  id: z.string().optional(),
  title: z.string(),
  schemaKey: z.string().optional(),
  tier: z.number().int().optional(),
  state: z.enum(['draft', 'approved']).optional(),
  importance: z.number().int().optional(),
  /** `false`: only its title or beginning is in the Markdown. */
  whole: z.boolean(),
  sources: z.array(brainSource),
});
export type BrainEntry = z.infer<typeof brainEntry>;

const brainSection = z.object({ title: z.string(), entries: z.array(brainEntry) });

/** What a project's memory says, small enough to be read at the beginning of a session. */
export const brain = z.object({
  projectId: z.string(),
  projectName: z.string(),
  /** SHA-256 of the Markdown: equal, and nothing has to be read again. */
  contentHash: z.string(),
  budget: z.number().int(),
  /** Of the Markdown: a quarter of its ASCII characters, and each other character as one. */
  tokens: z.number().int(),
  markdown: z.string(),
  sections: z.array(brainSection),
  /** What is not in it, neither whole nor by its title, for want of room. */
  omitted: z.object({
    contexts: z.number().int(),
    items: z.number().int(),
    findings: z.number().int(),
    sessions: z.number().int(),
  }),
  /** The scan that its facts of the code come from; `null` without one. */
  scan: z.object({ id: z.string(), commit: z.string().nullable(), completedAt: z.string().nullable() }).nullable(),
});
export type Brain = z.infer<typeof brain>;
