import * as z from 'zod';

export const scanPhases = [
  'fetch_tree',
  'fetch_files',
  'build_chunks',
  'analyze',
  'synthesize',
  'security_audit',
  'assemble',
  'complete',
  'failed',
] as const;
export type ScanPhase = (typeof scanPhases)[number];

export const findingLayers = [
  'product',
  'architecture',
  'dependencies',
  'conventions',
  'dataModel',
  'entryPoints',
  'security',
] as const;
export const findingLayer = z.enum(findingLayers);
export type FindingLayer = (typeof findingLayers)[number];

export const techCategories = [
  'framework',
  'language',
  'styling',
  'backend',
  'database',
  'testing',
  'tooling',
] as const;
export type TechCategory = (typeof techCategories)[number];

export const startScan = z.object({
  projectId: z.string(),
  /** Another branch than the checked-out one is read from git's objects; the work tree is not touched. */
  branch: z.string().min(1).max(250).optional(),
  maxFiles: z.number().int().min(1).max(5000).optional(),
  selective: z.boolean().optional(),
  securityAudit: z.boolean().optional(),
  llm: z.enum(['off', 'auto']).optional(),
});
export type StartScan = z.infer<typeof startScan>;

export interface ScanStarted {
  readonly scanId: string;
  readonly status: ScanPhase;
}

/** The scan as the seed gives it, and what our own views need beside it. */
export interface ScanStatus {
  readonly id: string;
  readonly phase: ScanPhase;
  /** 0 to 1, never falls. */
  readonly progress: number;
  readonly filesTotal: number;
  readonly filesProcessed: number;
  readonly chunksTotal: number;
  readonly chunksProcessed: number;
  readonly findingsCount: number;
  readonly techStack: readonly string[];
  readonly error: string | null;
  readonly startedAt: string;
  readonly completedAt: string | null;
  readonly projectId: string;
  readonly branch: string | null;
  readonly commit: string | null;
  readonly selective: boolean;
  /** Duration of each phase that has ended, in milliseconds. */
  readonly phaseMs: Readonly<Partial<Record<ScanPhase, number>>>;
  /** Files whose content was read in this scan: 0 for an unchanged rescan. */
  readonly filesRead: number;
}

export interface Evidence {
  readonly path: string;
  /** 1-based, inclusive. */
  readonly startLine: number;
  readonly endLine: number;
  /** Says of findings of security which place this is, wherever its lines move; what the file of ignored findings names. */
  readonly fingerprint?: string;
}

export interface Finding {
  readonly id: string;
  readonly layer: FindingLayer;
  readonly title: string;
  /** Markdown. */
  readonly content: string;
  /** 1 low to 5 critical. */
  readonly importance: number;
  readonly files: readonly string[];
  readonly tags: readonly string[];
  readonly createdAt: string;
  readonly evidence: readonly Evidence[];
  /** Id of the rule that said it, for example `secrets/aws-access-key`. */
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** The same from scan to scan and on every machine, unlike the id. */
  readonly fingerprint?: string;
}

/** A finding that somebody decided to leave, with the reason. */
export interface IgnoredFinding extends Finding {
  readonly ignored: {
    readonly reason: string;
    /** The last day on which it is ignored: `2027-03-31`. */
    readonly expiresAt: string | null;
  };
}

export interface Technology {
  readonly name: string;
  /** Locked version if one is known, else the declared one, else empty. */
  readonly version: string;
  readonly category: TechCategory;
  readonly evidence: readonly Evidence[];
}

export interface ScanSummary {
  readonly totalFindings: number;
  readonly byLayer: Readonly<Record<FindingLayer, number>>;
  /** Seconds. */
  readonly scanDuration: number;
  readonly filesAnalyzed: number;
  readonly chunksAnalyzed: number;
}

export interface SkippedFile {
  readonly path: string;
  readonly reason: SkipReason;
}
export type SkipReason =
  | 'binary'
  | 'minified'
  | 'generated'
  | 'vendored'
  | 'too-large'
  | 'over-limit'
  | 'missing'
  | 'unreadable'
  | 'symlink'
  | 'timed-out';

export interface LanguageShare {
  readonly language: string;
  readonly files: number;
  readonly lines: number;
  readonly bytes: number;
  /** Hex colour of linguist, for the language bar. */
  readonly color: string;
}

/** What the panel's head, language bar and numbers show. */
export interface ScanOverview {
  readonly languages: readonly LanguageShare[];
  readonly filesListed: number;
  readonly linesAnalyzed: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  readonly skippedFiles: readonly SkippedFile[];
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

export interface ScanResults {
  readonly scan: ScanStatus;
  readonly findings: readonly Finding[];
  /** What the project's `.contox/ignore.json` says to leave; neither among `findings` nor counted in `summary`. */
  readonly ignored?: readonly IgnoredFinding[];
  readonly techStack: readonly Technology[];
  readonly summary: ScanSummary;
  readonly overview: ScanOverview;
}

export const scanResultsQuery = z.object({
  projectId: z.string(),
  layer: findingLayer.optional(),
  importance: z.number().int().min(1).max(5).optional(),
  tag: z.string().optional(),
  file: z.string().optional(),
  /** False: findings come with an empty `content`, for lists; ask `getFinding` for the one that is shown. True by default. */
  contents: z.boolean().optional(),
});
export type ScanResultsQuery = z.infer<typeof scanResultsQuery>;

export interface ScanCancelled {
  readonly scanId: string;
  readonly status: 'cancelled';
  readonly findingsPreserved: number;
}

export const estimateScan = z.object({
  projectId: z.string(),
  branch: z.string().min(1).max(250).optional(),
  maxFiles: z.number().int().min(1).max(5000).optional(),
});
export type EstimateScan = z.infer<typeof estimateScan>;

export interface ScanEstimate {
  readonly filesListed: number;
  readonly filesSelected: number;
  readonly bytesSelected: number;
  /** A guess from size and this machine's last scans, in seconds. */
  readonly seconds: number;
  readonly branches: readonly string[];
  readonly currentBranch: string | null;
}

export const findingRef = z.object({ findingId: z.string() });
export type FindingRef = z.infer<typeof findingRef>;
