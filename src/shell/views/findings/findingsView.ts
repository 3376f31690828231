import * as vscode from 'vscode';
import { DisposableStore } from '../../../base/disposable';
import { isEngineError } from '../../../base/engineError';
import type { Finding, ScanStatus } from '../../../shared/genesis';
import type { SettingId, ViewId } from '../../contributions';
import { isPanelVisible } from '../../evidence/editorColumn';
import { findInside } from '../../evidence/evidencePath';
import type { EngineSource } from '../../host/engineHost';
import type { WorkspaceProjects } from '../../projects/workspaceProjects';
import type { ScanWatch } from '../../scan/scanWatch';
import { settings } from '../../settings';
import { counted } from '../../words/counted';
import type { LiveNode } from '../liveTree';
import type { RowNode } from '../row';
import { RowProvider } from '../rowProvider';
import type { StoreProblem } from '../storeProblem';
import { findingTooltip } from './findingMarkdown';
import { type FindingValue, findingRows } from './findingRows';

const viewId: ViewId = 'contox.findings';
const groupBySetting: SettingId = 'contox.findings.groupBy';
/** A running scan adds findings faster than anyone reads them. The pause grows with what a reload takes. */
const shortestPauseMs = 1000;
const pauseFactor = 20;

export interface FindingsViewDeps {
  readonly source: EngineSource;
  readonly projects: WorkspaceProjects;
  readonly scans: ScanWatch;
  readonly problem: StoreProblem;
}

/** The Findings view: what the last scan of the current project found, by layer, importance or file. */
export class FindingsView implements vscode.Disposable {
  private readonly store = new DisposableStore();
  readonly provider: RowProvider<FindingValue>;
  private readonly view: vscode.TreeView<LiveNode<FindingValue>>;
  private cached: { readonly key: string; readonly findings: readonly Finding[] } | undefined;
  private stale = false;
  private timer: NodeJS.Timeout | undefined;
  private lastLoadMs = 0;

  constructor(private readonly deps: FindingsViewDeps) {
    this.provider = this.store.add(
      new RowProvider<FindingValue>({
        load: () => this.load(),
        tooltip: (value) => this.tooltip(value),
        failed: (error) => deps.problem.report(error),
      }),
    );
    const options = { treeDataProvider: this.provider, showCollapseAll: true };
    this.view = this.store.add(vscode.window.createTreeView(viewId, options));
    this.store.add(deps.projects.onDidChange(() => this.refresh()));
    this.store.add(deps.scans.onDidChange((projectId) => this.onScanChange(projectId)));
    this.store.add(
      deps.source.onDidChange((change) => {
        if (change.kind !== 'findings') return;
        this.cached = undefined;
        this.onScanChange(change.projectId);
      }),
    );
    this.store.add(deps.scans.onDidEnd((status) => this.onScanEnd(status)));
    this.store.add(this.view.onDidChangeVisibility(({ visible }) => visible && this.onShown()));
    this.store.add(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(groupBySetting)) this.refresh();
      }),
    );
  }

  get visible(): boolean {
    return this.view.visible;
  }

  /** Reads again when the view can be seen, else as soon as it can. */
  refresh(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.stale = !this.view.visible;
    if (this.view.visible) void this.provider.refresh();
  }

  /** Findings of a project's latest scan without their contents, from memory where they can't have changed. */
  async findings(projectId: string): Promise<readonly Finding[]> {
    const status = await this.deps.scans.read(projectId);
    if (!status) return [];
    const key = `${status.id} ${status.phase} ${status.findingsCount}`;
    if (this.cached?.key === key) return this.cached.findings;
    try {
      const { findings } = await this.deps.source.engine.getScanResults({ projectId, contents: false });
      this.cached = { key, findings };
      return findings;
    } catch (error) {
      if (isEngineError(error, 'notFound')) return [];
      throw error;
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.store.dispose();
  }

  private async load(): Promise<RowNode<FindingValue>[]> {
    this.stale = false;
    const startedAt = performance.now();
    const { projects } = this.deps;
    await projects.load();
    const projectId = projects.current?.id;
    const findings = projectId ? await this.findings(projectId) : [];
    const groupBy = settings.findingsGroupBy();
    this.view.description = findings.length > 0 ? `${counted(findings.length, 'finding')} by ${groupBy}` : '';
    if (!projectId) return [];
    const folder = projects.folderOf(projectId);
    const rows = findingRows({ projectId, findings, groupBy, fileOf: (path) => folder && findInside(folder, path) });
    this.lastLoadMs = performance.now() - startedAt;
    return rows;
  }

  private async tooltip(value: FindingValue): Promise<string> {
    if (value.kind !== 'finding') return findingTooltip(value);
    const finding = await this.deps.source.engine.getFinding({ findingId: value.finding.id }).catch((error) => {
      // A scan that ended meanwhile may have taken the finding away; the row says what it said.
      if (isEngineError(error, 'notFound')) return value.finding;
      throw error;
    });
    return findingTooltip({ ...value, finding });
  }

  private onScanChange(projectId: string): void {
    if (projectId !== this.deps.projects.current?.id || this.timer) return;
    this.timer = setTimeout(() => this.refresh(), Math.max(shortestPauseMs, pauseFactor * this.lastLoadMs));
  }

  private onScanEnd(status: ScanStatus): void {
    if (status.projectId !== this.deps.projects.current?.id) return;
    this.cached = undefined;
    this.refresh();
    if (this.view.visible || isPanelVisible() || status.findingsCount === 0) return;
    this.view.badge = { value: status.findingsCount, tooltip: counted(status.findingsCount, 'finding') };
  }

  private onShown(): void {
    this.view.badge = undefined;
    if (this.stale) this.refresh();
  }
}
