import * as z from 'zod';

/** A day such as `2027-03-31`; the time of an instant is cut off. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(?:T[\d:.Z+-]{1,30})?$/, 'a date such as 2027-03-31')
  .transform((text) => text.slice(0, 10));

const reason = z.string().trim().min(3).max(500);

export const ignoreFinding = z.object({
  findingId: z.string(),
  /** Why it may stay; reviewers read it in the file. */
  reason,
  /** The last day on which it is ignored; for ever without one. */
  expiresAt: day.optional(),
});
export type IgnoreFinding = z.input<typeof ignoreFinding>;

export const writeBaseline = z.object({
  projectId: z.string(),
  reason: reason.optional(),
  expiresAt: day.optional(),
});
export type WriteBaseline = z.input<typeof writeBaseline>;

export const findingFormats = ['sarif', 'markdown', 'json'] as const;
export type FindingFormat = (typeof findingFormats)[number];

export const exportFindings = z.object({ projectId: z.string(), format: z.enum(findingFormats) });
export type ExportFindings = z.infer<typeof exportFindings>;

/**
 * One decision in the file of ignored findings. With a fingerprint it holds for one place; without one for all that the
 * rule says of the files that `path` names (`**` for any number of folders, `*` inside one name).
 */
export const ignoreEntry = z.object({
  rule: z.string().min(1).max(200),
  path: z.string().min(1).max(1_000),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{8,64}(?::\d{1,6})?$/)
    .optional(),
  reason,
  expires: day.optional(),
  /** What the finding said when it was ignored; for people. */
  title: z.string().max(300).optional(),
});
export type IgnoreEntry = z.infer<typeof ignoreEntry>;

/** The file as a whole; its entries are judged one by one, so that a broken one costs itself only. */
export const ignoreFile = z.object({ version: z.literal(1), ignores: z.array(z.unknown()).max(50_000) });

export interface FindingsIgnored {
  /** Relative to the project's folder. */
  readonly path: string;
  /** Entries that were added or replaced. */
  readonly entries: number;
}

export interface FindingsExport {
  /** A name that fits, such as `shop.sarif`. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly text: string;
}
