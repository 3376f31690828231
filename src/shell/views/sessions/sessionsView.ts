import * as vscode from 'vscode';
import { DisposableStore } from '../../../base/disposable';
import type { Logger } from '../../../base/logger';
import type { Capture } from '../../capture/capture';
import type { ViewId } from '../../contributions';
import type { EngineSource } from '../../host/engineHost';
import type { WorkspaceProjects } from '../../projects/workspaceProjects';
import type { LiveNode } from '../liveTree';
import type { RowNode } from '../row';
import { RowProvider } from '../rowProvider';
import type { StoreProblem } from '../storeProblem';
import { SessionEvents } from './sessionEvents';
import { sessionTooltip } from './sessionMarkdown';
import { sessionRows } from './sessionRows';
import type { SessionValue } from './sessionValue';

const viewId: ViewId = 'contox.sessions';
/** The newest sessions; older ones are found by the command line and the API. */
const mostSessions = 200;
const digestedKey = 'digested';

export interface SessionsViewDeps {
  readonly source: EngineSource;
  readonly projects: WorkspaceProjects;
  readonly capture: Capture;
  readonly problem: StoreProblem;
  readonly memory: vscode.Memento;
  readonly logger: Logger;
}

/** The Sessions view: what was done in the current project, day by day. */
export class SessionsView implements vscode.Disposable {
  private readonly store = new DisposableStore();
  readonly provider: RowProvider<SessionValue>;
  private readonly view: vscode.TreeView<LiveNode<SessionValue>>;
  private readonly events: SessionEvents;
  private stale = false;

  constructor(private readonly deps: SessionsViewDeps) {
    const { source, projects, capture, problem } = deps;
    this.events = new SessionEvents(source, () => void this.provider.refresh(), deps.logger);
    this.provider = this.store.add(
      new RowProvider<SessionValue>({
        load: () => this.load(),
        tooltip: sessionTooltip,
        failed: (error) => problem.report(error),
      }),
    );
    const options = { treeDataProvider: this.provider, showCollapseAll: true, canSelectMany: true };
    this.view = this.store.add(vscode.window.createTreeView(viewId, options));
    this.store.add(projects.onDidChange(() => this.refresh()));
    this.store.add(
      source.onDidChange((change) => {
        if (change.kind === 'sessions' && change.projectId === projects.current?.id) this.refresh();
      }),
    );
    this.store.add(capture.onDidChange(() => this.describe()));
    this.store.add(this.view.onDidChangeVisibility(({ visible }) => visible && this.stale && this.refresh()));
    this.describe();
  }

  get selection(): readonly LiveNode<SessionValue>[] {
    return this.view.selection;
  }

  /** Reads again when the view can be seen, else as soon as it can. */
  refresh(): void {
    this.stale = !this.view.visible;
    if (this.view.visible) void this.provider.refresh();
  }

  /** The history of the project was digested, or the user wants to hear no more of it. */
  async forgetDigest(projectId: string): Promise<void> {
    await this.deps.memory.update(digestedKey, [...this.digested, projectId]);
    this.refresh();
  }

  dispose(): void {
    this.store.dispose();
  }

  private get digested(): readonly string[] {
    return this.deps.memory.get<readonly string[]>(digestedKey, []);
  }

  private async load(): Promise<RowNode<SessionValue>[]> {
    this.stale = false;
    const { projects, source, capture } = this.deps;
    await projects.load();
    const projectId = projects.current?.id;
    if (!projectId) return [];
    const { items } = await source.engine.listSessions({ projectId, limit: mostSessions });
    this.events.keep(items);
    this.deps.problem.clear();
    return sessionRows({
      sessions: items,
      now: Date.now(),
      offersDigest: capture.hasRepository && !this.digested.includes(projectId),
      eventsOf: (session) => this.events.of(session),
    });
  }

  private describe(): void {
    const { capture } = this.deps;
    this.view.description = capture.isPrivate ? 'Private: nothing is recorded' : '';
    this.view.message = capture.problem === undefined ? '' : `Commits can't be captured now: ${capture.problem}`;
  }
}
