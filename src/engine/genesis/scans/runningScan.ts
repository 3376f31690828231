import { isEngineError } from '../../../base/engineError';
import type { ScanStatus } from '../../../shared/genesis';
import type { EngineParts } from '../../engineParts';
import { SqlScanCache } from '../cache/sqlScanCache';
import type { SnapshotStore } from '../diff/snapshotStore';
import { runScan } from '../phases/runScan';
import { type ScanCounters, ScanProgress } from '../phases/scanProgress';
import type { InterimResults, ScanRequest } from '../phases/scanRequest';
import type { ScanRunner } from '../work/jobs';
import type { FindingStore } from './findingStore';
import { InterimView } from './interimView';
import type { ResultStore } from './resultStore';
import { StoreSink } from './scanSink';
import type { ScanStore } from './scanStore';

export interface ScanParts extends EngineParts {
  readonly scans: ScanStore;
  readonly findings: FindingStore;
  readonly results: ResultStore;
  readonly snapshots: SnapshotStore;
  readonly openRunner: () => Promise<ScanRunner>;
}

/** A view hears of a running scan this often at most. */
const announceMs = 100;

/** A finding that is gone for longer gets a new id when it comes back. */
const rememberedMs = 180 * 86_400_000;

/** One scan from its start to its end. */
export class RunningScan {
  /** Resolves with the final status; never rejects. */
  readonly ended: Promise<ScanStatus>;
  /** For who looks on; absent where there are results of an earlier scan. */
  readonly interim: InterimView | undefined;
  private readonly abort = new AbortController();
  private announcedAt = 0;
  private written: ScanStatus;

  constructor(
    private readonly parts: ScanParts,
    private status: ScanStatus,
    request: ScanRequest,
  ) {
    this.written = status;
    if (parts.results.findKeys(status.projectId) === undefined) this.interim = viewFor(parts, status.projectId);
    this.ended = this.run(request);
  }

  get current(): ScanStatus {
    return this.status;
  }

  /** Lets the scan finish what it has begun, and ends it then. */
  cancel(): void {
    this.abort.abort();
  }

  private async run(request: ScanRequest): Promise<ScanStatus> {
    const progress = new ScanProgress(
      () => performance.now(),
      (counters) => this.note(counters),
    );
    const scan = { id: this.status.id, projectId: this.status.projectId };
    const sink = new StoreSink({ ...this.parts, interim: this.interim }, scan, request, (done, counters) =>
      progress.step(done, counters),
    );
    try {
      const cache = await this.runPhases(request, progress, sink);
      return await this.end({ phase: 'complete', progress: 1, error: null }, sink, cache);
    } catch (failure) {
      const error = this.abort.signal.aborted ? 'cancelled' : this.explain(failure);
      return this.end({ phase: 'failed', error }, sink);
    }
  }

  private async runPhases(request: ScanRequest, progress: ScanProgress, sink: StoreSink): Promise<SqlScanCache> {
    const { db, runner: commits, ports } = this.parts;
    const { projectId } = this.status;
    const runner = await this.parts.openRunner();
    const now = ports.clock.now();
    const cache = await SqlScanCache.open({ db, runner: commits, projectId, now }, runner.fingerprint);
    const { interim } = this;
    const show = interim && ((known: InterimResults) => interim.take(known));
    const tools = { runner, cache, progress, signal: this.abort.signal, ...(show && { show }) };
    await runScan(request, tools, sink);
    return cache;
  }

  /** The end of a scan, its results and the event that tells of it are one transaction; then it is told. */
  private async end(
    outcome: Pick<ScanStatus, 'phase' | 'error'> & { readonly progress?: number },
    sink: StoreSink,
    cache?: SqlScanCache,
  ): Promise<ScanStatus> {
    const { runner, ports } = this.parts;
    const ended = { ...this.status, ...outcome, completedAt: new Date(ports.clock.now()).toISOString() };
    try {
      await runner.commit('endScan', () => this.writeEnd(ended, sink));
      await this.tidy(ended.projectId, cache);
    } catch (failure) {
      // The project may have been deleted meanwhile: then there is nothing to write to.
      if (isEngineError(failure)) ports.logger.warn(`The end of a scan could not be written: ${failure.message}`);
      else ports.logger.error('The end of a scan could not be written', failure);
    }
    this.parts.findings.forgetForeseen(ended.projectId);
    this.status = ended;
    this.parts.emit({ kind: 'scan', projectId: ended.projectId, status: ended });
    return ended;
  }

  private writeEnd(ended: ScanStatus, sink: StoreSink): void {
    const { runner, scans, events } = this.parts;
    const { projectId, error } = ended;
    runner.touch(projectId);
    sink.publish(ended);
    scans.update(ended);
    const type = error === null ? 'scan.completed' : error === 'cancelled' ? 'scan.cancelled' : 'scan.failed';
    events.append({ projectId, type, source: 'genesis', payload: payloadOf(ended) });
  }

  private async tidy(projectId: string, cache: SqlScanCache | undefined): Promise<void> {
    const { runner, findings, results } = this.parts;
    const kept = results.findKeys(projectId)?.findingsOf;
    const some = (): number => findings.deleteUnused(projectId, kept === undefined ? [] : [kept], 100);
    while ((await runner.commit('forgetFindings', some)) > 0);
    const longAgo = this.parts.ports.clock.now() - rememberedMs;
    await runner.commit('forgetIdentities', () => findings.forgetIdentities(projectId, longAgo));
    await cache?.prune();
  }

  private note(counters: ScanCounters): void {
    const { phase } = this.status;
    this.status = { ...this.status, ...counters };
    const now = performance.now();
    if (phase === counters.phase && now - this.announcedAt < announceMs) return;
    this.announcedAt = now;
    this.parts.emit({ kind: 'scan', projectId: this.status.projectId, status: this.status });
    if (this.written.phase !== counters.phase) this.write();
  }

  /** Phases are written down as they begin, so that a stop in the middle can be told from one at the start. */
  private write(): void {
    const { status } = this;
    this.written = status;
    const { runner, scans, ports } = this.parts;
    runner.commit('noteScan', () => scans.update(status)).catch((error) => ports.logger.warn(`Scan state: ${error}`));
  }

  private explain(failure: unknown): string {
    if (isEngineError(failure)) return failure.message;
    this.parts.ports.logger.error('A scan failed', failure);
    return failure instanceof Error ? failure.message : String(failure);
  }
}

function viewFor({ findings, ports }: ScanParts, projectId: string): InterimView {
  return new InterimView(projectId, (draft) => findings.foresee(projectId, draft, ports.clock.now()));
}

function payloadOf(status: ScanStatus): Record<string, unknown> {
  const { id, branch, commit, filesTotal, filesRead, chunksTotal, findingsCount, techStack, error } = status;
  const durationMs = Date.parse(status.completedAt ?? status.startedAt) - Date.parse(status.startedAt);
  return {
    scanId: id,
    branch,
    commit,
    filesTotal,
    filesRead,
    chunksTotal,
    findingsCount,
    techStack,
    error,
    durationMs,
  };
}
