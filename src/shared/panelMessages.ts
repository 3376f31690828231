import * as z from 'zod';
import type { Evidence, Finding, ScanEstimate, ScanOverview, ScanStatus, ScanSummary, Technology } from './genesis';
import type { Inventory } from './inventory';
import type { ScanDiff } from './scanDiff';

/** What the Genesis panel and its host say to each other. The host validates what arrives; the panel gets plain types. */

/** True for a path that stays below the folder it is resolved against, on every platform. */
export function isPathInside(path: string): boolean {
  if (path.includes('\0') || /^([/\\]|[a-z]:)/i.test(path)) return false;
  return path.split(/[\\/]/).every((segment) => segment !== '..');
}

const relativePath = z.string().min(1).max(4096).refine(isPathInside, 'must be a path inside the project');
const line = z.number().int().min(1).max(10_000_000);
const id = z.string().min(1).max(100);

const scanChoices = z.object({
  branch: z.string().min(1).max(250).optional(),
  maxFiles: z.number().int().min(1).max(5000).optional(),
  selective: z.boolean().optional(),
  securityAudit: z.boolean().optional(),
});
export type ScanChoices = z.infer<typeof scanChoices>;

export const panelMessage = z.discriminatedUnion('type', [
  /** The panel can take messages: send it everything. */
  z.object({ type: z.literal('ready') }),
  /** Is anybody there? Answered with `pong`, whatever the engine does. */
  z.object({ type: z.literal('ping') }),
  z.object({ type: z.literal('startScan'), choices: scanChoices }),
  z.object({ type: z.literal('cancelScan') }),
  z.object({ type: z.literal('estimate'), requestId: z.number().int(), choices: scanChoices }),
  z.object({ type: z.literal('detail'), findingId: id }),
  z.object({ type: z.literal('openEvidence'), path: relativePath, startLine: line, endLine: line }),
  z.object({ type: z.literal('openFolder'), path: relativePath }),
  z.object({ type: z.literal('openLink'), href: z.string().max(2048) }),
  z.object({ type: z.literal('addToMemory'), findingId: id }),
  z.object({ type: z.literal('copyForAgent'), findingId: id }),
  z.object({
    type: z.literal('ignoreFinding'),
    findingId: id,
    reason: z.string().max(500),
    expiresAt: z.string().max(40).optional(),
  }),
  /** What changed since a branch, a tag, a commit, or, for `null`, the scan before. */
  z.object({ type: z.literal('compare'), base: z.string().min(1).max(250).nullable() }),
  /** A drawing as SVG text, or as PNG in base64; `name` becomes part of the file's name. */
  z.object({
    type: z.literal('savePicture'),
    name: z.string().regex(/^[a-z-]{1,40}$/),
    format: z.enum(['svg', 'png']),
    content: z.string().max(60_000_000),
  }),
  /** Rows of a table; `what` names them in the confirmation, for example "120 routes". */
  z.object({ type: z.literal('copyText'), text: z.string().max(20_000_000), what: z.string().max(100) }),
  z.object({ type: z.literal('export'), format: z.enum(['json', 'markdown', 'sarif', 'sbom']) }),
  z.object({ type: z.literal('action'), action: z.enum(['showLog', 'manageTrust', 'refresh']) }),
]);
export type PanelMessage = z.infer<typeof panelMessage>;
export type PanelMessageType = PanelMessage['type'];

/** What the panel keeps by `setState`, so that a reload or a new extension host finds its place again. */
export const panelState = z.object({
  projectId: id,
  filter: z.string().max(1000).catch(''),
  groupBy: z.enum(['layer', 'importance', 'file', 'rule', 'none']).catch('layer'),
  selection: z.string().max(100).nullable().catch(null),
  tab: z.enum(['routes', 'entryPoints', 'models', 'dependencies', 'commands', 'environment']).catch('routes'),
  scroll: z.number().min(0).catch(0),
});
export type PanelState = z.infer<typeof panelState>;
export type GroupBy = PanelState['groupBy'];
export type InventoryTab = PanelState['tab'];

/** A finding as the list shows it; its text and evidence come with `detail`. */
export interface FindingRow extends Omit<Finding, 'content' | 'evidence' | 'createdAt'> {
  /** Line of the first evidence in `files[0]`. */
  readonly line: number | null;
}

export interface Excerpt extends Evidence {
  /** At most 12 lines from `startLine` on. `null` where the text is not shown; `reason` says why. */
  readonly lines: readonly string[] | null;
  readonly reason?: 'secret' | 'missing' | 'tooLarge';
}

export interface FindingDetail {
  readonly findingId: string;
  readonly content: string;
  readonly excerpts: readonly Excerpt[];
}

/** How the scanned commit relates to what is checked out now. */
export interface Freshness {
  readonly commitsBehind: number | null;
}

export interface PanelSnapshot {
  readonly project: { readonly id: string; readonly name: string; readonly localPath: string | null };
  readonly status: ScanStatus | null;
  readonly trusted: boolean;
  /** The store or the engine can't answer; a sentence for the user that says what to do. */
  readonly problem: string | null;
  /** `null` while the results are current or nothing is known. */
  readonly freshness: Freshness | null;
  readonly defaults: { readonly maxFiles: number; readonly securityAudit: boolean };
}

export interface PanelResults {
  readonly scanId: string;
  readonly summary: ScanSummary;
  readonly techStack: readonly Technology[];
  readonly overview: ScanOverview;
}

export type HostMessage =
  | { readonly type: 'snapshot'; readonly snapshot: PanelSnapshot }
  | { readonly type: 'results'; readonly results: PanelResults }
  /** A slice of all findings; the list is whole once `start + rows.length` is `total`. */
  | {
      readonly type: 'findings';
      readonly start: number;
      readonly total: number;
      readonly rows: readonly FindingRow[];
    }
  /** Some of the inventory's lists, each whole. */
  | { readonly type: 'inventory'; readonly inventory: Partial<Inventory> }
  | {
      readonly type: 'estimate';
      readonly requestId: number;
      readonly estimate: ScanEstimate | null;
      readonly error: string | null;
    }
  | {
      readonly type: 'detail';
      readonly findingId: string;
      readonly detail: FindingDetail | null;
      readonly error: string | null;
    }
  /** Something the user asked for is done (`error` false) or was not possible; shown beside the thing and announced. */
  | {
      readonly type: 'notice';
      readonly about: PanelMessageType;
      readonly text: string;
      readonly error: boolean;
      readonly findingId?: string;
    }
  | {
      readonly type: 'changes';
      readonly base: string | null;
      readonly diff: ScanDiff | null;
      readonly error: string | null;
    }
  | { readonly type: 'reveal'; readonly findingId: string }
  | { readonly type: 'pong' };
