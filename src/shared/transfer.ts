import * as z from 'zod';

/** `manifest.json` of an exported project. */
export const exportManifest = z.object({
  format: z.literal('contox-project'),
  version: z.literal(1),
  /** Schema of the store that the rows are from. */
  schemaVersion: z.number().int().min(3),
  projectId: z.string().regex(/^proj_[0-9A-Za-z]{1,60}$/),
  name: z.string(),
  exportedAt: z.string(),
  /** Rows of each table. */
  counts: z.record(z.string(), z.number().int()),
  /** SHA-256 of each file of rows, by table. */
  hashes: z.record(z.string(), z.string()),
  /** Number of events and hash of the last one. */
  chain: z.object({ length: z.number().int(), headHash: z.string() }),
});
export type ExportManifest = z.infer<typeof exportManifest>;
