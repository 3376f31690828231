import { type Disposable, DisposableStore } from '../../base/disposable';
import { EngineError } from '../../base/engineError';
import type { Logger } from '../../base/logger';
import type { Engine, EngineChange } from '../../engine/engine';
import type { ScanStatus } from '../../shared/genesis';
import type { Freshness, HostMessage, PanelSnapshot } from '../../shared/panelMessages';
import { findingMessages } from './findingRows';
import { systemTimers, Throttle, type Timers } from './throttle';

export interface PanelFeedHost {
  readonly engine: Pick<Engine, 'getProject' | 'getScanStatus' | 'getScanResults' | 'getScanInventory' | 'onDidChange'>;
  readonly projectId: string;
  readonly logger: Logger;
  readonly timers?: Timers;
  post(message: HostMessage): void;
  isTrusted(): boolean;
  scanDefaults(): PanelSnapshot['defaults'];
  freshness(localPath: string | null, status: ScanStatus): Promise<Freshness | null>;
}

const SNAPSHOT_MS = 100;
const RESULTS_MS = 500;

/** Keeps one panel's picture true: whole snapshots on every change, the results when they can have changed. */
export class PanelFeed implements Disposable {
  private readonly store = new DisposableStore();
  private readonly snapshots: Throttle;
  private readonly results: Throttle;
  private status: ScanStatus | null = null;
  /** What the results on screen were fetched for. */
  private shown = '';
  private inventoryShown = '';
  /** Counts the pages that were filled; 0 before the first is ready. */
  private page = 0;
  private project: PanelSnapshot['project'];
  /** Read when they can have changed: the editor takes milliseconds for it. */
  private defaults: PanelSnapshot['defaults'] | undefined;

  constructor(private readonly host: PanelFeedHost) {
    this.project = { id: host.projectId, name: '', localPath: null };
    const timers = host.timers ?? systemTimers;
    this.snapshots = this.store.add(new Throttle(() => this.guard(() => this.sendSnapshot()), SNAPSHOT_MS, timers));
    this.results = this.store.add(new Throttle(() => this.guard(() => this.sendResults()), RESULTS_MS, timers));
    this.store.add(host.engine.onDidChange((change) => this.onChange(change)));
  }

  /** Sends all there is; again after a page that was hidden comes back empty. */
  restart(): void {
    this.page++;
    this.status = null;
    this.shown = '';
    this.inventoryShown = '';
    this.defaults = undefined;
    this.snapshots.request();
  }

  /** Something beside the scan changed: trust, settings, the checked-out commit. */
  refresh(): void {
    this.defaults = undefined;
    if (this.page > 0) this.snapshots.request();
  }

  private onChange(change: EngineChange): void {
    if (this.page === 0 || change.kind === 'contexts') return;
    if (change.kind === 'scan') {
      if (change.projectId !== this.host.projectId) return;
      this.status = change.status;
    }
    if (change.kind === 'findings' && change.projectId === this.host.projectId) this.shown = '';
    this.snapshots.request();
  }

  private async guard(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.host.logger.error('The Genesis panel could not be filled', error);
      const text = error instanceof EngineError ? error.message : 'Contox could not answer. The log says why.';
      this.postSnapshot(text, null);
    }
  }

  private postSnapshot(problem: string | null, freshness: Freshness | null): void {
    if (this.store.isDisposed) return;
    const { project, status } = this;
    this.defaults ??= this.host.scanDefaults();
    const { defaults } = this;
    const trusted = this.host.isTrusted();
    this.host.post({ type: 'snapshot', snapshot: { project, status, trusted, problem, freshness, defaults } });
  }

  private async sendSnapshot(): Promise<void> {
    const { engine, projectId } = this.host;
    const { id, name, localPath } = await engine.getProject({ projectId });
    this.project = { id, name, localPath };
    // A change carries the newest status; only the first snapshot has to ask.
    this.status ??= await engine.getScanStatus({ projectId });
    const status = this.status;
    this.postSnapshot(null, status?.completedAt ? await this.host.freshness(localPath, status) : null);
    if (status && this.shown !== resultsKey(status)) this.results.request();
  }

  private async sendResults(): Promise<void> {
    const { engine, projectId } = this.host;
    const { status, page } = this;
    if (!status) return;
    const results = await engine.getScanResults({ projectId, contents: false });
    const { scan, summary, techStack, overview } = results;
    this.post(page, { type: 'results', results: { scanId: scan.id, summary, techStack, overview } });
    for (const message of findingMessages(results.findings)) {
      this.post(page, message);
      await nextTurn();
    }
    if (this.page !== page) return;
    this.shown = resultsKey(status);
    const inventoryKey = `${status.id} ${status.phase} ${status.completedAt}`;
    if (this.inventoryShown === inventoryKey) return;
    await this.sendInventory(page);
    if (this.page === page) this.inventoryShown = inventoryKey;
  }

  /** A page that was reloaded meanwhile must not get the rest of what the earlier one began to receive. */
  private post(page: number, message: HostMessage): void {
    if (this.page === page && !this.store.isDisposed) this.host.post(message);
  }

  private async sendInventory(page: number): Promise<void> {
    const inventory = await this.host.engine.getScanInventory({ projectId: this.host.projectId });
    for (const [name, rows] of Object.entries(inventory)) {
      this.post(page, { type: 'inventory', inventory: { [name]: rows } });
      await nextTurn();
    }
  }

  dispose(): void {
    this.store.dispose();
  }
}

/** Equal keys: nothing new to fetch. */
function resultsKey(status: ScanStatus): string {
  return `${status.id} ${status.phase} ${status.completedAt} ${status.findingsCount} ${status.techStack.length}`;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
