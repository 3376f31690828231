import type { Disposable } from '../../base/disposable';
import { Emitter } from '../../base/emitter';
import type { Logger } from '../../base/logger';
import type { ScanStatus } from '../../shared/genesis';
import type { EngineSource } from '../host/engineHost';
import { isScanOver } from '../words/scanWords';

/** What is known of each project's latest scan, from the engine's changes and from asking. */
export class ScanWatch implements Disposable {
  private readonly known = new Map<string, ScanStatus | null>();
  private readonly changes = new Emitter<string>();
  private readonly ends = new Emitter<ScanStatus>();
  private readonly subscription: Disposable;
  /** Fires with the project's id. */
  readonly onDidChange = this.changes.event;
  /** Fires once for each scan that ends while this window is open. */
  readonly onDidEnd = this.ends.event;

  constructor(
    private readonly source: EngineSource,
    private readonly logger: Logger,
  ) {
    this.subscription = source.onDidChange((change) => {
      if (change.kind === 'scan') this.accept(change.status, true);
    });
  }

  /** `undefined` while nobody has asked, `null` where no scan ever ran. */
  get(projectId: string): ScanStatus | null | undefined {
    return this.known.get(projectId);
  }

  isRunning(projectId: string | undefined): boolean {
    const status = projectId === undefined ? undefined : this.known.get(projectId);
    return status !== undefined && status !== null && !isScanOver(status);
  }

  get running(): readonly ScanStatus[] {
    return [...this.known.values()].flatMap((status) => (status && !isScanOver(status) ? [status] : []));
  }

  async read(projectId: string): Promise<ScanStatus | null> {
    const known = this.known.get(projectId);
    return known === undefined ? this.ask(projectId) : known;
  }

  /** Resolves with the status that the scan ended with. */
  wait(projectId: string, scanId: string): Promise<ScanStatus> {
    const now = this.known.get(projectId);
    if (now?.id === scanId && isScanOver(now)) return Promise.resolve(now);
    return new Promise((resolve) => {
      const subscription = this.ends.event((status) => {
        if (status.id !== scanId) return;
        subscription.dispose();
        resolve(status);
      });
    });
  }

  /**
   * Asks about the scans that run. A change can get lost when the owner of the store dies in the middle of a scan; without
   * this a spinner would turn for ever.
   */
  async poll(): Promise<void> {
    for (const { projectId } of this.running) {
      try {
        await this.ask(projectId);
      } catch (error) {
        this.logger.warn(`The scan's status could not be read: ${String(error)}`);
      }
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.changes.dispose();
    this.ends.dispose();
  }

  private async ask(projectId: string): Promise<ScanStatus | null> {
    const status = await this.source.engine.getScanStatus({ projectId });
    const known = this.known.get(projectId);
    if (status) this.accept(status, false);
    else if (!known) this.known.set(projectId, null);
    // The store knows nothing of a scan that this window saw running: its engine ended before the scan was written.
    else if (!isScanOver(known)) this.accept(lost(known), false);
    return this.known.get(projectId) ?? null;
  }

  /** `isNews` for a change: an end that is merely read may be one of last week. */
  private accept(status: ScanStatus, isNews: boolean): void {
    const before = this.known.get(status.projectId);
    if (before && isOlder(status, before)) return;
    this.known.set(status.projectId, status);
    this.changes.fire(status.projectId);
    const wasRunning = before?.id === status.id && !isScanOver(before);
    if (isScanOver(status) && (wasRunning || (isNews && before?.id !== status.id))) this.ends.fire(status);
  }
}

/** An answer can be overtaken by a change; what is known already is then the newer. */
function isOlder(status: ScanStatus, known: ScanStatus): boolean {
  if (status.id !== known.id) return status.startedAt < known.startedAt;
  if (isScanOver(known) || isScanOver(status)) return isScanOver(known);
  return status.progress < known.progress;
}

function lost(status: ScanStatus): ScanStatus {
  const completedAt = new Date().toISOString();
  return { ...status, phase: 'failed', error: 'the engine ended in the middle of it', completedAt };
}
