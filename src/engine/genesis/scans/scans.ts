import type { Disposable } from '../../../base/disposable';
import { EngineError } from '../../../base/engineError';
import type { ScanCancelled, ScanStarted, ScanStatus, StartScan } from '../../../shared/genesis';
import { newId } from '../../../shared/ids';
import type { InterimView } from './interimView';
import { RunningScan, type ScanParts } from './runningScan';

/** The seed's default of 500 is the HTTP route's; here a scan takes what the contract allows at most. */
export const defaultMaxFiles = 5_000;

/** The scans that run in this process, one for each project at most. */
export class Scans implements Disposable {
  private readonly running = new Map<string, RunningScan>();
  private disposed = false;

  constructor(private readonly parts: ScanParts) {}

  /**
   * Scans whose process ended before they did. They are not begun again by themselves: one that brought its process down
   * would do so for ever. What they extracted is in the cache, so that the next scan goes on from there.
   */
  endInterrupted(): void {
    const { scans, db, ports, events } = this.parts;
    const completedAt = new Date(ports.clock.now()).toISOString();
    db.transaction(() => {
      for (const status of scans.listUnfinished()) {
        scans.update({ ...status, phase: 'failed', error: 'interrupted', completedAt });
        const { projectId, id: scanId, phase } = status;
        events.append({
          projectId,
          type: 'scan.failed',
          source: 'genesis',
          payload: { scanId, phase, error: 'interrupted' },
        });
      }
    });
  }

  current(projectId: string): ScanStatus | undefined {
    return this.running.get(projectId)?.current;
  }

  /** What a project's first scan knows while it runs. */
  interim(projectId: string): InterimView | undefined {
    return this.running.get(projectId)?.interim;
  }

  /** A finding of a first scan that still runs. */
  findInterim(findingId: string): ReturnType<InterimView['find']> {
    for (const { interim } of this.running.values()) {
      const finding = interim?.find(findingId);
      if (finding !== undefined) return finding;
    }
    return undefined;
  }

  /** The folder of a project, which has to have one. */
  folderOf(projectId: string): string {
    const { localPath } = this.parts.projects.get(projectId);
    if (localPath === null)
      throw new EngineError('invalid', 'The project has no folder on this machine. Set its localPath to scan it.');
    return localPath;
  }

  /** Writes a new scan down, in the transaction of the call; `begin` follows after the commit. */
  accept(params: StartScan): ScanStarted {
    const { scans, results, projects, ports, runner, events } = this.parts;
    const { projectId, branch = null, selective = false } = params;
    projects.getWritable(projectId);
    this.folderOf(projectId);
    const running = scans.findRunning(projectId);
    if (running !== undefined)
      throw new EngineError('conflict', 'Scan already in progress', { data: { scanId: running.id } });
    if (selective && !scans.hasCompleted(projectId) && results.findKeys(projectId) === undefined)
      throw new EngineError('invalid', 'No previous scan for selective mode');
    const status = newStatus({ projectId, branch, selective, now: ports.clock.now() });
    scans.add(status);
    runner.touch(projectId);
    events.append({
      projectId,
      type: 'scan.started',
      source: 'genesis',
      payload: { scanId: status.id, branch, selective },
    });
    return { scanId: status.id, status: status.phase };
  }

  /** Starts an accepted scan; once, whatever number of times the call that accepted it is repeated. */
  begin(scanId: string, params: StartScan): void {
    const { projectId, branch, maxFiles = defaultMaxFiles, securityAudit = true, selective = false } = params;
    const status = this.parts.scans.find(scanId);
    if (this.disposed || status === undefined || status.completedAt !== null) return;
    const before = this.running.get(projectId);
    if (before !== undefined) {
      // The last scan has said that it ended and is still tidying up; this one was accepted and must not be forgotten.
      if (before.current.id !== scanId) void before.ended.then(() => this.begin(scanId, params));
      return;
    }
    const { name } = this.parts.projects.get(projectId);
    const root = this.folderOf(projectId);
    const request = { root, name, branch, maxFiles, securityAudit, expectsChanges: selective };
    const scan = new RunningScan(this.parts, status, request);
    this.running.set(projectId, scan);
    void scan.ended.then(() => this.running.delete(projectId));
  }

  /** Cancels and waits for the end; `undefined` where nothing runs. */
  async cancel(projectId: string): Promise<ScanStatus | undefined> {
    this.parts.projects.get(projectId);
    const scan = this.running.get(projectId);
    scan?.cancel();
    return scan?.ended;
  }

  tellCancelled(projectId: string, ended: ScanStatus | undefined): ScanCancelled {
    // One that came to its end before the cancel reached it is not in progress either.
    if (ended?.error !== 'cancelled') throw new EngineError('invalid', 'No scan in progress');
    const findingsOf = this.parts.results.findKeys(projectId)?.findingsOf;
    const findingsPreserved = findingsOf === undefined ? 0 : this.parts.findings.count(findingsOf);
    return { scanId: ended.id, status: 'cancelled', findingsPreserved };
  }

  dispose(): void {
    this.disposed = true;
    for (const scan of this.running.values()) scan.cancel();
    this.running.clear();
  }
}

function newStatus(of: { projectId: string; branch: string | null; selective: boolean; now: number }): ScanStatus {
  const { projectId, branch, selective, now } = of;
  return {
    id: newId('scan', now),
    phase: 'fetch_tree',
    progress: 0,
    filesTotal: 0,
    filesProcessed: 0,
    chunksTotal: 0,
    chunksProcessed: 0,
    findingsCount: 0,
    techStack: [],
    error: null,
    startedAt: new Date(now).toISOString(),
    completedAt: null,
    projectId,
    branch,
    commit: null,
    selective,
    phaseMs: {},
    filesRead: 0,
  };
}
