import * as z from 'zod';
import type { FindingLayer } from './genesis';
import type {
  DataModel,
  Dependency,
  EntryPoint,
  EnvironmentVariable,
  ModuleEdge,
  ProjectCommand,
  Route,
} from './inventory';

export const compareScans = z.object({
  projectId: z.string(),
  /** Branch, tag or commit to compare the last scan with; without it the scan before that one. */
  base: z.string().min(1).max(250).optional(),
  /** How the last scan was made, so that `base` is scanned in the same way; defaults as of `startScan`. */
  maxFiles: z.number().int().min(1).max(5000).optional(),
  securityAudit: z.boolean().optional(),
});
export type CompareScans = z.infer<typeof compareScans>;

/** What was looked at on one side. */
export interface ScanSide {
  readonly branch: string | null;
  readonly commit: string | null;
  readonly scannedAt: string;
}

export interface Changes<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  /** `what` says each difference in a few words, such as `version 1.2 → 1.3`. */
  readonly changed: readonly { readonly before: T; readonly after: T; readonly what: readonly string[] }[];
}

export interface FindingChange {
  /** What makes it the same finding in both scans. */
  readonly identity: string;
  readonly layer: FindingLayer;
  readonly rule: string;
  readonly title: string;
  readonly importance: number;
  readonly path: string;
  readonly line: number;
}

/** The commit after which the cited line was gone. */
export interface ClosingCommit {
  readonly sha: string;
  readonly subject: string;
}

export interface ScanDiff {
  readonly base: ScanSide;
  readonly head: ScanSide;
  readonly routes: Changes<Route>;
  /** Routes of both sides whose guards or middleware differ. */
  readonly permissions: Changes<Route>['changed'];
  readonly entryPoints: Changes<EntryPoint>;
  readonly models: Changes<DataModel>;
  readonly dependencies: Changes<Dependency>;
  readonly environment: Changes<EnvironmentVariable>;
  readonly commands: Changes<ProjectCommand>;
  readonly edges: Changes<ModuleEdge>;
  readonly findings: {
    readonly opened: readonly FindingChange[];
    readonly closed: readonly (FindingChange & { readonly closedBy?: ClosingCommit })[];
    readonly changed: readonly { readonly before: FindingChange; readonly after: FindingChange }[];
  };
  /** The same for a pull request. */
  readonly markdown: string;
}
