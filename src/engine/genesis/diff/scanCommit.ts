import { emptyInventory, type Inventory } from '../../../shared/inventory';
import { SqlScanCache } from '../cache/sqlScanCache';
import { runScan, type ScanOutcome, type ScanSink } from '../phases/runScan';
import { ScanProgress } from '../phases/scanProgress';
import { unpackJson } from '../scans/blobs';
import type { ScanParts } from '../scans/runningScan';
import { defaultMaxFiles } from '../scans/scans';
import { findingOf, type ScanSnapshot } from './scanSnapshot';

export interface CommitScan {
  readonly projectId: string;
  readonly root: string;
  readonly name: string;
  readonly ref: string;
  readonly commit: string;
  readonly signal: AbortSignal;
  readonly maxFiles?: number | undefined;
  readonly securityAudit?: boolean | undefined;
}

/**
 * Scans a commit from git's objects and answers what it came to; the project's results stay as they are. Facts of files
 * that the last scan saw come from the cache.
 */
export async function scanCommit(parts: ScanParts, scan: CommitScan): Promise<ScanSnapshot> {
  const { db, runner: commits, ports, openRunner } = parts;
  const { projectId, root, name, ref, commit, signal, maxFiles = defaultMaxFiles, securityAudit = true } = scan;
  const runner = await openRunner();
  const now = ports.clock.now();
  const cache = await SqlScanCache.open({ db, runner: commits, projectId, now }, runner.fingerprint);
  const progress = new ScanProgress(
    () => performance.now(),
    () => undefined,
  );
  const sink = new KeepingSink();
  const request = { root, name, branch: ref, commit, maxFiles, securityAudit };
  await runScan(request, { runner, cache, progress, signal }, sink);
  const conclusions = sink.outcome?.conclusions;
  return {
    side: { branch: ref, commit, scannedAt: new Date(now).toISOString() },
    findings: conclusions?.findings.map(findingOf) ?? [],
    inventory: conclusions?.inventory ? unpackJson<Inventory>(conclusions.inventory) : emptyInventory(),
  };
}

/** Keeps the outcome in memory and nothing of it anywhere else. */
class KeepingSink implements ScanSink {
  outcome: ScanOutcome | undefined;

  knows(): boolean {
    return false;
  }

  async keep(): Promise<void> {
    return undefined;
  }

  async assemble(outcome: ScanOutcome): Promise<void> {
    this.outcome = outcome;
  }

  async preserve(): Promise<void> {
    return undefined;
  }
}
