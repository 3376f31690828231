import * as z from 'zod';

export const health = z.object({ status: z.literal('ok'), version: z.string() });

/** Every answer that is no success. A conflict of versions adds `currentVersion`. */
export const errorAnswer = z.object({
  error: z.string(),
  details: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  currentVersion: z.number().int().optional(),
});
