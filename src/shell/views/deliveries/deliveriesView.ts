import * as vscode from 'vscode';
import { DisposableStore } from '../../../base/disposable';
import { settle } from '../../capture/windowTriggers';
import type { ViewId } from '../../contributions';
import type { Servers } from '../../delivery/servers';
import type { EngineSource } from '../../host/engineHost';
import type { WorkspaceProjects } from '../../projects/workspaceProjects';
import type { LiveNode } from '../liveTree';
import type { RowNode } from '../row';
import { RowProvider } from '../rowProvider';
import type { StoreProblem } from '../storeProblem';
import { deliveryTooltip } from './deliveryMarkdown';
import { type DeliveryValue, deliveryRows } from './deliveryRows';

const viewId: ViewId = 'contox.deliveries';
const ledgerMs = 500;

export interface DeliveriesViewDeps {
  readonly source: EngineSource;
  readonly projects: WorkspaceProjects;
  readonly servers: Servers;
  readonly problem: StoreProblem;
}

/** The Egress Ledger: every byte of the current project that left this machine, or would have. */
export class DeliveriesView implements vscode.Disposable {
  private readonly store = new DisposableStore();
  readonly provider: RowProvider<DeliveryValue>;
  private readonly view: vscode.TreeView<LiveNode<DeliveryValue>>;
  private stale = false;

  constructor(private readonly deps: DeliveriesViewDeps) {
    this.provider = this.store.add(
      new RowProvider<DeliveryValue>({
        load: () => this.load(),
        tooltip: (value) => deliveryTooltip(value, Date.now()),
        failed: (error) => deps.problem.report(error),
      }),
    );
    const options = { treeDataProvider: this.provider, canSelectMany: true };
    this.view = this.store.add(vscode.window.createTreeView(viewId, options));
    this.store.add(deps.projects.onDidChange(() => this.refresh()));
    this.store.add(deps.servers.onDidChange(() => this.refresh()));
    // What is not sent changes nothing in how a server is doing, but it is in the ledger a moment after it happened.
    const later = this.store.add(settle(() => this.refresh(), ledgerMs));
    this.store.add(
      deps.source.onDidChange((change) => {
        const isOurs = change.kind === 'sessions' && change.projectId === deps.projects.current?.id;
        if (isOurs && deps.servers.isConfigured) later.call();
      }),
    );
    this.store.add(this.view.onDidChangeVisibility(({ visible }) => visible && this.stale && this.refresh()));
  }

  get selection(): readonly LiveNode<DeliveryValue>[] {
    return this.view.selection;
  }

  dispose(): void {
    this.store.dispose();
  }

  /** Reads again when the view can be seen, else as soon as it can. */
  private refresh(): void {
    const { servers } = this.deps;
    this.view.description = servers.isConfigured && servers.isDryRun ? 'Dry run: nothing is sent' : '';
    this.stale = !this.view.visible;
    if (this.view.visible) void this.provider.refresh();
  }

  private async load(): Promise<RowNode<DeliveryValue>[]> {
    this.stale = false;
    const { projects, source, servers } = this.deps;
    await projects.load();
    const projectId = projects.current?.id;
    if (!projectId) return [];
    const { items, nextCursor } = await source.engine.listDeliveries({ projectId, limit: 200 });
    const { status } = servers;
    return deliveryRows({ status, deliveries: items, hasMore: nextCursor !== undefined, now: Date.now() });
  }
}
