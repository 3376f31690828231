import * as vscode from 'vscode';
import { DisposableStore } from '../../../base/disposable';
import { Emitter } from '../../../base/emitter';
import type { ContextTreeNode } from '../../../shared/context';
import type { ViewId } from '../../contributions';
import type { EngineSource } from '../../host/engineHost';
import type { WorkspaceProjects } from '../../projects/workspaceProjects';
import type { LiveNode } from '../liveTree';
import type { RowNode } from '../row';
import { RowProvider } from '../rowProvider';
import type { StoreProblem } from '../storeProblem';
import { ContextDrag } from './contextDrag';
import { type ContextFilter, contextFilters, filterNames, filterTree } from './contextFilter';
import { contextTooltip } from './contextMarkdown';
import { type ContextValue, contextRows } from './contextRows';

const viewId: ViewId = 'contox.contexts';
const filterKey = 'contextFilter';

export interface ContextsViewDeps {
  readonly source: EngineSource;
  readonly projects: WorkspaceProjects;
  readonly problem: StoreProblem;
  readonly memory: vscode.Memento;
  showError(error: unknown): void;
}

/** The Contexts view: the current project's contexts as a tree by schema key. */
export class ContextsView implements vscode.Disposable {
  private readonly store = new DisposableStore();
  readonly provider: RowProvider<ContextValue>;
  private readonly view: vscode.TreeView<LiveNode<ContextValue>>;
  private shownFilter: ContextFilter;
  private stale = false;
  private readonly filterChanges = new Emitter<void>();
  readonly onDidChangeFilter = this.filterChanges.event;

  constructor(private readonly deps: ContextsViewDeps) {
    const stored = deps.memory.get<string>(filterKey);
    this.shownFilter = contextFilters.find((filter) => filter === stored) ?? 'all';
    this.provider = this.store.add(
      new RowProvider<ContextValue>({
        load: () => this.load(),
        tooltip: (value) => contextTooltip(value, Date.now()),
        failed: (error) => deps.problem.report(error),
      }),
    );
    this.view = this.store.add(
      vscode.window.createTreeView(viewId, {
        treeDataProvider: this.provider,
        showCollapseAll: true,
        canSelectMany: true,
        dragAndDropController: new ContextDrag(deps),
      }),
    );
    this.store.add(deps.projects.onDidChange(() => this.refresh()));
    this.store.add(
      deps.source.onDidChange((change) => {
        if (change.kind === 'contexts' && change.projectId === deps.projects.current?.id) this.refresh();
      }),
    );
    this.store.add(this.view.onDidChangeVisibility(({ visible }) => visible && this.stale && this.refresh()));
    this.describe();
  }

  get selection(): readonly LiveNode<ContextValue>[] {
    return this.view.selection;
  }

  get filter(): ContextFilter {
    return this.shownFilter;
  }

  async setFilter(filter: ContextFilter): Promise<void> {
    this.shownFilter = filter;
    await this.deps.memory.update(filterKey, filter);
    this.describe();
    this.filterChanges.fire();
    this.refresh();
  }

  /** Reads again when the view can be seen, else as soon as it can. */
  refresh(): void {
    this.stale = !this.view.visible;
    if (this.view.visible) void this.provider.refresh();
  }

  dispose(): void {
    this.store.dispose();
  }

  private async load(): Promise<RowNode<ContextValue>[]> {
    this.stale = false;
    const { projects, source } = this.deps;
    await projects.load();
    const projectId = projects.current?.id;
    if (!projectId) return [];
    const tree: readonly ContextTreeNode[] = await source.engine.getContextTree({ projectId });
    return contextRows(projectId, filterTree(tree, this.shownFilter));
  }

  private describe(): void {
    this.view.description = this.shownFilter === 'all' ? '' : filterNames[this.shownFilter];
  }
}
