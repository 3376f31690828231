import * as vscode from 'vscode';
import { DisposableStore } from '../../../base/disposable';
import type { ViewId } from '../../contributions';
import type { WorkspaceProjects } from '../../projects/workspaceProjects';
import type { ScanWatch } from '../../scan/scanWatch';
import { isScanOver, scanProgressLine } from '../../words/scanWords';
import type { LiveNode } from '../liveTree';
import type { RowNode } from '../row';
import { RowProvider } from '../rowProvider';
import type { StoreProblem } from '../storeProblem';
import { projectTooltip } from './projectMarkdown';
import { type ProjectValue, projectRows } from './projectRows';

const viewId: ViewId = 'contox.projects';
/** More projects than this are listed without asking for the last scan of each. */
const askUpTo = 100;

/** The Projects view: which projects there are, which one is current, and how its scan goes. */
export class ProjectsView implements vscode.Disposable {
  private readonly store = new DisposableStore();
  readonly provider: RowProvider<ProjectValue>;
  private readonly view: vscode.TreeView<LiveNode<ProjectValue>>;

  constructor(
    private readonly projects: WorkspaceProjects,
    private readonly scans: ScanWatch,
    private readonly problem: StoreProblem,
  ) {
    this.provider = this.store.add(
      new RowProvider<ProjectValue>({
        load: () => this.load(),
        tooltip: projectTooltip,
        failed: (error) => problem.report(error),
      }),
    );
    this.view = this.store.add(vscode.window.createTreeView(viewId, { treeDataProvider: this.provider }));
    const refresh = (): void => {
      this.describe();
      void this.provider.refresh();
    };
    this.store.add(projects.onDidChange(refresh));
    this.store.add(scans.onDidChange(refresh));
    this.store.add(problem.onDidChange(() => this.describe()));
    this.store.add(vscode.workspace.onDidGrantWorkspaceTrust(() => this.describe()));
    this.store.add(this.view.onDidChangeVisibility(({ visible }) => visible && refresh()));
    this.store.add(everyMinute(() => this.view.visible && refresh()));
    this.describe();
  }

  dispose(): void {
    this.store.dispose();
  }

  private async load(): Promise<RowNode<ProjectValue>[]> {
    await this.projects.load();
    const { all, open, current } = this.projects;
    await Promise.all((all.length <= askUpTo ? all : open).map((project) => this.scans.read(project.id)));
    this.problem.clear();
    return projectRows({
      open,
      all,
      currentId: current?.id,
      now: Date.now(),
      statusOf: (projectId) => this.scans.get(projectId),
    });
  }

  private describe(): void {
    const { current } = this.projects;
    const status = current && this.scans.get(current.id);
    this.view.description = status && !isScanOver(status) ? scanProgressLine(status) : 'Stored on this machine';
    this.view.message = this.problem.message ?? whyNotScanned() ?? '';
  }
}

/** Why nothing can be scanned in this window, where that is so. */
function whyNotScanned(): string | undefined {
  if (!vscode.workspace.isTrusted)
    return 'This window is not trusted, so Contox shows what is stored and scans nothing.';
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0 || folders.some((folder) => folder.uri.scheme === 'file')) return undefined;
  return "This folder is not on a disk of this machine, so Contox can't scan it. Clone it, then open the clone.";
}

/** Relative times go stale while a view stays open. */
function everyMinute(work: () => unknown): vscode.Disposable {
  const timer = setInterval(work, 60_000);
  return { dispose: () => clearInterval(timer) };
}
